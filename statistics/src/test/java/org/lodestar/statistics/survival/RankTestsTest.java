package org.lodestar.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.lodestar.statistics.Estimate;

class RankTestsTest {
  private record Sample(SurvivalData data, int[] group) {}

  private static Sample sample(Random random, boolean ties) {
    int n = 20 + random.nextInt(40);
    double[] t = new double[n];
    boolean[] e = new boolean[n];
    int[] g = new int[n];
    for (int i = 0; i < n; i++) {
      t[i] = ties ? 1 + random.nextInt(8) : random.nextDouble();
      e[i] = random.nextInt(4) > 0;
      g[i] = i % 2;
    }
    return new Sample(SurvivalData.of(t, e), g);
  }

  private static CoxRegression cox(Sample s, Ties ties) {
    double[] x = new double[s.group().length];
    for (int i = 0; i < x.length; i++) {
      x[i] = s.group()[i];
    }
    return CoxRegression.of(s.data(), List.of("group"), new double[][] {x}, ties);
  }

  @Property(tries = 60)
  void theScoreTestIsTheLogRankTest(@ForAll Random random) {
    Sample untied = sample(random, false);
    double logRank = LogRank.of(untied.data(), untied.group()).chiSquared();
    assertThat(cox(untied, Ties.EFRON).score()).isCloseTo(logRank, within(1e-9));
    Sample tied = sample(random, true);
    assertThat(cox(tied, Ties.EXACT).score())
        .isCloseTo(LogRank.of(tied.data(), tied.group()).chiSquared(), within(1e-9));
  }

  @Property(tries = 60)
  void observedAndExpectedHaveOneSumAndGroupsMayBeRenamed(@ForAll Random random) {
    Sample s = sample(random, true);
    LogRank test = LogRank.of(s.data(), s.group());
    assertThat(test.observed(0) + test.observed(1))
        .isCloseTo(test.expected(0) + test.expected(1), within(1e-9));
    int[] swapped = new int[s.group().length];
    for (int i = 0; i < swapped.length; i++) {
      swapped[i] = 1 - s.group()[i];
    }
    assertThat(LogRank.of(s.data(), swapped).chiSquared())
        .isCloseTo(test.chiSquared(), within(1e-9));
  }

  @Property(tries = 40)
  void neitherOrderNorUnitOfTimeMatters(@ForAll Random random) {
    Sample s = sample(random, true);
    int n = s.group().length;
    double[] t = new double[n];
    boolean[] e = new boolean[n];
    int[] g = new int[n];
    for (int i = 0; i < n; i++) {
      t[i] = s.data().time(n - 1 - i) * 30.4375;
      e[i] = s.data().event(n - 1 - i);
      g[i] = s.group()[n - 1 - i];
    }
    Sample other = new Sample(SurvivalData.of(t, e), g);
    int[] one = new int[n];
    assertThat(LogRank.of(other.data(), g, one, 0.5).chiSquared())
        .isCloseTo(LogRank.of(s.data(), s.group(), one, 0.5).chiSquared(), within(1e-9));
    for (Ties ties : Ties.values()) {
      Estimate coefficient = cox(s, ties).coefficient(0);
      assertThat(cox(other, ties).coefficient(0).isEstimable())
          .isEqualTo(coefficient.isEstimable());
      if (coefficient.isEstimable()) {
        assertThat(cox(other, ties).coefficient(0).value())
            .isCloseTo(coefficient.value(), within(1e-9));
      }
    }
  }

  @Property(tries = 60)
  void breslowAndEfronAgreeWithoutTies(@ForAll Random random) {
    Sample s = sample(random, false);
    Estimate efron = cox(s, Ties.EFRON).coefficient(0);
    Estimate breslow = cox(s, Ties.BRESLOW).coefficient(0);
    Estimate exact = cox(s, Ties.EXACT).coefficient(0);
    assertThat(breslow.value()).isCloseTo(efron.value(), within(1e-9));
    assertThat(exact.value()).isCloseTo(efron.value(), within(1e-9));
  }

