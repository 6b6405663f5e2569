package org.lodestar.statistics.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lodestar.statistics.survival.Concordance;
import org.lodestar.statistics.survival.CoxRegression;
import org.lodestar.statistics.survival.ProportionalHazardsTest;
import org.lodestar.statistics.survival.SurvivalData;
import org.lodestar.statistics.survival.Ties;

/** Reference {@code cox}; the formula names the columns. */
final class CoxMethods {
  private static final Pattern FORMULA = Pattern.compile("Surv\\((.+?), *(.+?)\\) *~ *(.+)");
  private static final Pattern STRATA = Pattern.compile("strata\\((.+)\\)");

  private CoxMethods() {}

  static Map<String, Object> divergence(Inputs inputs) {
    CoxRegression regression =
        CoxRegression.of(
            CurveMethods.data(inputs),
            List.of("x"),
            new double[][] {inputs.numbers("x")},
            Ties.EFRON);
    return Map.of(
        "coef", regression.converged() ? regression.coefficient(0) : (Object) "diverges: flagged");
  }

  static Map<String, Object> regression(Inputs inputs) {
    Inputs data = inputs.nested("data");
    Matcher formula = FORMULA.matcher(inputs.text("formula"));
    if (!formula.matches()) {
      throw new IllegalArgumentException(
          "formula is " + inputs.text("formula") + "; legal: Surv(time, status) ~ terms");
    }
    double[] time = data.numbers(formula.group(1));
    int[] strata = new int[time.length];
    List<String> names = new ArrayList<>();
    for (String term : formula.group(3).split(" *\\+ *")) {
      Matcher stratified = STRATA.matcher(term);
      if (stratified.matches()) {
        strata = SurvivalTestMethods.codes(data.texts(stratified.group(1)));
      } else {
        names.add(term);
      }
    }
    CoxRegression regression =
        CoxRegression.of(
            SurvivalData.of(time, data.wholes(formula.group(2))),
            names,
            names.stream().map(data::numbers).toArray(double[][]::new),
            strata,
            Ties.valueOf(inputs.text("ties").toUpperCase(Locale.ROOT)));
    return results(regression, names, time);
  }

  private static Map<String, Object> results(CoxRegression fit, List<String> names, double[] time) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("n", fit.participants());
    out.put("events", fit.eventCount());
    out.put("terms", names);
    out.put("coef", each(fit, fit::coefficient));
    out.put("se", each(fit, fit::standardError));
    out.put("vcov", each(fit, k -> each(fit, l -> fit.covariance(k, l))));
    out.put("hr", each(fit, fit::hazardRatio));
    out.put("hr_lower", each(fit, k -> fit.hazardRatioInterval(k, 0.95).lower()));
    out.put("hr_upper", each(fit, k -> fit.hazardRatioInterval(k, 0.95).upper()));
    out.put("z", each(fit, fit::z));
    out.put("p", each(fit, fit::pValue));
    out.put("loglik_null", fit.nullLogLikelihood());
    out.put("loglik", fit.logLikelihood());
    out.put("lrt", fit.likelihoodRatio());
    out.put("wald", fit.wald());
    out.put("score", fit.score());
    out.put("df", fit.degreesOfFreedom());
    out.put("aic", fit.aic());
    Concordance concordance = fit.concordance();
    out.put("concordance", concordance.concordance());
    out.put("concordance_se", concordance.standardError());
    out.put("basehaz_uncentered", baselineHazard(fit, time));
    out.put("zph_km", proportionalHazards(fit));
    return out;
  }

  /** At six of the distinct times, evenly spaced by rank, both ends included. */
  private static Map<String, Object> baselineHazard(CoxRegression fit, double[] time) {
    double[] distinct = Arrays.stream(time).distinct().sorted().toArray();
    List<Object> times = new ArrayList<>();
    List<Object> hazards = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double t = distinct[(int) Math.rint((distinct.length - 1) * i / 5.0)];
      times.add(t);
      hazards.add(fit.baselineHazard(0, t));
    }
    return Map.of("time", times, "hazard", hazards);
  }

  private static Map<String, Object> proportionalHazards(CoxRegression fit) {
    ProportionalHazardsTest test = fit.proportionalHazards();
    List<ProportionalHazardsTest.Term> rows = new ArrayList<>(test.terms());
    rows.add(test.global());
    return Map.of(
        "terms", rows.stream().map(ProportionalHazardsTest.Term::name).toList(),
        "chisq", rows.stream().map(ProportionalHazardsTest.Term::chiSquared).toList(),
        "df", rows.stream().map(ProportionalHazardsTest.Term::degreesOfFreedom).toList(),
        "p", rows.stream().map(ProportionalHazardsTest.Term::pValue).toList());
  }

  private static List<Object> each(CoxRegression fit, IntFunction<Object> value) {
    return IntStream.range(0, fit.degreesOfFreedom()).mapToObj(value).toList();
  }
}
