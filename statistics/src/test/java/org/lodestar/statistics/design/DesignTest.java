package org.lodestar.statistics.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lodestar.statistics.distribution.Binomial;

class DesignTest {
  private static final OneArmSurvival.Errors TWO_SIDED = new OneArmSurvival.Errors(0.05, 2, 0.8);
  private static final OneArmSurvival TRIAL =
      OneArmSurvival.exponential(12, 0.34, 0.52, 24, 24, TWO_SIDED);

  @Test
  void everyMethodGivesItsPublishedFigureForTheTrial() {
    Map.ofEntries(
            Map.entry(WholeCurveMethod.LOG_HAZARD_RATIO, 36.88),
            Map.entry(WholeCurveMethod.LOG_HAZARD_RATIO_WHOLE_EVENTS, 37.69),
            Map.entry(WholeCurveMethod.LOG_HAZARD_RATIO_NULL_EVENTS, 32.88),
            Map.entry(WholeCurveMethod.LOG_HAZARD_RATIO_MEAN_EVENTS, 34.76),
            Map.entry(WholeCurveMethod.LOG_HAZARD_RATIO_BOTH_VARIANCES, 34.06),
            Map.entry(WholeCurveMethod.WU_2015, 38.90),
            Map.entry(WholeCurveMethod.WU_MODIFIED, 33.65),
            Map.entry(WholeCurveMethod.KWAK_JUNG, 31.47),
            Map.entry(WholeCurveMethod.KWAK_JUNG_NULL_VARIANCE, 23.75),
            Map.entry(WholeCurveMethod.VARIANCE_STABILISED, 28.57),
            Map.entry(WholeCurveMethod.SWOG, 36.88),
            Map.entry(WholeCurveMethod.SWOG_WITHOUT_HALF, 36.38),
            Map.entry(WholeCurveMethod.CUBE_ROOT_OF_MEAN, 32.11),
            Map.entry(WholeCurveMethod.CUBE_ROOT_OF_MEAN_ALTERNATIVE, 34.63),
            Map.entry(WholeCurveMethod.EXACT_GAMMA, 35.33),
            Map.entry(WholeCurveMethod.EXPONENTIAL_MEAN, 29.26),
            Map.entry(WholeCurveMethod.EXPONENTIAL_RATE, 42.31),
            Map.entry(WholeCurveMethod.TWO_SAMPLE_HALF, 73.76))
        .forEach(
            (method, raw) ->
                assertThat(method.size(TRIAL).raw())
                    .as(method.label())
                    .isCloseTo(raw, within(0.0075)));
    assertThat(WholeCurveMethod.LOG_HAZARD_RATIO.size(TRIAL).n()).isEqualTo(37);
    assertThat(WholeCurveMethod.WU_2015.size(TRIAL).n()).isEqualTo(39);
  }

  @Test
  void landmarkMethodsNeverGive37() {
    for (LandmarkMethod method : LandmarkMethod.values()) {
      for (LandmarkMethod.Variance variance : LandmarkMethod.Variance.values()) {
        assertThat(method.size(0.34, 0.52, TWO_SIDED, variance).n()).isNotEqualTo(37);
      }
    }
    assertThat(raw(LandmarkMethod.IDENTITY, LandmarkMethod.Variance.NULL))
        .isCloseTo(54.4, within(0.06));
    assertThat(raw(LandmarkMethod.LOG, LandmarkMethod.Variance.NULL)).isCloseTo(84.4, within(0.06));
    assertThat(raw(LandmarkMethod.LOG_LOG, LandmarkMethod.Variance.NULL))
        .isCloseTo(52.2, within(0.06));
    assertThat(raw(LandmarkMethod.LOGIT, LandmarkMethod.Variance.NULL))
        .isCloseTo(63.3, within(0.06));
    assertThat(LandmarkMethod.continuityCorrected(0.34, 0.52, TWO_SIDED).raw())
        .isCloseTo(61.6, within(0.06));
  }

  private static double raw(LandmarkMethod method, LandmarkMethod.Variance variance) {
    return method.size(0.34, 0.52, TWO_SIDED, variance).raw();
  }

