package org.lodestar.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.lodestar.statistics.survival.Exponential;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.OneSampleLogRank;
import org.lodestar.statistics.survival.PiecewiseExponential;
import org.lodestar.statistics.survival.Plateau;
import org.lodestar.statistics.survival.SurvivalModel;

class SingleArmSimulationTest {
  private static final Exponential NULL = Exponential.through(12, 0.34);
  private static final Exponential ALTERNATIVE = Exponential.through(12, 0.52);
  private static final SingleArmTrial TRIAL = SingleArmTrial.uniform(37, 24, 24, ALTERNATIVE);
  private static final List<Rule> RULES =
      List.of(
          Rule.LogRank.whole(Statistic.BRESLOW, NULL, 0.025),
          Rule.LogRank.whole(Statistic.WU, NULL, 0.025),
          Rule.LogRank.whole(Statistic.GAMMA, NULL, 0.025),
          new Rule.LandmarkBinomial(12, 0.34, 0.025),
          new Rule.LogRank(Statistic.BRESLOW, NULL, 12, 0.025),
          new Rule.LogRank(Statistic.WU, NULL, 12, 0.025));

  /** Five standard errors of the two simulations that are compared, 1e5 and 2e5 trials. */
  private static final double MONTE_CARLO = 0.0095;

  private static double[] rejected(SingleArmTrial trial) {
    return SingleArmSimulation.of(trial, RULES, Run.of(100_000, 20)).results().stream()
        .mapToDouble(OperatingCharacteristics.Result::rejected)
        .toArray();
  }

  @Test
  void thePowerOf37IsThatOfTheReferenceSimulation() {
    double[] power = rejected(TRIAL);
    double[] reference = {0.806, 0.840, 0.843, 0.595, 0.58, 0.66};
    for (int r = 0; r < reference.length; r++) {
      assertThat(power[r]).isCloseTo(reference[r], within(MONTE_CARLO));
    }
  }

  @Test
  void aPlateauInTheTruthMakesTheExponentialNullRejectTooOften() {
    double[] plateaus = {0.10, 0.15, 0.20};
    double[] breslow = {0.19, 0.33, 0.49};
    double[] wu = {0.22, 0.37, 0.53};
    for (int k = 0; k < plateaus.length; k++) {
      double[] size = rejected(TRIAL.under(Plateau.through(plateaus[k], 12, 0.34)));
      assertThat(size[0]).isCloseTo(breslow[k], within(MONTE_CARLO));
      assertThat(size[1]).isCloseTo(wu[k], within(MONTE_CARLO));
      assertThat(size[4]).isLessThan(0.024);
      assertThat(size[5]).isLessThan(0.026);
    }
  }

  @Test
  void scheduledScansRaiseTheSizeAsInTheReferenceSimulation() {
    double weeks = 7 / 30.4375;
    SingleArmTrial atNull = TRIAL.under(NULL);
    double[] six = rejected(atNull.withScans(Scans.every(6 * weeks)));
    double[] eight = rejected(atNull.withScans(Scans.every(8 * weeks)));
    assertThat(six[0]).isCloseTo(0.037, within(0.004));
    assertThat(six[1]).isCloseTo(0.052, within(0.004));
    assertThat(eight[0]).isCloseTo(0.047, within(0.004));
    assertThat(eight[1]).isCloseTo(0.066, within(0.004));
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    OperatingCharacteristics one = SingleArmSimulation.of(TRIAL, RULES, Run.of(10_001, 3));
    assertThat(SingleArmSimulation.of(TRIAL, RULES, Run.of(10_001, 3).on(2))).isEqualTo(one);
    assertThat(SingleArmSimulation.of(TRIAL, RULES, Run.of(10_001, 3).on(5))).isEqualTo(one);
    assertThat(SingleArmSimulation.of(TRIAL, RULES, Run.of(10_001, 4))).isNotEqualTo(one);
  }

  @Test
  void theSumsWithoutBuffersAreThoseOfTheParticipants() {
    SingleArmTrial trial = TRIAL.withLoss(0.004);
    List<Rule> fused = RULES.subList(0, 2);
    List<Rule> buffered = List.of(fused.get(0), fused.get(1), RULES.get(3));
    OperatingCharacteristics quick = SingleArmSimulation.of(trial, fused, Run.of(20_000, 8));
    OperatingCharacteristics full = SingleArmSimulation.of(trial, buffered, Run.of(20_000, 8));
    assertThat(quick.results()).isEqualTo(full.results().subList(0, 2));
    assertThat(quick.meanEvents()).isEqualTo(full.meanEvents());
  }

  @Test
  void differentSamplersAgreeWithinMonteCarloError() {
    SurvivalModel sameCurve =
        PiecewiseExponential.of(
            new double[] {5}, new double[] {ALTERNATIVE.rate(), ALTERNATIVE.rate()});
    SingleArmTrial trial = TRIAL.withLoss(0.01);
    OperatingCharacteristics merged = SingleArmSimulation.of(trial, RULES, Run.of(60_000, 5));
    OperatingCharacteristics general =
        SingleArmSimulation.of(trial.under(sameCurve), RULES, Run.of(60_000, 6));
    assertThat(merged.sampler()).isNotEqualTo(general.sampler());
    for (int r = 0; r < RULES.size(); r++) {
      assertThat(merged.results().get(r).rejected())
          .isCloseTo(general.results().get(r).rejected(), within(0.013));
    }
    assertThat(merged.meanEvents()).isCloseTo(general.meanEvents(), within(0.06));
  }

