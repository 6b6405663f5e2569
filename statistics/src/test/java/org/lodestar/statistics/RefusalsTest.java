package org.lodestar.statistics;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestar.statistics.bayes.BetaPosterior;
import org.lodestar.statistics.bayes.PredictiveDesign;
import org.lodestar.statistics.bayes.PredictiveProbability;
import org.lodestar.statistics.bayes.ThallSimon;
import org.lodestar.statistics.bayes.ToxicityBoundary;
import org.lodestar.statistics.design.BinomialHypotheses;
import org.lodestar.statistics.design.Dropout;
import org.lodestar.statistics.design.ExactSingleStage;
import org.lodestar.statistics.design.LandmarkMethod;
import org.lodestar.statistics.design.OneArmSurvival;
import org.lodestar.statistics.design.SimonTwoStage;
import org.lodestar.statistics.design.TwoArmSurvival;
import org.lodestar.statistics.design.TwoStage;
import org.lodestar.statistics.design.TwoStageInference;
import org.lodestar.statistics.proportion.AgrestiCoull;
import org.lodestar.statistics.proportion.ClopperPearson;
import org.lodestar.statistics.proportion.ExactBinomialTest;
import org.lodestar.statistics.proportion.FisherExact;
import org.lodestar.statistics.proportion.Jeffreys;
import org.lodestar.statistics.proportion.McNemarExact;
import org.lodestar.statistics.proportion.MidP;
import org.lodestar.statistics.proportion.PearsonChiSquared;
import org.lodestar.statistics.proportion.PoissonRate;
import org.lodestar.statistics.proportion.Wald;
import org.lodestar.statistics.proportion.Wilson;
import org.lodestar.statistics.sequential.GroupSequential;
import org.lodestar.statistics.sequential.Looks;
import org.lodestar.statistics.sequential.Spending;
import org.lodestar.statistics.simulation.Accrual;
import org.lodestar.statistics.simulation.Cut;
import org.lodestar.statistics.simulation.EstimationSimulation;
import org.lodestar.statistics.simulation.Rule;
import org.lodestar.statistics.simulation.Run;
import org.lodestar.statistics.simulation.Scans;
import org.lodestar.statistics.simulation.SingleArmTrial;
import org.lodestar.statistics.simulation.Statistic;
import org.lodestar.statistics.survival.CoxRegression;
import org.lodestar.statistics.survival.CumulativeIncidence;
import org.lodestar.statistics.survival.Exponential;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.KaplanMeier;
import org.lodestar.statistics.survival.LogRank;
import org.lodestar.statistics.survival.NelsonAalen;
import org.lodestar.statistics.survival.OneSampleLogRank;
import org.lodestar.statistics.survival.PiecewiseExponential;
import org.lodestar.statistics.survival.Plateau;
import org.lodestar.statistics.survival.PublishedCurve;
import org.lodestar.statistics.survival.QuantileRule;
import org.lodestar.statistics.survival.RestrictedMean;
import org.lodestar.statistics.survival.SurvivalData;
import org.lodestar.statistics.survival.Ties;
import org.lodestar.statistics.survival.Turnbull;
import org.lodestar.statistics.survival.Weibull;

/** No argument outside its range gets through: every refusal names it, its value and the range. */
class RefusalsTest {
  private static final double NONE = Double.NaN;
  private static final SurvivalData DATA =
      SurvivalData.of(new double[] {1, 2, 3}, new int[] {1, 0, 1});
  private static final SurvivalData LATE =
      SurvivalData.leftTruncated(
          new double[] {0, 1}, new double[] {2, 3}, new boolean[] {true, true});
  private static final KaplanMeier CURVE = KaplanMeier.of(DATA);
  private static final OneArmSurvival.Errors ERRORS = new OneArmSurvival.Errors(0.05, 2, 0.8);
  private static final BinomialHypotheses RATES = new BinomialHypotheses(0.1, 0.3, 0.05, 0.2);
  private static final BetaPosterior FLAT = new BetaPosterior(1, 1);
  private static final SingleArmTrial TRIAL = SingleArmTrial.uniform(10, 1, 1, new Exponential(1));

  private static Arguments refused(String message, Runnable call) {
    return Arguments.of(message, call);
  }

  private static double[] times(double... times) {
    return times;
  }