  @Test
  void theThreeReadingsOf41() {
    Dropout dropout = Dropout.of(WholeCurveMethod.LOG_HAZARD_RATIO, TRIAL, 0.10, 12);
    assertThat(dropout.timesOnePlus().n()).isEqualTo(41);
    assertThat(dropout.overRetained().n()).isEqualTo(42);
    assertThat(dropout.insideFollowUp().raw()).isCloseTo(40.98, within(0.005));
    Dropout slower = Dropout.of(WholeCurveMethod.LOG_HAZARD_RATIO, TRIAL, 0.10, 24);
    assertThat(slower.insideFollowUp().raw()).isCloseTo(38.9, within(0.05));
  }

  @Test
  void theSearchFindsTheCellsThatGive37() {
    double[] accruals = IntStream.rangeClosed(6, 36).asDoubleStream().toArray();
    List<DesignSearch.Match> matches =
        DesignSearch.matching(37, TRIAL, accruals, new double[] {24});
    assertThat(accrualsOf(matches, WholeCurveMethod.LOG_HAZARD_RATIO))
        .containsExactly(24.0, 25.0, 26.0, 27.0, 28.0, 29.0, 30.0, 31.0);
    assertThat(accrualsOf(matches, WholeCurveMethod.SWOG)).hasSize(14).startsWith(23.0);
    assertThat(accrualsOf(matches, WholeCurveMethod.EXACT_GAMMA))
        .containsExactly(14.0, 15.0, 16.0, 17.0, 18.0, 19.0);
    assertThat(accrualsOf(matches, WholeCurveMethod.TWO_SAMPLE_HALF)).isEmpty();
  }

  private static List<Double> accrualsOf(
      List<DesignSearch.Match> matches, WholeCurveMethod method) {
    return matches.stream()
        .filter(m -> m.method() == method)
        .map(DesignSearch.Match::accrual)
        .toList();
  }

  @Test
  void roundingUpDoesNotTurnRoundingErrorIntoAParticipant() {
    assertThat(SampleSize.ceiling(60.00000000000001)).isEqualTo(60);
    assertThat(SampleSize.ceiling(60.001)).isEqualTo(61);
  }

  @Test
  void simonsPublishedDesigns() {
    SimonTwoStage designs = SimonTwoStage.of(new BinomialHypotheses(0.1, 0.3, 0.05, 0.2), 60);
    assertThat(designs.optimal()).isEqualTo(new TwoStage(1, 10, 5, 29));
    assertThat(designs.minimax()).isEqualTo(new TwoStage(1, 15, 5, 25));
    assertThat(designs.admissible())
        .contains(designs.optimal(), designs.minimax())
        .isSortedAccordingTo((a, b) -> Integer.compare(a.n(), b.n()));
    double last = Double.POSITIVE_INFINITY;
    for (TwoStage design : designs.admissible()) {
      assertThat(design.reject(0.1)).isLessThanOrEqualTo(0.05);
      assertThat(design.reject(0.3)).isGreaterThanOrEqualTo(0.8);
      assertThat(design.expectedSize(0.1)).isLessThan(last);
      last = design.expectedSize(0.1);
    }
  }

  /**
   * Jung et al. 2004, Stat Med 23:561: those that minimise q n + (1 - q) EN for some q in (0, 1).
   */
  @Test
  void admissibleDesignsAreThoseThatMinimiseAMixtureOfSizes() {
    BinomialHypotheses h = new BinomialHypotheses(0.1, 0.4, 0.05, 0.2);
    List<TwoStage> all = feasible(h, 20);
    Set<TwoStage> best = new HashSet<>();
    for (int q = 1; q < 1000; q++) {
      double share = q / 1000.0;
      best.add(
          all.stream()
              .min(
                  Comparator.comparingDouble(
                      d -> share * d.n() + (1 - share) * d.expectedSize(h.p0())))
              .orElseThrow());
    }
    assertThat(SimonTwoStage.of(h, 20).admissible()).containsAll(best).hasSize(best.size());
    assertThat(best.size()).isGreaterThan(1);
  }