  @Test
  void aTableOfCriticalValuesDecidesAsTheStatisticItself() {
    for (int o = 1; o <= 40; o++) {
      double z = 1.959963984540054;
      double e = Statistic.BRESLOW.rejectFrom(o, 0.025);
      assertThat((o - e) / Math.sqrt(e)).isCloseTo(-z, within(1e-9));
      e = Statistic.WU.rejectFrom(o, 0.025);
      assertThat((o - e) / Math.sqrt((o + e) / 2)).isCloseTo(-z, within(1e-9));
      e = Statistic.WU.rejectFrom(o, 0.6);
      assertThat((o - e) / Math.sqrt((o + e) / 2)).isCloseTo(0.2533471031357997, within(1e-9));
      e = Statistic.SQUARE_ROOT.rejectFrom(o, 0.025);
      assertThat(2 * (Math.sqrt(o) - Math.sqrt(e))).isCloseTo(-z, within(1e-9));
      e = Statistic.LOG_RATIO.rejectFrom(o, 0.025);
      assertThat(Math.log(o / e) * Math.sqrt(o)).isCloseTo(-z, within(1e-9));
    }
  }

  @Test
  void eventDrivenCutsWaitForTheEvents() {
    SingleArmTrial trial =
        new SingleArmTrial(
            41, new Accrual.Ramp(24), ALTERNATIVE, 0, new Cut.AfterEvents(20, 60), Scans.NONE);
    OperatingCharacteristics oc = SingleArmSimulation.of(trial, RULES, Run.of(5_000, 2));
    assertThat(oc.meanEvents()).isCloseTo(20, within(1e-9));
    assertThat(oc.meanCut()).isBetween(20.0, 40.0);
  }

  @Test
  void interimLooksStopEarlyAndCostAlittlePower() {
    Rule looks =
        new Rule.Sequential(
            Statistic.WU,
            NULL,
            List.of(
                new Rule.Look(new Cut.At(24), -3, 0.5),
                new Rule.Look(new Cut.At(48), -1.96, Double.POSITIVE_INFINITY)));
    OperatingCharacteristics.Result atNull =
        SingleArmSimulation.of(TRIAL.under(NULL), List.of(looks), Run.of(20_000, 2))
            .results()
            .get(0);
    OperatingCharacteristics.Result power =
        SingleArmSimulation.of(TRIAL, List.of(looks), Run.of(20_000, 2)).results().get(0);
    assertThat(atNull.stoppedForFutility()).isBetween(0.2, 0.5);
    assertThat(atNull.meanDuration()).isLessThan(45);
    assertThat(power.rejected()).isBetween(0.80, 0.85);
  }

  @Test
  void theKaplanMeierRuleAgreesWithItsOwnInterval() {
    Rule rule = new Rule.LandmarkKaplanMeier(12, 0.34, IntervalType.LOG_LOG, 0.025);
    double power =
        SingleArmSimulation.of(TRIAL, List.of(rule), Run.of(20_000, 2)).results().get(0).rejected();
    assertThat(power).isBetween(0.5, 0.65);
  }

  @Test
  void reportedIntervalsCoverTheTruth() {
    EstimationSimulation.Report report =
        EstimationSimulation.of(TRIAL, 12, 0.95, Run.of(20_000, 9).on(2));
    assertThat(report.meanRate()).isCloseTo(0.52, within(0.003));
    assertThat(report.rateCoverage()).isBetween(0.94, 0.965);
    assertThat(report.medianCoverage()).isBetween(0.93, 0.97);
  }

  @Test
  void anAnalysisOfOnesOwnDecidesAsTheRuleThatDoesTheSame() {
    Rule table = Rule.LogRank.whole(Statistic.WU, NULL, 0.025);
    Rule own =
        new Rule.Analysis(
            "Wu by hand",
            data ->
                OneSampleLogRank.oneSided(OneSampleLogRank.of(data, NULL).wu()).value() <= 0.025);
    List<OperatingCharacteristics.Result> results =
        SingleArmSimulation.of(TRIAL, List.of(table, own), Run.of(4_000, 6).on(2)).results();
    assertThat(results.get(1).rejections()).isEqualTo(results.get(0).rejections());
    assertThat(results.get(1).rule()).isEqualTo("Wu by hand");
  }

  @Test
  void progressReachesTheEndAndTroubleReachesTheCaller() {
    AtomicLong done = new AtomicLong();
    SingleArmSimulation.of(
        TRIAL, RULES, new Run(5_000, 1, 2, d -> done.accumulateAndGet(d, Math::max)));
    assertThat(done.get()).isEqualTo(5_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Run.of(0, 1))
        .withMessageContaining("trials is 0; legal: 1 or more");
  }

  @Test
  void theZigguratIsExponential() {
    TrialStream stream = new TrialStream(11);
    int n = 400_000;
    double[] beyond = new double[8];
    double sum = 0;
    double squares = 0;
    stream.start(5);
    for (int i = 0; i < n; i++) {
      double x = stream.exponential();
      sum += x;
      squares += x * x;
      for (int k = 0; k < beyond.length && x > k; k++) {
        beyond[k]++;
      }
    }
    assertThat(sum / n).isCloseTo(1, within(0.008));
    assertThat(squares / n).isCloseTo(2, within(0.04));
    for (int k = 0; k < beyond.length; k++) {
      double p = Math.exp(-k);
      assertThat(beyond[k] / n).isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / n) + 1e-12));
    }
  }
}
