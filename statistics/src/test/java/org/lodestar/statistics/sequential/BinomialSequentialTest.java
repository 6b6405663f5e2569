package org.lodestar.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.lodestar.statistics.design.ExactSingleStage;
import org.lodestar.statistics.design.TwoStage;

class BinomialSequentialTest {
  private static final int[] LOOKS = {10, 20, 41};

  @Test
  void simonsTwoStagesAreTwoLooks() {
    TwoStage simon = new TwoStage(1, 10, 5, 29);
    BinomialSequential looks =
        new BinomialSequential(
            List.of(new BinomialSequential.Look(10, 1, 11), new BinomialSequential.Look(29, 5, 6)));
    for (double p : new double[] {0.1, 0.3, 0.77}) {
      BinomialSequential.Characteristics at = looks.at(p);
      assertThat(at.rejects()).isCloseTo(simon.reject(p), within(1e-13));
      assertThat(at.stop().get(0)).isCloseTo(simon.earlyTermination(p), within(1e-13));
      assertThat(at.expectedSize()).isCloseTo(simon.expectedSize(p), within(1e-12));
    }
  }

  @Test
  void oneLookIsTheExactBinomialTest() {
    BinomialSequential one =
        BinomialSequential.spending(new int[] {64}, 0.34, 0.025, Spending.likePocock());
    assertThat(one.looks().get(0).rejectFrom())
        .isEqualTo(ExactSingleStage.critical(64, 0.34, 0.025))
        .isEqualTo(30);
  }

  @Property(tries = 40)
  void nowhereIsMoreSpentThanAllowedAndOneResponseLessWouldBeTooMuch(
      @ForAll @DoubleRange(min = 0.05, max = 0.6) double p0,
      @ForAll @DoubleRange(min = 0.01, max = 0.2) double alpha) {
    Spending spending = Spending.hwangShihDeCani(-2);
    BinomialSequential design = BinomialSequential.spending(LOOKS, p0, alpha, spending);
    BinomialSequential.Characteristics atNull = design.at(p0);
    double spent = 0;
    for (int k = 0; k < LOOKS.length; k++) {
      double allowed = spending.spent(LOOKS[k] / 41.0, alpha);
      double before = spent;
      spent += atNull.reject().get(k);
      assertThat(spent).isLessThanOrEqualTo(allowed + 1e-12);
      BinomialSequential.Look look = design.looks().get(k);
      if (look.rejectFrom() > 0 && k < LOOKS.length - 1) {
        BinomialSequential bolder = replaced(design, k, look.rejectFrom() - 1);
        assertThat(before + bolder.at(p0).reject().get(k)).isGreaterThan(allowed - 1e-12);
      }
    }
  }

  private static BinomialSequential replaced(BinomialSequential design, int k, int rejectFrom) {
    List<BinomialSequential.Look> looks = new java.util.ArrayList<>(design.looks());
    looks.set(k, new BinomialSequential.Look(looks.get(k).n(), -1, rejectFrom));
    return new BinomialSequential(looks);
  }

  @Property(tries = 25)
  void probabilitiesAreThoseOfAllSequencesOfResponses(
      @ForAll @DoubleRange(min = 0, max = 1) double p) {
    BinomialSequential design =
        new BinomialSequential(
            List.of(
                new BinomialSequential.Look(3, 0, 3),
                new BinomialSequential.Look(6, 2, 5),
                new BinomialSequential.Look(10, 5, 6)));
    double rejects = 0;
    for (int sequence = 0; sequence < 1 << 10; sequence++) {
      int responses = Integer.bitCount(sequence);
      double probability = Math.pow(p, responses) * Math.pow(1 - p, 10 - responses);
      rejects += rejects(design, sequence) ? probability : 0;
    }
    assertThat(design.at(p).rejects()).isCloseTo(rejects, within(1e-12));
  }

  private static boolean rejects(BinomialSequential design, int sequence) {
    for (BinomialSequential.Look look : design.looks()) {
      int responses = Integer.bitCount(sequence & ((1 << look.n()) - 1));
      if (responses >= look.rejectFrom()) {
        return true;
      }
      if (responses <= look.stopAtMost()) {
        return false;
      }
    }
    throw new AssertionError("the last look decides");
  }

  @Test
  void futilityBoundsCostAtMostTheirErrorAndLowerTheSize() {
    BinomialSequential plain =
        BinomialSequential.spending(LOOKS, 0.34, 0.05, Spending.likeOBrienFleming());
    BinomialSequential both = plain.withFutility(0.55, 0.1, Spending.likePocock());
    assertThat(both.looks().get(0).stopAtMost()).isPositive();
    assertThat(plain.at(0.55).rejects() - both.at(0.55).rejects()).isBetween(0.0, 0.1);
    assertThat(both.at(0.34).rejects()).isLessThanOrEqualTo(plain.at(0.34).rejects());
    assertThat(both.at(0.34).expectedSize()).isLessThan(plain.at(0.34).expectedSize() - 5);
    BinomialSequential.Characteristics at = both.at(0.4);
    double all = at.rejects() + at.stop().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(all).isCloseTo(1, within(1e-13));
  }

  @Test
  void refusalsNameTheArgument() {
    refused(() -> new BinomialSequential(List.of()), "number of looks is 0");
    refused(() -> new BinomialSequential.Look(0, -1, 1), "n is 0");
    refused(() -> new BinomialSequential.Look(5, 2, 2), "rejectFrom is 2; legal: [3, 6]");
    refused(
        () -> new BinomialSequential(List.of(new BinomialSequential.Look(5, 1, 3))),
        "last rejectFrom is 3; legal: [2, 2]");
    Spending spending = Spending.likePocock();
    refused(
        () -> BinomialSequential.spending(new int[] {5, 5}, 0.3, 0.05, spending),
        "n[1] is 5; legal: [6, 5]");
    refused(() -> BinomialSequential.spending(LOOKS, 1, 0.05, spending), "p0 is 1.0");
    refused(() -> BinomialSequential.spending(LOOKS, 0.3, 0, spending), "alpha is 0.0");
    BinomialSequential design = BinomialSequential.spending(LOOKS, 0.3, 0.05, spending);
    refused(() -> design.withFutility(0, 0.1, spending), "p1 is 0.0");
    refused(() -> design.withFutility(0.5, 1, spending), "beta is 1.0");
    refused(() -> design.at(Double.NaN), "p is NaN");
  }

  private static void refused(Runnable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(message);
  }
}