  private static List<TwoStage> feasible(BinomialHypotheses h, int most) {
    List<TwoStage> all = new ArrayList<>();
    for (int n = 2; n <= most; n++) {
      for (int n1 = 1; n1 < n; n1++) {
        for (int r1 = 0; r1 < n1; r1++) {
          for (int r = r1; r < n; r++) {
            TwoStage design = new TwoStage(r1, n1, r, n);
            if (design.reject(h.p0()) <= h.alpha() && design.reject(h.p1()) >= 1 - h.beta()) {
              all.add(design);
            }
          }
        }
      }
    }
    return all;
  }

  @Test
  void everyMethodHasALabelOfItsOwn() {
    assertThat(Arrays.stream(WholeCurveMethod.values()).map(WholeCurveMethod::label))
        .doesNotHaveDuplicates()
        .noneMatch(String::isBlank);
    assertThat(
            LandmarkMethod.LOG.size(0.34, 0.52, TWO_SIDED, LandmarkMethod.Variance.NULL).method())
        .isEqualTo("landmark rate, log, null variance");
  }

  @Test
  void theCriticalNumberIsTheLeastThatKeepsTheSize() {
    for (int n = 1; n <= 60; n++) {
      int r = ExactSingleStage.critical(n, 0.34, 0.025);
      assertThat(Binomial.atLeast(r, n, 0.34)).isLessThanOrEqualTo(0.025);
      assertThat(Binomial.atLeast(r - 1, n, 0.34)).isGreaterThan(0.025);
    }
  }

  @Test
  void theExactIntervalAfterTwoStagesIsWiderThanTheOneThatLeavesOutTheOutcome() {
    TwoStageInference inference = TwoStageInference.of(8, 21, 56, 5, 0.34, 0.05);
    assertThat(inference.interval().upper().value()).isCloseTo(0.4370, within(1e-4));
    assertThat(inference.clinfunInterval().upper().value()).isEqualTo(0.3844);
    TwoStageInference none = TwoStageInference.of(8, 21, 56, 0, 0.34, 0.05);
    assertThat(none.interval().lower().value()).isZero();
    assertThat(none.pValue()).isCloseTo(1, within(1e-12));
    TwoStageInference all = TwoStageInference.of(8, 21, 56, 56, 0.34, 0.05);
    assertThat(all.interval().upper().value()).isEqualTo(1);
    assertThat(all.estimate()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aHarmfulAlternativeHasASampleSizeToo() {
    OneArmSurvival harm = OneArmSurvival.exponential(12, 0.52, 0.34, 24, 24, TWO_SIDED);
    for (WholeCurveMethod method : WholeCurveMethod.values()) {
      assertThat(method.size(harm).raw()).as(method.label()).isBetween(10.0, 100.0);
    }
  }

  @Test
  void refusalsNameTheArgument() {
    refused(
        () -> OneArmSurvival.exponential(12, 0.34, 0.34, 24, 24, TWO_SIDED),
        "alternativeSurvival is 0.34");
    refused(
        () -> OneArmSurvival.exponential(12, 1, 0.5, 24, 24, TWO_SIDED),
        "nullSurvival is 1.0; legal: (0, 1)");
    refused(() -> new OneArmSurvival.Errors(1, 2, 0.8), "alpha is 1.0; legal: (0, 1)");
    refused(() -> new OneArmSurvival.Errors(0.05, 3, 0.8), "sides is 3; legal: [1, 2]");
    refused(() -> new BinomialHypotheses(0.5, 0.4, 0.05, 0.2), "p1 is 0.4; legal: (0.5, 1)");
    refused(() -> new TwoStage(5, 5, 6, 10), "r1 is 5; legal: [-1, 4]");
    refused(() -> Dropout.overRetained(37, 1), "share is 1.0; legal: [0, 1)");
    refused(() -> new TwoArmSurvival(0.1, 0.1, 12, 12, 0, 1, TWO_SIDED), "treatmentHazard is 0.1");
    refused(
        () -> TwoStageInference.of(8, 21, 56, 57, 0.34, 0.05), "responses is 57; legal: [0, 56]");
    refused(() -> SimonTwoStage.of(new BinomialHypotheses(0.1, 0.11, 0.05, 0.2), 20), "most is 20");
  }

  private static void refused(Runnable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(message);
  }
}
