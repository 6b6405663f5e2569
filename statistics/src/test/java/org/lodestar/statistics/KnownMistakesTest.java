package org.lodestar.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lodestar.statistics.simulation.OperatingCharacteristics;
import org.lodestar.statistics.simulation.Rule;
import org.lodestar.statistics.simulation.Run;
import org.lodestar.statistics.simulation.SingleArmSimulation;
import org.lodestar.statistics.simulation.SingleArmTrial;
import org.lodestar.statistics.simulation.Statistic;
import org.lodestar.statistics.survival.Exponential;
import org.lodestar.statistics.survival.FollowUp;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.KaplanMeier;
import org.lodestar.statistics.survival.OneSampleLogRank;
import org.lodestar.statistics.survival.RestrictedMean;
import org.lodestar.statistics.survival.SurvivalData;

/** Mistakes read in other programs, each a case that this library must not repeat. */
class KnownMistakesTest {
  /**
   * OneSampleLogRankTest (R): the 0.975 quantile where a 95 % interval needs 0.95 of chi-squared.
   */
  @Test
  void aNinetyFivePercentIntervalIsNotOneOf97AndAHalf() {
    OneSampleLogRank test = new OneSampleLogRank(20, 30, new Exponential(1));
    Interval interval = test.ratioInterval(0.95);
    // poisson.test(20, 30)$conf.int, R 4.2.2
    assertThat(interval.lower().value()).isCloseTo(0.407217319513, within(1e-9));
    assertThat(interval.upper().value()).isCloseTo(1.029612596756, within(1e-9));
  }

  /** OneSampleLogRankTest (R): an undefined variable where O equals E. */
  @Test
  void observedEqualToExpectedHasAPValue() {
    OneSampleLogRank test = new OneSampleLogRank(5, 5, new Exponential(1));
    assertThat(test.breslow()).isEqualTo(Estimate.of(0));
    assertThat(OneSampleLogRank.twoSided(test.breslow())).isEqualTo(Estimate.of(1));
    assertThat(OneSampleLogRank.oneSided(test.wu()).value()).isCloseTo(0.5, within(1e-15));
  }

  /**
   * OneArmTTE (R): a trial without an event is skipped, and counted as one that does not reject.
   */
  @Test
  void trialsWithoutAnEventAreCountedForWhatTheyShow() {
    SingleArmTrial healthy = SingleArmTrial.uniform(20, 0, 12, new Exponential(1e-12));
    Rule test = Rule.LogRank.whole(Statistic.WU, new Exponential(0.05), 0.025);
    OperatingCharacteristics result =
        SingleArmSimulation.of(healthy, List.of(test), Run.of(1_000, 3));
    assertThat(result.meanEvents()).isZero();
    assertThat(result.trials()).isEqualTo(1_000);
    assertThat(result.results().get(0).rejected()).isEqualTo(1);
  }

  /** OneArmTTE (R): Wu's statistic is computed and not shown. */
  @Test
  void bothStatisticsAreShown() {
    OneSampleLogRank test = new OneSampleLogRank(10, 18, new Exponential(1));
    assertThat(test.breslow().value()).isCloseTo(-8 / Math.sqrt(18), within(1e-15));
    assertThat(test.wu().value()).isCloseTo(-8 / Math.sqrt(14), within(1e-15));
  }

  /** survival (R) takes 1 and 2 for censored and event; lifelines took times for event flags. */
  @Test
  void aStatusIsZeroOrOneAndNothingElse() {
    double[] times = {306, 455, 1010};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KaplanMeier.of(times, new int[] {2, 2, 1}))
        .withMessage("status[0] is 2; legal: [0, 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KaplanMeier.of(times, new int[] {1, 0, 1010}))
        .withMessage("status[2] is 1010; legal: [0, 1]");
  }

  /** survival (R): NA or NaN limits where all are censored; biojava: an exception. */
  @ParameterizedTest
  @EnumSource(IntervalType.class)
  void whereAllAreCensoredNoLimitIsANaN(IntervalType type) {
    KaplanMeier curve = KaplanMeier.of(new double[] {3, 5, 8}, new int[] {0, 0, 0});
    Interval interval = curve.landmark(5, type, 0.95).interval();
    for (Estimate limit : List.of(interval.lower(), interval.upper())) {
      assertThat(limit.isEstimable() ? limit.toString() : "NE").isIn("1.0", "NE");
    }
    assertThat(curve.median(type, 0.95).time()).hasToString("NE");
  }

  /** lifelines: the variance of the restricted mean about 34 times too large. */
  @Test
  void theVarianceOfTheRestrictedMeanIsThatOfR() {
    KaplanMeier curve =
        KaplanMeier.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, new int[] {1, 0, 1, 1, 0, 1, 0, 1});
    RestrictedMean mean = RestrictedMean.of(curve, 6);
    // print(survfit(Surv(1:8, c(1, 0, 1, 1, 0, 1, 0, 1)) ~ 1), rmean = 6), survival 3.5-3
    assertThat(mean.mean()).isCloseTo(4.645833333333334, within(1e-12));
    assertThat(mean.standardError()).isCloseTo(0.6520894346537421, within(1e-12));
  }

  /** tern (R): the median survival shown as the median follow-up. */
  @Test
  void followUpIsNotSurvival() {
    SurvivalData data =
        SurvivalData.of(new double[] {1, 2, 3, 10, 11, 12}, new int[] {1, 1, 1, 0, 0, 0});
    assertThat(FollowUp.median(data, IntervalType.LOG_LOG, 0.95).time()).isEqualTo(Estimate.of(11));
    assertThat(KaplanMeier.of(data).median(IntervalType.LOG_LOG, 0.95).time())
        .isNotEqualTo(Estimate.of(11));
  }

  /** cardx (R): a curve reported beyond the last follow-up. */
  @Test
  void nothingIsSaidAfterTheLastFollowUp() {
    KaplanMeier curve = KaplanMeier.of(new double[] {1, 2, 3}, new int[] {1, 0, 0});
    assertThat(curve.survivalAt(3).isEstimable()).isTrue();
    assertThat(curve.survivalAt(3.0001)).hasToString("NE");
  }
}
