package org.lodestar.app.cli.design;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.statistics.design.BinomialHypotheses;
import org.lodestar.statistics.design.ExactSingleStage;
import org.lodestar.statistics.design.LandmarkMethod;
import org.lodestar.statistics.design.OneArmSurvival;
import org.lodestar.statistics.design.SampleSize;
import org.lodestar.statistics.design.SimonTwoStage;
import org.lodestar.statistics.design.TwoStage;
import org.lodestar.statistics.design.WholeCurveMethod;
import org.lodestar.statistics.simulation.Rule;
import org.lodestar.statistics.simulation.Statistic;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.SurvivalModel;

/** Every method beside the test that it sizes. */
final class DesignComparison {
  private static final int SIMON_MOST = 150;

  private final OneArmSurvival design;
  private final BinomialHypotheses binomial;

  DesignComparison(OneArmSurvival design, BinomialHypotheses binomial) {
    this.design = design;
    this.binomial = binomial;
  }

  /**
   * A method and its test.
   *
   * @param rule the test, or null where the method sizes no test of one arm with one stage
   */
  record Row(SampleSize size, @Nullable Rule rule) {}

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (WholeCurveMethod method : WholeCurveMethod.values()) {
      rows.add(new Row(method.size(design), wholeCurve(method)));
    }
    for (LandmarkMethod method : LandmarkMethod.values()) {
      for (LandmarkMethod.Variance variance : LandmarkMethod.Variance.values()) {
        SampleSize size =
            method.size(
                design.nullSurvival(), design.alternativeSurvival(), design.errors(), variance);
        rows.add(new Row(size, landmark(method)));
      }
    }
    rows.add(
        new Row(
            LandmarkMethod.continuityCorrected(
                design.nullSurvival(), design.alternativeSurvival(), design.errors()),
            null));
    if (design.alternativeSurvival() > design.nullSurvival()) {
      addBinomial(rows);
    }
    return rows;
  }

  private void addBinomial(List<Row> rows) {
    ExactSingleStage exact = ExactSingleStage.of(binomial);
    Rule rule = exactBinomial();
    String source = "A'Hern 2001, Stat Med 20:859; Fleming 1982";
    rows.add(
        new Row(
            named("exact binomial, first n", "reject at " + exact.rejectFrom(), source, exact.n()),
            rule));
    rows.add(new Row(named("exact binomial, every n from", "", source, exact.stableFrom()), rule));
    SimonTwoStage simon = SimonTwoStage.of(binomial, SIMON_MOST);
    rows.add(new Row(simon("Simon optimal", simon.optimal()), null));
    rows.add(new Row(simon("Simon minimax", simon.minimax()), null));
  }

  private static SampleSize simon(String name, TwoStage d) {
    String bounds = d.r1() + "/" + d.n1() + " " + d.r() + "/" + d.n();
    return named(name, bounds, "Simon 1989, Control Clin Trials 10:1", d.n());
  }

  private static SampleSize named(String method, String formula, String source, int n) {
    return new SampleSize(method, formula, source, n, n);
  }

  Rule exactBinomial() {
    return new Rule.LandmarkBinomial(design.time(), design.nullSurvival(), alpha());
  }

  Rule logRank(Statistic statistic) {
    return Rule.LogRank.whole(statistic, design.nullModel(), alpha());
  }

  Rule truncated(Statistic statistic) {
    SurvivalModel nullModel = design.nullModel();
    return new Rule.LogRank(statistic, nullModel, design.time(), alpha());
  }

  private double alpha() {
    return design.errors().oneSidedAlpha();
  }

  private @Nullable Rule wholeCurve(WholeCurveMethod method) {
    return switch (method) {
      case LOG_HAZARD_RATIO,
          LOG_HAZARD_RATIO_WHOLE_EVENTS,
          LOG_HAZARD_RATIO_NULL_EVENTS,
          LOG_HAZARD_RATIO_MEAN_EVENTS,
          LOG_HAZARD_RATIO_BOTH_VARIANCES,
          WU_2015,
          KWAK_JUNG,
          KWAK_JUNG_NULL_VARIANCE ->
          logRank(Statistic.BRESLOW);
      case WU_MODIFIED -> logRank(Statistic.WU);
      case VARIANCE_STABILISED -> logRank(Statistic.SQUARE_ROOT);
      case SWOG, SWOG_WITHOUT_HALF -> logRank(Statistic.CUBE_ROOT_RATE);
      case CUBE_ROOT_OF_MEAN, CUBE_ROOT_OF_MEAN_ALTERNATIVE -> logRank(Statistic.CUBE_ROOT_MEAN);
      case EXACT_GAMMA -> logRank(Statistic.GAMMA);
      case EXPONENTIAL_MEAN -> logRank(Statistic.MEAN);
      case EXPONENTIAL_RATE -> logRank(Statistic.RATE);
      case TWO_SAMPLE_HALF -> null;
    };
  }

  private Rule landmark(LandmarkMethod method) {
    IntervalType type =
        switch (method) {
          case IDENTITY -> IntervalType.PLAIN;
          case LOG -> IntervalType.LOG;
          case LOG_LOG -> IntervalType.LOG_LOG;
          case LOGIT -> IntervalType.LOGIT;
          case ARCSINE -> IntervalType.ARCSINE;
        };
    return new Rule.LandmarkKaplanMeier(design.time(), design.nullSurvival(), type, alpha());
  }
}
