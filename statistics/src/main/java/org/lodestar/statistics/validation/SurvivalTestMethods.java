package org.lodestar.statistics.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.lodestar.statistics.proportion.PoissonRate;
import org.lodestar.statistics.survival.CumulativeIncidence;
import org.lodestar.statistics.survival.Exponential;
import org.lodestar.statistics.survival.FineGray;
import org.lodestar.statistics.survival.GrayTest;
import org.lodestar.statistics.survival.LogRank;
import org.lodestar.statistics.survival.OneSampleLogRank;
import org.lodestar.statistics.survival.PiecewiseExponential;
import org.lodestar.statistics.survival.SurvivalModel;
import org.lodestar.statistics.survival.Weibull;

/** References {@code one_sample_logrank}, {@code logrank} and {@code competing_risks}. */
final class SurvivalTestMethods {
  private SurvivalTestMethods() {}

  static Map<String, Object> oneSample(Inputs inputs) {
    OneSampleLogRank test = OneSampleLogRank.of(CurveMethods.data(inputs), nullModel(inputs));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("observed", test.observed());
    out.put("expected", test.expected());
    out.put("smr", test.ratio());
    out.put("z", test.breslow());
    out.put("z_breslow", test.breslow());
    out.put("p_two_breslow", OneSampleLogRank.twoSided(test.breslow()));
    out.put("p_one_lower_breslow", OneSampleLogRank.oneSided(test.breslow()));
    out.put("z_wu", test.wu());
    out.put("p_two_wu", OneSampleLogRank.twoSided(test.wu()));
    out.put("p_one_lower_wu", OneSampleLogRank.oneSided(test.wu()));
    out.put("z_sqrt", test.squareRoot());
    if (test.expected() > 0) {
      double z = test.breslow().value();
      out.put("chisq_breslow", z * z);
      out.put(
          "smr_ci_exact",
          ProportionMethods.limits(test.ratioInterval(inputs.number("conf_level", 0.95))));
      PoissonRate.Test exact = test.exactPoisson();
      out.put("p_exact_one_lower", exact.less());
      out.put("p_exact_one_upper", exact.greater());
      out.put("p_exact_two_doubled", exact.twoSidedDoubled());
      out.put("p_exact_two_minlike", exact.twoSided());
    }
    return out;
  }

  private static SurvivalModel nullModel(Inputs inputs) {
    if (inputs.has("null_rate")) {
      return new Exponential(inputs.number("null_rate"));
    }
    Inputs parameters = inputs.nested("null_parameters");
    return switch (inputs.text("null_model")) {
      case "exponential" -> new Exponential(parameters.number("rate"));
      case "weibull" -> new Weibull(parameters.number("shape"), parameters.number("scale"));
      case "piecewise" ->
          PiecewiseExponential.of(parameters.numbers("breaks"), parameters.numbers("rates"));
      default ->
          throw new IllegalArgumentException(
              "null_model is "
                  + inputs.text("null_model")
                  + "; legal: exponential, weibull, piecewise");
    };
  }

  static Map<String, Object> logRank(Inputs inputs) {
    int[] group = codes(inputs.texts("group"));
    int[] strata = inputs.has("strata") ? codes(inputs.texts("strata")) : new int[group.length];
    LogRank test = LogRank.of(CurveMethods.data(inputs), group, strata, inputs.number("rho", 0));
    List<Object> n = new ArrayList<>();
    List<Object> observed = new ArrayList<>();
    List<Object> expected = new ArrayList<>();
    List<Object> variance = new ArrayList<>();
    for (int g = 0; g < test.groups(); g++) {
      n.add(test.size(g));
      observed.add(test.observed(g));
      expected.add(test.expected(g));
      List<Object> row = new ArrayList<>();
      for (int h = 0; h < test.groups(); h++) {
        row.add(test.variance(g, h));
      }
      variance.add(row);
    }
    return Map.of(
        "n", n,
        "observed", observed,
        "expected", expected,
        "variance", variance,
        "chisq", test.chiSquared(),
        "df", test.degreesOfFreedom(),
        "p", test.pValue());
  }

  /** Labels to 0, 1, ... in their sorted order. */
  static int[] codes(List<String> labels) {
    List<String> levels = List.copyOf(new TreeSet<>(labels));
    return labels.stream().mapToInt(levels::indexOf).toArray();
  }

