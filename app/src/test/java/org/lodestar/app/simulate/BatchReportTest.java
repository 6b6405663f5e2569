package org.lodestar.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lodestar.statistics.simulation.OperatingCharacteristics;
import org.lodestar.statistics.simulation.Rule;
import org.lodestar.statistics.simulation.Run;
import org.lodestar.statistics.simulation.SingleArmSimulation;
import org.lodestar.statistics.simulation.SingleArmTrial;
import org.lodestar.statistics.survival.Exponential;
import org.lodestar.statistics.survival.SurvivalData;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.AnalysisMethod;

class BatchReportTest {
  private static final TrialDesign DESIGN =
      new TrialDesign(0.34, 0.52, 0.025, 365.25, 378, AnalysisMethod.KAPLAN_MEIER_RATE);

  /** The same 41 participants, judged here and by the simulation of the statistics library. */
  @Test
  void everyTestRejectsAsOftenAsItsRuleInTheStatisticsLibrary() {
    SingleArmTrial trial =
        SingleArmTrial.uniform(41, 730, 730, Exponential.through(365.25, 0.5)).withLoss(2e-4);
    for (DecisionRule test : DecisionRule.values()) {
      Rule analysed = new Rule.Analysis(test.key(), data -> test.rejects(data, DESIGN));
      OperatingCharacteristics both =
          SingleArmSimulation.of(trial, List.of(analysed, test.rule(DESIGN)), Run.of(2_000, 3));
      assertThat(both.results().get(0).rejections())
          .as(test.key())
          .isEqualTo(both.results().get(1).rejections())
          .isBetween(400L, 1_950L);
    }
  }

  @Test
  void whereNobodyHasAnEventTheRateIsOneAndTheNullIsRejected() {
    double[] days = new double[41];
    java.util.Arrays.fill(days, 800);
    SurvivalData data = SurvivalData.of(days, new boolean[41]);
    assertThat(DecisionRule.values()).allMatch(test -> test.rejects(data, DESIGN));
  }

  @Test
  void whereFollowUpEndsBeforeTheLandmarkItsTestsDoNotReject() {
    SurvivalData data = SurvivalData.of(new double[] {100, 100, 90}, new boolean[3]);
    assertThat(DecisionRule.KAPLAN_MEIER_AT_LANDMARK.rejects(data, DESIGN)).isFalse();
    assertThat(DecisionRule.BINOMIAL_AT_LANDMARK.rejects(data, DESIGN)).isFalse();
  }

  @Test
  void theProtocolsMethodIsThePrimaryOne() {
    List<DecisionRule> primary = new ArrayList<>();
    for (DecisionRule test : DecisionRule.values()) {
      if (test.isPrimary(DESIGN)) {
        primary.add(test);
      }
    }
    assertThat(primary).containsExactly(DecisionRule.KAPLAN_MEIER_AT_LANDMARK);
  }

  @Test
  void aFigureHasItsMeanItsErrorAndItsQuantiles() {
    double[] values = IntStream.rangeClosed(0, 100).mapToDouble(i -> i).toArray();
    BatchReport.Figure figure = BatchReport.Figure.of("x", Words.same("x"), values);
    assertThat(figure.mean()).isEqualTo(50);
    assertThat(figure.standardError().orElseThrow())
        .isCloseTo(Math.sqrt(858.5 / 101), within(1e-12));
    assertThat(List.of(figure.low(), figure.median(), figure.high()))
        .containsExactly(5.0, 50.0, 95.0);
    BatchReport.Figure single = BatchReport.Figure.of("x", Words.same("x"), new double[] {3});
    assertThat(single.standardError()).isEmpty();
    assertThat(single.median()).isEqualTo(3);
  }
}
