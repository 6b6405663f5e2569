package org.lodestar.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lodestar.statistics.design.OneArmSurvival;
import org.lodestar.statistics.design.TwoArmSurvival;
import org.lodestar.statistics.sequential.GroupSequential;
import org.lodestar.statistics.sequential.Looks;
import org.lodestar.statistics.survival.Exponential;
import org.lodestar.statistics.survival.LogRank;

class TwoArmSimulationTest {
  private static final TwoArmTrial TRIAL =
      new TwoArmTrial(
          121,
          121,
          new Accrual.Uniform(24),
          new Exponential(0.0866433975699932),
          new Exponential(0.0577622650466621),
          0,
          new Cut.At(36));

  @Test
  void schoenfeldsParticipantsGiveThePowerThatTheyPromise() {
    TwoArmSurvival design =
        new TwoArmSurvival(
            0.0866433975699932,
            0.0577622650466621,
            24,
            12,
            0,
            1,
            new OneArmSurvival.Errors(0.025, 1, 0.8));
    assertThat(design.participants(design.schoenfeldEvents())).isCloseTo(241.6, within(0.1));
    OperatingCharacteristics oc = TwoArmSimulation.of(TRIAL, 1.959964, Run.of(10_000, 1));
    assertThat(oc.results().get(0).rejected()).isCloseTo(0.8, within(0.02));
    assertThat(oc.meanEvents()).isCloseTo(191, within(1.5));
  }

  @Test
  void underTheNullTheSizeIsKept() {
    TwoArmTrial atNull =
        new TwoArmTrial(
            60,
            60,
            new Accrual.Uniform(24),
            new Exponential(0.08),
            new Exponential(0.08),
            0.005,
            new Cut.At(40));
    double size =
        TwoArmSimulation.of(atNull, 1.959964, Run.of(20_000, 4)).results().get(0).rejected();
    assertThat(size).isCloseTo(0.025, within(0.005));
  }

  @Test
  void anAnalysisOfOnesOwnDecidesAsTheBuiltInLogRankTest() {
    TwoArmAnalysis own =
        new TwoArmAnalysis(
            "log-rank by the library",
            (data, arm) -> {
              LogRank test = LogRank.of(data, arm);
              return test.observed(1) < test.expected(1)
                  && test.chiSquared() >= 1.959964 * 1.959964;
            });
    OperatingCharacteristics mine = TwoArmSimulation.of(TRIAL, own, Run.of(1_500, 7));
    OperatingCharacteristics builtIn = TwoArmSimulation.of(TRIAL, 1.959964, Run.of(1_500, 7));
    assertThat(mine.results().get(0).rejections()).isEqualTo(builtIn.results().get(0).rejections());
    assertThat(mine.results().get(0).rule()).isEqualTo("log-rank by the library");
  }

  @Test
  void eventDrivenLooksSpendTheErrorAndSaveTime() {
    GroupSequential bounds = GroupSequential.oBrienFleming(Looks.equal(2), 0.025);
    OperatingCharacteristics looked =
        TwoArmSimulation.of(TRIAL, new int[] {96, 191}, bounds, Run.of(8_000, 3).on(2));
    OperatingCharacteristics once =
        TwoArmSimulation.of(
            TRIAL,
            new int[] {191},
            GroupSequential.pocock(Looks.equal(1), 0.025),
            Run.of(8_000, 3));
    assertThat(looked.results().get(0).rejected())
        .isCloseTo(once.results().get(0).rejected(), within(0.02));
    assertThat(looked.meanCut()).isLessThan(once.meanCut() - 1);
  }
}