  static Map<String, Object> competingRisks(Inputs inputs) {
    double[] time = inputs.numbers("time");
    int[] cause = inputs.wholes("status");
    double[] at = inputs.numbers("times");
    CumulativeIncidence overall = CumulativeIncidence.of(time, cause);
    Map<String, Object> out = new LinkedHashMap<>();
    putByGroup(out, inputs, time, cause, at);
    if (inputs.has("group")) {
      out.put("gray", gray(time, cause, codes(inputs.texts("group"))));
    }
    if (inputs.has("covariates")) {
      out.put("fine_gray_cause1", fineGray(time, cause, inputs.nested("covariates")));
    }
    Map<String, Object> johansen = new LinkedHashMap<>();
    List<Object> states = new ArrayList<>(List.of("(s0)"));
    List<Object> probability = new ArrayList<>();
    List<Object> error = new ArrayList<>();
    List<Object> times = new ArrayList<>();
    for (int k = 1; k <= overall.causes(); k++) {
      states.add(String.valueOf(k));
    }
    for (double t : at) {
      times.add(t);
      List<Object> row = new ArrayList<>(List.of(overall.eventFreeAt(t)));
      List<Object> errors = new ArrayList<>(List.of(overall.standardError(0, t)));
      for (int k = 1; k <= overall.causes(); k++) {
        row.add(overall.incidenceAt(k, t));
        errors.add(overall.standardError(k, t));
      }
      probability.add(row);
      error.add(errors);
    }
    johansen.put("times", times);
    johansen.put("states", states);
    johansen.put("pstate", probability);
    johansen.put("se", error);
    out.put("aalen_johansen_overall", johansen);
    return out;
  }

  private static Map<String, Object> fineGray(double[] time, int[] cause, Inputs columns) {
    List<String> names = columns.map().keySet().stream().map(String::valueOf).toList();
    FineGray fit =
        FineGray.of(
            time, cause, 1, names, names.stream().map(columns::numbers).toArray(double[][]::new));
    IntStream terms = IntStream.range(0, names.size());
    return Map.of(
        "coef", terms.mapToObj(fit::coefficient).toList(),
        "se", IntStream.range(0, names.size()).mapToObj(fit::standardError).toList(),
        "loglik", fit.logLikelihood());
  }

  private static Map<String, Object> gray(double[] time, int[] cause, int[] group) {
    List<GrayTest> tests =
        IntStream.rangeClosed(1, Arrays.stream(cause).max().orElse(0))
            .mapToObj(k -> GrayTest.of(time, cause, group, k))
            .toList();
    return Map.of(
        "cause", tests.stream().map(t -> String.valueOf(t.cause())).toList(),
        "stat", tests.stream().map(GrayTest::chiSquared).toList(),
        "p", tests.stream().map(GrayTest::pValue).toList(),
        "df", tests.stream().map(GrayTest::degreesOfFreedom).toList());
  }

  private static void putByGroup(
      Map<String, Object> out, Inputs inputs, double[] time, int[] cause, double[] at) {
    List<String> labels =
        inputs.has("group") ? inputs.texts("group") : Collections.nCopies(time.length, "1");
    List<String> levels = List.copyOf(new TreeSet<>(labels));
    List<Object> curves = new ArrayList<>();
    List<Object> estimates = new ArrayList<>();
    List<Object> variances = new ArrayList<>();
    int causes = Arrays.stream(cause).max().orElse(0);
    for (int k = 1; k <= causes; k++) {
      for (String level : levels) {
        CumulativeIncidence incidence = ofGroup(time, cause, labels, level);
        curves.add(level + " " + k);
        List<Object> estimate = new ArrayList<>();
        List<Object> variance = new ArrayList<>();
        for (double t : at) {
          estimate.add(incidence.incidenceAt(k, t));
          variance.add(incidence.variance(k, t));
        }
        estimates.add(estimate);
        variances.add(variance);
      }
    }
    out.put("curves", curves);
    out.put("est", estimates);
    out.put("var", variances);
  }

  private static CumulativeIncidence ofGroup(
      double[] time, int[] cause, List<String> labels, String level) {
    int[] rows = IntStream.range(0, time.length).filter(i -> labels.get(i).equals(level)).toArray();
    return CumulativeIncidence.of(
        Arrays.stream(rows).mapToDouble(i -> time[i]).toArray(),
        Arrays.stream(rows).map(i -> cause[i]).toArray());
  }
}
