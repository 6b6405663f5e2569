package org.lodestar.statistics.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.Interval;
import org.lodestar.statistics.survival.FollowUp;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.KaplanMeier;
import org.lodestar.statistics.survival.Landmark;
import org.lodestar.statistics.survival.NelsonAalen;
import org.lodestar.statistics.survival.QuantileRule;
import org.lodestar.statistics.survival.RestrictedMean;
import org.lodestar.statistics.survival.SurvivalData;
import org.lodestar.statistics.survival.SurvivalQuantile;

/** Reference {@code km}: curves, their intervals and quantiles, restricted means, follow-up. */
final class CurveMethods {
  private CurveMethods() {}

  static SurvivalData data(Inputs inputs) {
    return SurvivalData.of(inputs.numbers("time"), inputs.wholes("status"));
  }

  /** A curve with one interval, at the level that the inputs name. */
  static Map<String, Object> anyCurve(Inputs inputs) {
    KaplanMeier curve = KaplanMeier.of(data(inputs));
    return Map.of("median", curve.median(IntervalType.LOG_LOG, inputs.number("conf_level", 0.95)));
  }

  static Map<String, Object> curve(Inputs inputs) {
    SurvivalData data = data(inputs);
    KaplanMeier curve = KaplanMeier.of(data);
    NelsonAalen hazard = NelsonAalen.of(data);
    List<KaplanMeier.Step> steps = curve.steps();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("n", curve.participants());
    out.put("events", curve.eventCount());
    out.put("time", steps.stream().map(KaplanMeier.Step::time).toList());
    out.put("n_risk", steps.stream().map(KaplanMeier.Step::atRisk).toList());
    out.put("n_event", steps.stream().map(KaplanMeier.Step::events).toList());
    out.put("n_censor", steps.stream().map(KaplanMeier.Step::censored).toList());
    out.put("surv", steps.stream().map(KaplanMeier.Step::survival).toList());
    out.put("se_surv", steps.stream().map(KaplanMeier.Step::standardError).toList());
    out.put("cumhaz_nelson_aalen", steps.stream().map(s -> hazard.hazardAt(s.time())).toList());
    out.put("se_cumhaz", steps.stream().map(s -> hazard.standardErrorAt(s.time())).toList());
    return out;
  }

  static Map<String, Object> intervals(Inputs inputs) {
    KaplanMeier curve = KaplanMeier.of(data(inputs));
    IntervalType type = type(inputs.text("conf_type"));
    double level = inputs.number("conf_level");
    List<Object> times = new ArrayList<>();
    List<Landmark> landmarks = new ArrayList<>();
    for (double t : inputs.numbers("times")) {
      times.add(t);
      landmarks.add(curve.landmark(t, type, level));
    }
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("times", times);
    out.put("surv", landmarks.stream().map(Landmark::survival).toList());
    out.put("se", landmarks.stream().map(Landmark::standardError).toList());
    out.put("lower", landmarks.stream().map(l -> l.interval().lower()).toList());
    out.put("upper", landmarks.stream().map(l -> l.interval().upper()).toList());
    out.put("n_risk", landmarks.stream().map(Landmark::atRisk).toList());
    putQuantiles(out, curve, type, level);
    List<Estimate> lower = new ArrayList<>();
    List<Estimate> upper = new ArrayList<>();
    for (int i = 0; i < curve.table().size(); i++) {
      Interval interval = curve.intervalAt(i, type, level);
      lower.add(interval.lower());
      upper.add(interval.upper());
    }
    out.put("curve_lower", lower);
    out.put("curve_upper", upper);
    return out;
  }

  private static void putQuantiles(
      Map<String, Object> out, KaplanMeier curve, IntervalType type, double level) {
    List<Double> shares = List.of(0.25, 0.5, 0.75);
    List<SurvivalQuantile> quantiles =
        shares.stream().map(p -> curve.quantile(p, type, level, QuantileRule.MIDPOINT)).toList();
    out.put("quantile_probs", shares);
    out.put("quantile", quantiles.stream().map(SurvivalQuantile::time).toList());
    out.put("q_lower", quantiles.stream().map(q -> q.interval().lower()).toList());
    out.put("q_upper", quantiles.stream().map(q -> q.interval().upper()).toList());
  }

  static Map<String, Object> restrictedMean(Inputs inputs) {
    RestrictedMean mean = RestrictedMean.of(KaplanMeier.of(data(inputs)), inputs.number("tau"));
    return Map.of("rmst", mean.mean(), "se", mean.standardError());
  }

  static Map<String, Object> followUp(Inputs inputs) {
    SurvivalQuantile median = FollowUp.median(data(inputs), IntervalType.LOG_LOG, 0.95);
    return Map.of(
        "median_followup", median.time(),
        "lower", median.interval().lower(),
        "upper", median.interval().upper());
  }

  private static IntervalType type(String name) {
    return switch (name) {
      case "plain" -> IntervalType.PLAIN;
      case "log" -> IntervalType.LOG;
      case "log-log" -> IntervalType.LOG_LOG;
      case "logit" -> IntervalType.LOGIT;
      case "arcsin" -> IntervalType.ARCSINE;
      default ->
          throw new IllegalArgumentException(
              "conf_type is " + name + "; legal: plain, log, log-log, logit, arcsin");
    };
  }
}
