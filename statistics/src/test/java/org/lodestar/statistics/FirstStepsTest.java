package org.lodestar.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.statistics.design.OneArmSurvival;
import org.lodestar.statistics.design.SampleSize;
import org.lodestar.statistics.design.WholeCurveMethod;
import org.lodestar.statistics.simulation.OperatingCharacteristics;
import org.lodestar.statistics.simulation.Rule;
import org.lodestar.statistics.simulation.Run;
import org.lodestar.statistics.simulation.SingleArmSimulation;
import org.lodestar.statistics.simulation.SingleArmTrial;
import org.lodestar.statistics.simulation.Statistic;
import org.lodestar.statistics.survival.Exponential;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.KaplanMeier;
import org.lodestar.statistics.survival.Landmark;
import org.lodestar.statistics.survival.OneSampleLogRank;
import org.lodestar.statistics.survival.SurvivalData;

/** The lines of the module's README. */
class FirstStepsTest {
  @Test
  void analysisAsInTheReadme() {
    double[] months = {3, 8, 14, 15, 20, 22};
    int[] status = {1, 1, 0, 1, 0, 0};
    SurvivalData data = SurvivalData.of(months, status);
    KaplanMeier curve = KaplanMeier.of(data);
    Landmark year = curve.landmark(12, IntervalType.LOG_LOG, 0.95);
    OneSampleLogRank test = OneSampleLogRank.of(data, Exponential.through(12, 0.34));
    assertThat(year.survival().value()).isCloseTo(4.0 / 6, within(1e-15));
    assertThat(test.expected()).isCloseTo(82 * -Math.log(0.34) / 12, within(1e-12));
  }

  @Test
  void designAsInTheReadme() {
    OneArmSurvival design =
        OneArmSurvival.exponential(
            12, 0.34, 0.52, 24, 24, new OneArmSurvival.Errors(0.05, 2, 0.80));
    SampleSize size = WholeCurveMethod.LOG_HAZARD_RATIO.size(design);
    SingleArmTrial trial = SingleArmTrial.uniform(37, 24, 24, design.alternativeModel());
    Rule wu = Rule.LogRank.whole(Statistic.WU, design.nullModel(), 0.025);
    OperatingCharacteristics power = SingleArmSimulation.of(trial, List.of(wu), Run.of(100_000, 1));
    assertThat(size.raw()).isCloseTo(36.88, within(0.005));
    assertThat(size.n()).isEqualTo(37);
    assertThat(power.results().get(0).rejected()).isCloseTo(0.84, within(0.005));
  }
}