  private static int[] codes(int... codes) {
    return codes;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"followUp", "curves", "tests", "regressions", "models"})
  void survival(String message, Runnable call) {
    assertRefused(message, call);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"intervals", "tables"})
  void proportion(String message, Runnable call) {
    assertRefused(message, call);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("designs")
  void design(String message, Runnable call) {
    assertRefused(message, call);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"monitoring", "simulations"})
  void monitoringAndSimulation(String message, Runnable call) {
    assertRefused(message, call);
  }

  private static void assertRefused(String message, Runnable call) {
    assertThatIllegalArgumentException()
        .isThrownBy(call::run)
        .withMessageStartingWith(message)
        .withMessageContaining("legal: ");
  }

  static Stream<Arguments> followUp() {
    return Stream.of(
        refused("times[1] is NaN", () -> SurvivalData.of(times(1, NONE), codes(1, 0))),
        refused("times[0] is -1.0", () -> SurvivalData.of(times(-1), codes(1))),
        refused("times[0] is Infinity", () -> SurvivalData.of(times(1.0 / 0), codes(1))),
        refused("times is empty", () -> SurvivalData.of(times(), codes())),
        refused("times is empty", () -> SurvivalData.of(times(), new boolean[0])),
        refused("status[0] is 2", () -> SurvivalData.of(times(1), codes(2))),
        refused("status[1] is -1", () -> SurvivalData.of(times(1, 2), codes(1, -1))),
        // a column of times given as status
        refused("status[0] is 306", () -> SurvivalData.of(times(1, 2), codes(306, 455))),
        refused("times has 1 values", () -> SurvivalData.of(times(1), codes(1, 0))),
        refused("times has 1 values", () -> SurvivalData.of(times(1), new boolean[2])),
        refused(
            "entries has 2 values",
            () -> SurvivalData.leftTruncated(times(0, 0), times(1), new boolean[1])),
        refused(
            "times has 1 values",
            () -> SurvivalData.leftTruncated(times(0), times(1), new boolean[2])),
        refused(
            "entries[0] is -1.0",
            () -> SurvivalData.leftTruncated(times(-1), times(1), new boolean[1])),
        refused(
            "entries[0] is NaN",
            () -> SurvivalData.leftTruncated(times(NONE), times(1), new boolean[1])),
        refused("at is 0.0", () -> DATA.truncatedAt(0)),
        refused("data are left-truncated", () -> LATE.truncatedAt(2)),
        refused("chosen has 1 values", () -> DATA.subset(new boolean[1])),
        refused("times is empty", () -> DATA.subset(new boolean[3])));
  }

  static Stream<Arguments> curves() {
    return Stream.of(
        refused("t is NaN", () -> CURVE.survivalAt(NONE)),
        refused("t is -1.0", () -> CURVE.atRisk(-1)),
        refused("t is -1.0", () -> CURVE.landmark(-1, IntervalType.LOG, 0.95)),
        refused("level is 1.0", () -> CURVE.landmark(1, IntervalType.LOG, 1)),
        refused("level is 0.0", () -> CURVE.intervalAt(0, IntervalType.LOG, 0)),
        refused("level is NaN", () -> CURVE.median(IntervalType.LOG, NONE)),
        refused(
            "probability is 1.0",
            () -> CURVE.quantile(1, IntervalType.LOG, 0.95, QuantileRule.MIDPOINT)),
        refused("tau is 0.0", () -> RestrictedMean.of(CURVE, 0)),
        refused("tau is 4.0", () -> RestrictedMean.of(KaplanMeier.of(times(1, 3), codes(1, 0)), 4)),
        refused("t is NaN", () -> NelsonAalen.of(DATA).hazardAt(NONE)),
        refused("t is -1.0", () -> NelsonAalen.of(DATA).standardErrorAt(-1)),
        refused("left has 1 values", () -> Turnbull.of(times(1), times(1, 2))),
        refused("number of participants is 0", () -> Turnbull.of(times(), times())),
        refused("left[0] is -1.0", () -> Turnbull.of(times(-1), times(2))),
        refused("right[1] is 1.0", () -> Turnbull.of(times(0, 2), times(1, 1))),
        refused("right[0] is NaN", () -> Turnbull.of(times(1), times(NONE))),
        refused("t is -2.0", () -> Turnbull.of(times(1), times(2)).survivalAt(-2)),
        refused("times has 1 values", () -> CumulativeIncidence.of(times(1), codes(1, 2))),
        refused("number of participants is 0", () -> CumulativeIncidence.of(times(), codes())),
        refused("times[0] is NaN", () -> CumulativeIncidence.of(times(NONE), codes(1))),
        refused("cause[0] is -1", () -> CumulativeIncidence.of(times(1), codes(-1))),
        refused("k is 2", () -> CumulativeIncidence.of(times(1), codes(1)).incidenceAt(2, 1)),
        refused("k is 0", () -> CumulativeIncidence.of(times(1), codes(1)).variance(0, 1)),
        refused("k is -1", () -> CumulativeIncidence.of(times(1), codes(1)).standardError(-1, 1)),
        refused("t is -1.0", () -> CumulativeIncidence.of(times(1), codes(1)).eventFreeAt(-1)));
  }

  static Stream<Arguments> tests() {
    OneSampleLogRank test = OneSampleLogRank.of(DATA, new Exponential(1));
    return Stream.of(
        refused("number of groups is 1", () -> LogRank.of(DATA, codes(0, 0, 0))),
        refused("size of group 0 is 0", () -> LogRank.of(DATA, codes(1, 1, 1))),
        refused("group is -1", () -> LogRank.of(DATA, codes(0, 1, -1))),
        refused("group has 2 values", () -> LogRank.of(DATA, codes(0, 1))),
        refused("stratum has 1 values", () -> LogRank.of(DATA, codes(0, 1, 1), codes(0), 0)),
        refused("stratum is -1", () -> LogRank.of(DATA, codes(0, 1, 1), codes(0, -1, 0), 0)),
        refused("rho is -1.0", () -> LogRank.of(DATA, codes(0, 1, 1), codes(0, 0, 0), -1)),
        refused("rho is NaN", () -> LogRank.of(DATA, codes(0, 1, 1), codes(0, 0, 0), NONE)),
        refused("data are left-truncated", () -> LogRank.of(LATE, codes(0, 1))),
        refused(
            "groups with expected events is 0",
            () -> LogRank.of(SurvivalData.of(times(1, 2), codes(0, 0)), codes(0, 1)).chiSquared()),
        refused("level is 0.0", () -> test.ratioInterval(0)),
        refused("at is 0.0", () -> OneSampleLogRank.truncatedAt(DATA, new Exponential(1), 0)));
  }

  static Stream<Arguments> regressions() {
    double[][] x = {{1, 2, 4}};
    List<String> names = List.of("x");
    return Stream.of(
        refused(
            "names has 1 values",
            () -> CoxRegression.of(DATA, names, new double[][] {{1}, {2}}, Ties.EFRON)),
        refused(
            "strata has 1 values", () -> CoxRegression.of(DATA, names, x, codes(1), Ties.EFRON)),
        refused(
            "number of covariates is 0",
            () -> CoxRegression.of(DATA, List.of(), new double[0][], Ties.EFRON)),
        refused(
            "x has 2 values",
            () -> CoxRegression.of(DATA, names, new double[][] {{1, 2}}, Ties.EFRON)),
        refused(
            "x[2] is Infinity",
            () -> CoxRegression.of(DATA, names, new double[][] {{1, 2, 1 / 0.0}}, Ties.EFRON)),
        refused(
            "x is constant 2.0",
            () -> CoxRegression.of(DATA, names, new double[][] {{2, 2, 2}}, Ties.EFRON)),
        refused(
            "number of events is 0",
            () ->
                CoxRegression.of(
                    SurvivalData.of(times(1, 2), codes(0, 0)),
                    names,
                    new double[][] {{1, 2}},
                    Ties.EFRON)),
        refused(
            "data are left-truncated",
            () -> CoxRegression.of(LATE, names, new double[][] {{1, 2}}, Ties.EFRON)),
        refused(
            "level is 2.0",
            () -> CoxRegression.of(DATA, names, x, Ties.EFRON).hazardRatioInterval(0, 2)));
  }

  static Stream<Arguments> models() {
    return Stream.of(
        refused("rate is 0.0", () -> new Exponential(0)),
        refused("rate is NaN", () -> new Exponential(NONE)),
        refused("survival is 1.0", () -> Exponential.through(12, 1)),
        refused("time is 0.0", () -> Exponential.through(0, 0.5)),
        refused("median is -1.0", () -> Exponential.ofMedian(-1)),
        refused("shape is 0.0", () -> new Weibull(0, 1)),
        refused("scale is Infinity", () -> new Weibull(1, 1 / 0.0)),
        refused("survival is 0.0", () -> Weibull.through(1, 12, 0)),
        refused("cured is 1.0", () -> new Plateau(1, 1)),
        refused("rate is 0.0", () -> new Plateau(0.1, 0)),
        refused("survival is 0.2", () -> Plateau.through(0.2, 12, 0.2)),
        refused("survival is 1.0", () -> Plateau.through(0.2, 12, 1)),
        refused("rates has 1 values", () -> PiecewiseExponential.of(times(1), times(1))),
        refused("breaks[1] is 2.0", () -> PiecewiseExponential.of(times(2, 2), times(1, 1, 1))),
        refused("rates[0] is -1.0", () -> PiecewiseExponential.of(times(), times(-1))),
        refused("times has 1 values", () -> PublishedCurve.of(times(1), times(0.9, 0.8))),
        refused("number of points is 0", () -> PublishedCurve.of(times(), times())),
        refused("times[1] is 6.0", () -> PublishedCurve.of(times(6, 6), times(0.9, 0.8))),
        refused("survival[0] is 1.0", () -> PublishedCurve.of(times(6), times(1))),
        refused("survival[1] is 0.9", () -> PublishedCurve.of(times(6, 7), times(0.8, 0.9))));
  }

  static Stream<Arguments> intervals() {
    return Stream.of(
        refused("n is 0", () -> ClopperPearson.interval(0, 0, 0.95)),
        refused("x is -1", () -> ClopperPearson.interval(-1, 4, 0.95)),
        refused("x is 5", () -> ClopperPearson.interval(5, 4, 0.95)),
        refused("level is 1.0", () -> ClopperPearson.interval(1, 4, 1)),
        refused("level is NaN", () -> ClopperPearson.interval(1, 4, NONE)),
        refused("x is 5", () -> Wilson.interval(5, 4, 0.95)),
        refused("n is 0", () -> Wilson.continuityCorrected(0, 0, 0.95)),
        refused("x is 5", () -> Jeffreys.interval(5, 4, 0.95)),
        refused("level is 0.0", () -> Jeffreys.withExactEnds(1, 4, 0)),
        refused("x is 5", () -> MidP.interval(5, 4, 0.95)),
        refused("x is 5", () -> AgrestiCoull.interval(5, 4, 0.95)),
        refused("n is -2", () -> AgrestiCoull.unclipped(0, -2, 0.95)),
        refused("x is 5", () -> Wald.interval(5, 4, 0.95)),
        refused("level is -1.0", () -> Wald.unclipped(1, 4, -1)),
        refused("events is -1", () -> PoissonRate.garwood(-1, 2, 0.95)),
        refused("exposure is 0.0", () -> PoissonRate.garwood(1, 0, 0.95)),
        refused("level is 0.0", () -> PoissonRate.garwood(1, 2, 0)));
  }

  static Stream<Arguments> tables() {
    return Stream.of(
        refused("n is 0", () -> ExactBinomialTest.of(0, 0, 0.5)),
        refused("x is 3", () -> ExactBinomialTest.of(3, 2, 0.5)),
        refused("p0 is 1.5", () -> ExactBinomialTest.of(1, 2, 1.5)),
        refused("a is -1", () -> FisherExact.of(-1, 1, 1, 1, 0.95)),
        refused("d is -1", () -> FisherExact.of(1, 1, 1, -1, 0.95)),
        refused("level is 1.0", () -> FisherExact.of(1, 1, 1, 1, 1)),
        refused("b is -1", () -> McNemarExact.twoSided(-1, 1)),
        refused("product of the margins is 0.0", () -> PearsonChiSquared.statistic(0, 1, 0, 1)),
        refused("a is -1", () -> PearsonChiSquared.yates(-1, 1, 1, 1)),
        refused("events is -1", () -> PoissonRate.test(-1, 1)),
        refused("expected is 0.0", () -> PoissonRate.test(1, 0)),
        refused("expected is NaN", () -> PoissonRate.test(1, NONE)));
  }

  static Stream<Arguments> designs() {
    return Stream.of(
        refused("alpha is 0.0", () -> new OneArmSurvival.Errors(0, 2, 0.8)),
        refused("power is 1.0", () -> new OneArmSurvival.Errors(0.05, 2, 1)),
        refused("sides is 0", () -> new OneArmSurvival.Errors(0.05, 0, 0.8)),
        refused("power is 0.01", () -> new OneArmSurvival.Errors(0.05, 2, 0.01)),
        refused(
            "alternativeSurvival is 0.3",
            () -> OneArmSurvival.exponential(12, 0.3, 0.3, 24, 24, ERRORS)),
        refused(
            "nullSurvival is 1.0", () -> OneArmSurvival.exponential(12, 1, 0.3, 24, 24, ERRORS)),
        refused("time is 0.0", () -> OneArmSurvival.exponential(0, 0.3, 0.5, 24, 24, ERRORS)),
        refused("accrual is -1.0", () -> OneArmSurvival.exponential(12, 0.3, 0.5, -1, 24, ERRORS)),
        refused(
            "followUp is NaN", () -> OneArmSurvival.exponential(12, 0.3, 0.5, 24, NONE, ERRORS)),
        refused(
            "lossHazard is -1.0", () -> new OneArmSurvival(12, 0.3, 0.5, 24, 24, -1, 1, ERRORS)),
        refused("shape is 0.0", () -> new OneArmSurvival(12, 0.3, 0.5, 24, 24, 0, 0, ERRORS)),
        refused(
            "alternativeRate is 0.3",
            () -> LandmarkMethod.LOG.size(0.3, 0.3, ERRORS, LandmarkMethod.Variance.NULL)),
        refused("nullRate is 0.0", () -> LandmarkMethod.continuityCorrected(0, 0.3, ERRORS)),
        refused("p0 is 0.0", () -> new BinomialHypotheses(0, 0.3, 0.05, 0.2)),
        refused("p1 is 0.1", () -> new BinomialHypotheses(0.1, 0.1, 0.05, 0.2)),
        refused("alpha is 1.0", () -> new BinomialHypotheses(0.1, 0.3, 1, 0.2)),
        refused("beta is NaN", () -> new BinomialHypotheses(0.1, 0.3, 0.05, NONE)),
        refused("most is 1", () -> SimonTwoStage.of(RATES, 1)),
        refused("most is 10", () -> SimonTwoStage.of(RATES, 10)),
        refused("n is 0", () -> ExactSingleStage.critical(0, 0.3, 0.05)),
        refused("p0 is 1.0", () -> ExactSingleStage.critical(10, 1, 0.05)),
        refused("alpha is 0.0", () -> ExactSingleStage.critical(10, 0.3, 0)),
        refused("n1 is 0", () -> new TwoStage(0, 0, 5, 29)),
        refused("n is 10", () -> new TwoStage(1, 10, 5, 10)),
        refused("r is 30", () -> new TwoStage(1, 10, 30, 29)),
        refused("p is 1.5", () -> new TwoStage(1, 10, 5, 29).reject(1.5)),
        refused("p is NaN", () -> new TwoStage(1, 10, 5, 29).expectedSize(NONE)),
        refused("alpha is 1.0", () -> TwoStageInference.of(1, 10, 29, 5, 0.1, 1)),
        refused("p0 is 0.0", () -> TwoStageInference.of(1, 10, 29, 5, 0, 0.05)),
        refused("responses is -1", () -> TwoStageInference.of(1, 10, 29, -1, 0.1, 0.05)),
        refused("share is 1.0", () -> Dropout.overRetained(37, 1)),
        refused("share is -0.1", () -> Dropout.timesOnePlus(37, -0.1)),
        refused("n is 0.0", () -> Dropout.timesOnePlus(0, 0.1)),
        refused("controlHazard is 0.0", () -> new TwoArmSurvival(0, 0.1, 12, 12, 0, 1, ERRORS)),
        refused("ratio is 0.0", () -> new TwoArmSurvival(0.2, 0.1, 12, 12, 0, 0, ERRORS)));
  }

  static Stream<Arguments> monitoring() {
    Looks two = Looks.equal(2);
    PredictiveProbability rule = new PredictiveProbability(FLAT, 20, 0.2, 0.9);
    return Stream.of(
        refused("number is 0", () -> Looks.equal(0)),
        refused("information[0] is 0.0", () -> Looks.at(0, 1)),
        refused("information[1] is 0.5", () -> Looks.at(0.5, 0.5, 1)),
        refused("information[0] is NaN", () -> Looks.at(NONE, 1)),
        refused("alpha is 0.0", () -> GroupSequential.oBrienFleming(two, 0)),
        refused("alpha is NaN", () -> GroupSequential.wangTsiatis(two, NONE, 0.25)),
        refused("delta is NaN", () -> GroupSequential.wangTsiatis(two, 0.025, NONE)),
        refused("power is 0.0", () -> Spending.power(0)),
        refused("gamma is NaN", () -> Spending.hwangShihDeCani(NONE)),
        refused("a is 0.0", () -> new BetaPosterior(0, 1)),
        refused("b is NaN", () -> new BetaPosterior(1, NONE)),
        refused("responses is 3", () -> FLAT.after(3, 2)),
        refused("p is 2.0", () -> FLAT.above(2)),
        refused("level is 1.0", () -> FLAT.interval(1)),
        refused("p0 is 0.0", () -> new PredictiveProbability(FLAT, 20, 0, 0.9)),
        refused("most is 0", () -> new PredictiveProbability(FLAT, 0, 0.2, 0.9)),
        refused("thetaT is 1.5", () -> new PredictiveProbability(FLAT, 20, 0.2, 1.5)),
        refused("responses is 6", () -> rule.of(6, 5)),
        refused("n is 21", () -> rule.of(6, 21)),
        refused("cohort is 0", () -> PredictiveDesign.of(rule, 0.05, 1, 5, 0)),
        refused("thetaL is NaN", () -> PredictiveDesign.of(rule, NONE, 1, 5, 5)),
        refused("delta is NaN", () -> new ThallSimon(FLAT, FLAT, NONE)),
        refused("most is 0", () -> ToxicityBoundary.pocock(0, 0.2, 0.05)),
        refused("theta is 1.0", () -> ToxicityBoundary.pocock(20, 1, 0.05)),
        refused("phi is 0.0", () -> ToxicityBoundary.pocock(20, 0.2, 0)),
        refused("p is NaN", () -> ToxicityBoundary.pocock(20, 0.2, 0.05).at(NONE)));
  }

  static Stream<Arguments> simulations() {
    Exponential model = new Exponential(1);
    return Stream.of(
        refused("trials is 0", () -> Run.of(0, 1)),
        refused("threads is 0", () -> Run.of(1, 1).on(0)),
        refused("participants is 0", () -> SingleArmTrial.uniform(0, 1, 1, model)),
        refused("lossHazard is NaN", () -> TRIAL.withLoss(NONE)),
        refused("duration is -1.0", () -> new Accrual.Uniform(-1)),
        refused("duration is 0.0", () -> new Accrual.Ramp(0)),
        refused("ends has 1 values", () -> Accrual.Stepwise.of(times(1), times(1, 2))),
        refused("ends[1] is 1.0", () -> Accrual.Stepwise.of(times(1, 1), times(1, 2))),
        refused("rates[0] is -1.0", () -> Accrual.Stepwise.of(times(1), times(-1))),
        refused("sum of rates is 0.0", () -> Accrual.Stepwise.of(times(1), times(0))),
        refused("number of steps is 0", () -> Accrual.Stepwise.of(times(), times())),
        refused("time is 0.0", () -> new Cut.At(0)),
        refused("events is 0", () -> new Cut.AfterEvents(0, 10)),
        refused("latest is 0.0", () -> new Cut.AfterEvents(3, 0)),
        refused("interval is -1.0", () -> new Scans(-1, true)),
        refused("interval is 0.0", () -> Scans.every(0)),
        refused("alpha is 1.0", () -> Rule.LogRank.whole(Statistic.WU, model, 1)),
        refused("truncatedAt is 0.0", () -> new Rule.LogRank(Statistic.WU, model, 0, 0.025)),
        refused("nullRate is 1.0", () -> new Rule.LandmarkBinomial(12, 1, 0.025)),
        refused("alpha is 0.5", () -> new Rule.LandmarkKaplanMeier(12, 0.3, IntervalType.LOG, 0.5)),
        refused("futileAbove is -2.0", () -> new Rule.Look(new Cut.At(1), -1, -2)),
        refused("number of looks is 0", () -> new Rule.Sequential(Statistic.WU, model, List.of())),
        refused(
            "statistic is GAMMA",
            () ->
                new Rule.Sequential(
                    Statistic.GAMMA, model, List.of(new Rule.Look(new Cut.At(1), -2, 0)))),
        refused("level is 1.0", () -> EstimationSimulation.of(TRIAL, 1, 1, Run.of(1, 1))),
        refused("landmark is 0.0", () -> EstimationSimulation.of(TRIAL, 0, 0.9, Run.of(1, 1))));
  }
}
