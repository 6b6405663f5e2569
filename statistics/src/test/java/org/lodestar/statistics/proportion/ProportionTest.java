package org.lodestar.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.lodestar.statistics.Interval;
import org.lodestar.statistics.distribution.Binomial;

class ProportionTest {
  @Property(tries = 150)
  void clopperPearsonCoversAtLeastItsLevel(
      @ForAll @IntRange(min = 1, max = 60) int n,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
    double coverage = 0;
    for (int x = 0; x <= n; x++) {
      coverage +=
          ClopperPearson.interval(x, n, 0.95).contains(p) ? Binomial.probability(x, n, p) : 0;
    }
    assertThat(coverage).isGreaterThanOrEqualTo(0.95 - 1e-9);
  }

  @Property(tries = 150)
  void everyIntervalIsSymmetricInSuccessAndFailure(
      @ForAll @IntRange(min = 1, max = 80) int n, @ForAll @IntRange(min = 0, max = 80) int some) {
    int x = Math.min(some, n);
    mirrored(ClopperPearson.interval(x, n, 0.9), ClopperPearson.interval(n - x, n, 0.9));
    mirrored(Wilson.interval(x, n, 0.9), Wilson.interval(n - x, n, 0.9));
    mirrored(Wilson.continuityCorrected(x, n, 0.9), Wilson.continuityCorrected(n - x, n, 0.9));
    mirrored(Jeffreys.withExactEnds(x, n, 0.9), Jeffreys.withExactEnds(n - x, n, 0.9));
    mirrored(MidP.interval(x, n, 0.9), MidP.interval(n - x, n, 0.9));
    mirrored(AgrestiCoull.interval(x, n, 0.9), AgrestiCoull.interval(n - x, n, 0.9));
    mirrored(Wald.interval(x, n, 0.9), Wald.interval(n - x, n, 0.9));
  }

  private static void mirrored(Interval one, Interval other) {
    assertThat(one.lower().value()).isCloseTo(1 - other.upper().value(), within(1e-9));
    assertThat(one.upper().value()).isCloseTo(1 - other.lower().value(), within(1e-9));
  }

  @Property(tries = 100)
  void theExactTestAndTheExactIntervalAgree(
      @ForAll @IntRange(min = 1, max = 60) int n,
      @ForAll @IntRange(min = 0, max = 60) int some,
      @ForAll @DoubleRange(min = 0.02, max = 0.98) double p0) {
    int x = Math.min(some, n);
    ExactBinomialTest test = ExactBinomialTest.of(x, n, p0);
    Interval interval = ClopperPearson.interval(x, n, 0.95);
    boolean rejects = Math.min(test.greater(), test.less()) < 0.025 - 1e-9;
    if (rejects) {
      assertThat(interval.contains(p0)).isFalse();
    }
    assertThat(test.greater() + test.less())
        .isCloseTo(1 + Binomial.probability(x, n, p0), within(1e-9));
    assertThat(test.twoSided()).isBetween(Math.min(test.greater(), test.less()) - 1e-12, 1.0);
  }

  @Test
  void fishersLimitsSolveTheirOwnEquation() {
    FisherExact test = FisherExact.of(3, 1, 1, 3, 0.95);
    double upper = test.interval().upper().value();
    double all = 1 + 16 * upper + 36 * Math.pow(upper, 2) + 16 * Math.pow(upper, 3);
    double tail = all / (all + Math.pow(upper, 4));
    assertThat(tail).isCloseTo(0.025, within(1e-12));
  }

  @Test
  void fisherAtTheEndsOfTheSupport() {
    FisherExact none = FisherExact.of(0, 20, 5, 15, 0.95);
    assertThat(none.oddsRatio().value()).isZero();
    assertThat(none.interval().lower().value()).isZero();
    FisherExact all = FisherExact.of(5, 15, 0, 20, 0.95);
    assertThat(all.oddsRatio().value()).isInfinite();
    assertThat(all.interval().upper().value()).isInfinite();
    assertThat(all.greater()).isCloseTo(none.less(), within(1e-12));
  }

  @Test
  void poissonsTwoSidedTestMeetsItsTails() {
    assertThat(PoissonRate.test(0, 0.9).twoSided()).isEqualTo(1);
    assertThat(PoissonRate.test(4, 4).twoSided()).isEqualTo(1);
    PoissonRate.Test high = PoissonRate.test(25, 10);
    assertThat(high.twoSided()).isBetween(high.greater(), 2 * high.greater());
  }

  @Test
  void mcNemarWithoutDiscordantPairsSaysNothing() {
    assertThat(McNemarExact.twoSided(0, 0)).isEqualTo(1);
    assertThat(McNemarExact.twoSided(0, 5)).isCloseTo(0.0625, within(1e-12));
  }

  @Test
  void refusalsNameTheArgumentTheValueAndTheLegalRange() {
    refused(() -> ClopperPearson.interval(5, 4, 0.95), "x is 5; legal: [0, 4]");
    refused(() -> Wilson.interval(-1, 4, 0.95), "x is -1; legal: [0, 4]");
    refused(() -> Jeffreys.interval(0, 0, 0.95), "n is 0; legal: 1 or more");
    refused(() -> MidP.interval(1, 4, 1), "level is 1.0; legal: (0, 1)");
    refused(() -> Wald.interval(1, 4, Double.NaN), "level is NaN; legal: (0, 1)");
    refused(() -> ExactBinomialTest.of(1, 4, 0), "p0 is 0.0; legal: (0, 1)");
    refused(() -> PoissonRate.garwood(-1, 1, 0.95), "events is -1; legal: 0 or more");
    refused(() -> PoissonRate.test(1, 0), "expected is 0.0; legal: (0, infinity)");
    refused(() -> FisherExact.of(1, -2, 3, 4, 0.95), "b is -2; legal: 0 or more");
    refused(() -> PearsonChiSquared.statistic(0, 0, 3, 4), "product of the margins is 0.0");
  }

  private static void refused(Runnable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(message);
  }
}
