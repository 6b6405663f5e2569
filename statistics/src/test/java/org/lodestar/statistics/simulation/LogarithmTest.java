package org.lodestar.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.statistics.survival.Exponential;
import org.lodestar.statistics.survival.Weibull;

class LogarithmTest {
  private static final Exponential NULL = Exponential.through(12, 0.34);
  private static final SingleArmTrial TRIAL =
      SingleArmTrial.uniform(41, 24, 24, Exponential.through(12, 0.52)).withLoss(0.002);
  private static final List<Rule> SUMS =
      List.of(
          Rule.LogRank.whole(Statistic.BRESLOW, NULL, 0.025),
          Rule.LogRank.whole(Statistic.WU, NULL, 0.025));
  private static final List<Rule> WITH_PARTICIPANTS =
      List.of(SUMS.get(0), SUMS.get(1), new Rule.LandmarkBinomial(12, 0.34, 0.025));

  private static Run run(long trials) {
    return Run.of(trials, 8).by(Sampling.LOGARITHM);
  }

  @Test
  void manyTrialsAtOnceGiveTheSumsOfEachTrialsParticipants() {
    OperatingCharacteristics blocks = SingleArmSimulation.of(TRIAL, SUMS, run(60_001));
    OperatingCharacteristics each = SingleArmSimulation.of(TRIAL, WITH_PARTICIPANTS, run(60_001));
    assertThat(blocks.sampler()).isEqualTo("merged-logarithm/counter-splitmix64");
    assertThat(blocks.results()).isEqualTo(each.results().subList(0, 2));
    assertThat(blocks.meanEvents()).isEqualTo(each.meanEvents());
  }

  @Test
  void aCutBeforeTheLastHasEnteredCountsThoseWhoHave() {
    SingleArmTrial early =
        new SingleArmTrial(20, new Accrual.Uniform(24), NULL, 0.01, new Cut.At(13.37), Scans.NONE);
    OperatingCharacteristics blocks = SingleArmSimulation.of(early, SUMS, run(5_000));
    OperatingCharacteristics each = SingleArmSimulation.of(early, WITH_PARTICIPANTS, run(5_000));
    assertThat(blocks.results()).isEqualTo(each.results().subList(0, 2));
    assertThat(blocks.meanEvents()).isEqualTo(each.meanEvents()).isBetween(3.0, 6.0);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    OperatingCharacteristics one = SingleArmSimulation.of(TRIAL, SUMS, run(10_001));
    assertThat(SingleArmSimulation.of(TRIAL, SUMS, run(10_001).on(2))).isEqualTo(one);
    assertThat(SingleArmSimulation.of(TRIAL, SUMS, run(10_001).on(3))).isEqualTo(one);
  }

  /** Seen with Java 17 and 25, with and without vector instructions. */
  @Test
  void aSeedGivesTheseCountsOnEveryMachine() {
    SingleArmTrial trial =
        SingleArmTrial.uniform(41, 24, 24, Exponential.through(12, 0.52))
            .withLoss(-Math.log(0.95) / 24);
    List<Rule> test = SUMS.subList(0, 1);
    assertThat(
            SingleArmSimulation.of(trial, test, Run.of(200_000, 1).by(Sampling.LOGARITHM))
                .results()
                .get(0)
                .rejections())
        .isEqualTo(167_360);
    assertThat(
            SingleArmSimulation.of(trial, test, Run.of(200_000, 1)).results().get(0).rejections())
        .isEqualTo(167_318);
  }

  @Test
  void theTwoSamplersAgreeWithinMonteCarloError() {
    long trials = 400_000;
    OperatingCharacteristics logarithm = SingleArmSimulation.of(TRIAL, SUMS, run(trials));
    OperatingCharacteristics ziggurat = SingleArmSimulation.of(TRIAL, SUMS, Run.of(trials, 8));
    for (int r = 0; r < SUMS.size(); r++) {
      OperatingCharacteristics.Result result = logarithm.results().get(r);
      assertThat(result.rejected())
          .isCloseTo(
              ziggurat.results().get(r).rejected(),
              within(5 * Math.sqrt(2) * result.standardError()));
    }
    assertThat(logarithm.meanEvents()).isCloseTo(ziggurat.meanEvents(), within(0.02));
    assertThat(logarithm.sampler()).isNotEqualTo(ziggurat.sampler());
  }

  @Test
  void itsTimesAreExponentialAndItsEntriesUniform() {
    int n = 100_000;
    Cohort cohort = new Cohort(n, Scans.NONE);
    TrialStream stream = new TrialStream(4);
    double[] beyond = new double[9];
    double sum = 0;
    double squares = 0;
    double entries = 0;
    double events = 0;
    int rounds = 8;
    for (int round = 0; round < rounds; round++) {
      stream.start(round);
      new Logarithm(0.75, 0.25, 2).draw(stream, cohort, 0, n);
      for (int i = 0; i < n; i++) {
        double x = cohort.own[i];
        sum += x;
        squares += x * x;
        entries += cohort.entry[i];
        events += cohort.ownEvent[i] ? 1 : 0;
        for (int k = 0; k < beyond.length && x > k; k++) {
          beyond[k]++;
        }
      }
    }
    double total = (double) n * rounds;
    assertThat(sum / total).isCloseTo(1, within(0.006));
    assertThat(squares / total).isCloseTo(2, within(0.026));
    assertThat(entries / total).isCloseTo(1, within(0.004));
    assertThat(events / total).isCloseTo(0.75, within(0.003));
    for (int k = 0; k < beyond.length; k++) {
      double p = Math.exp(-k);
      assertThat(beyond[k] / total).isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / total) + 1e-9));
    }
  }

  @Test
  void theReportOfEachTrialCanUseItToo() {
    EstimationSimulation.Report report = EstimationSimulation.of(TRIAL, 12, 0.95, run(20_000));
    assertThat(report.meanRate()).isCloseTo(0.52, within(0.003));
    assertThat(report.sampler()).startsWith("merged-logarithm");
  }

  @Test
  void aTrialThatItDoesNotFitIsRefused() {
    refused(TRIAL.under(new Weibull(1.3, 20)), "sampling is LOGARITHM; legal: ZIGGURAT");
    refused(TRIAL.withScans(Scans.every(2)), "sampling is LOGARITHM; legal: ZIGGURAT");
    refused(
        SingleArmTrial.uniform(100_000, 24, 100, NULL), "participants x cut is 1.24E7; legal: at");
  }

  private static void refused(SingleArmTrial trial, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SingleArmSimulation.of(trial, SUMS, run(1_000)))
        .withMessageContaining(message);
  }
}