  @Test
  void strataThatHoldOneGroupEachTellNothing() {
    Sample s = sample(new Random(3), true);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogRank.of(s.data(), s.group(), s.group(), 0).chiSquared());
  }

  @Test
  void aSeparatingCovariateIsReportedNotFitted() {
    CoxRegression fit =
        CoxRegression.of(
            SurvivalData.of(new double[] {1, 2, 3, 4}, new int[] {1, 1, 1, 1}),
            List.of("x"),
            new double[][] {{1, 1, 0, 0}},
            Ties.EFRON);
    assertThat(fit.converged()).isFalse();
    assertThat(fit.hazardRatio(0).isEstimable()).isFalse();
    assertThat(fit.hazardRatioInterval(0, 0.95).upper().isEstimable()).isFalse();
    assertThat(fit.wald().isEstimable()).isFalse();
    assertThat(fit.baselineHazard(0, 2).isEstimable()).isFalse();
    assertThatIllegalStateException().isThrownBy(fit::proportionalHazards);
    assertThat(fit.likelihoodRatio()).isPositive();
  }

  @Test
  void refusalsNameTheArgument() {
    SurvivalData data = SurvivalData.of(new double[] {1, 2, 3}, new int[] {1, 0, 1});
    refused(() -> LogRank.of(data, new int[] {0, 0, 0}), "number of groups is 1; legal: 2 or more");
    refused(() -> LogRank.of(data, new int[] {0, 2, 0}), "size of group 1 is 0");
    refused(() -> LogRank.of(data, new int[] {0, 1}), "group has 2 values");
    refused(
        () -> CoxRegression.of(data, List.of("x"), new double[][] {{1, Double.NaN, 2}}, Ties.EFRON),
        "x[1] is NaN; legal: a finite number");
    refused(
        () -> CoxRegression.of(data, List.of("x"), new double[][] {{4, 4, 4}}, Ties.EFRON),
        "x is constant 4.0");
    refused(
        () ->
            CoxRegression.of(
                SurvivalData.of(new double[] {1, 2, 3, 4}, new int[] {1, 1, 1, 1}),
                List.of("x", "y"),
                new double[][] {{1, 2, 4, 3}, {2, 4, 8, 6}},
                Ties.EFRON),
        "collinear");
    refused(() -> new Exponential(0), "rate is 0.0; legal: (0, infinity)");
  }

  private static void refused(Runnable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(message);
  }

  @Test
  void observedEqualToExpectedHasAnOrdinaryPValueAndA95PercentInterval() {
    SurvivalData data = SurvivalData.of(new double[] {10, 10}, new int[] {1, 1});
    OneSampleLogRank test = OneSampleLogRank.of(data, new Exponential(0.1));
    assertThat(test.expected()).isCloseTo(2, within(1e-12));
    assertThat(OneSampleLogRank.twoSided(test.breslow()).value()).isCloseTo(1, within(1e-9));
    assertThat(test.exactPoisson().twoSided()).isCloseTo(1, within(1e-9));
    // Garwood's limits of 2 events, not those of a 97.5 % interval
    assertThat(test.ratioInterval(0.95).lower().value()).isCloseTo(0.2422092785 / 2, within(1e-9));
    assertThat(test.ratioInterval(0.95).upper().value()).isCloseTo(7.2246876628 / 2, within(1e-8));
  }

  @Test
  void withoutExpectedEventsTheStatisticIsNotEstimable() {
    OneSampleLogRank test =
        OneSampleLogRank.of(SurvivalData.of(new double[] {0}, new int[] {0}), new Exponential(1));
    assertThat(test.breslow().isEstimable()).isFalse();
    assertThat(test.ratioInterval(0.9).lower().isEstimable()).isFalse();
    assertThat(test.gammaOneSided().isEstimable()).isFalse();
  }

  @Test
  void theTruncatedTestIgnoresWhatHappensLater() {
    SurvivalData early = SurvivalData.of(new double[] {3, 12, 30}, new int[] {1, 0, 1});
    SurvivalData late = SurvivalData.of(new double[] {3, 12, 500}, new int[] {1, 0, 0});
    SurvivalModel model = Exponential.through(12, 0.34);
    assertThat(OneSampleLogRank.truncatedAt(early, model, 12))
        .isEqualTo(OneSampleLogRank.truncatedAt(late, model, 12));
  }

  @Test
  void everyModelInvertsItsOwnHazard() {
    List<SurvivalModel> models =
        List.of(
            Exponential.ofMedian(7),
            Weibull.through(1.4, 12, 0.34),
            PiecewiseExponential.of(new double[] {3, 8}, new double[] {0.1, 0, 0.3}),
            PiecewiseExponential.delayedEffect(new Exponential(0.1), 4, 0.5),
            Plateau.through(0.2, 12, 0.34),
            PublishedCurve.of(new double[] {6, 12, 24}, new double[] {0.7, 0.5, 0.3}));
    for (SurvivalModel model : models) {
      for (double t : new double[] {0.5, 2.9, 8.5, 12, 23, 40}) {
        assertThat(model.timeAtHazard(model.cumulativeHazard(t)))
            .as(model.describe())
            .isCloseTo(t, within(1e-9));
      }
      assertThat(model.survival(0)).isEqualTo(1);
      assertThat(model.assumption()).isNotBlank();
    }
    assertThat(Plateau.through(0.2, 12, 0.34).survival(12)).isCloseTo(0.34, within(1e-12));
    assertThat(Plateau.through(0.2, 12, 0.34).timeAtHazard(5)).isInfinite();
    assertThat(PublishedCurve.of(new double[] {6}, new double[] {0.5}).survival(12))
        .isCloseTo(0.25, within(1e-12));
  }

  @Test
  void incidencesAndTheEventFreeShareAddUpToOne() {
    Random random = new Random(5);
    double[] t = random.doubles(80, 0, 10).map(Math::ceil).toArray();
    int[] cause = random.ints(80, 0, 4).toArray();
    CumulativeIncidence incidence = CumulativeIncidence.of(t, cause);
    for (double at = 0; at <= 10; at++) {
      double sum = incidence.eventFreeAt(at);
      for (int k = 1; k <= incidence.causes(); k++) {
        sum += incidence.incidenceAt(k, at);
      }
      assertThat(sum).isCloseTo(1, within(1e-12));
    }
    refused(() -> incidence.incidenceAt(0, 1), "k is 0; legal: [1, 3]");
  }
}
