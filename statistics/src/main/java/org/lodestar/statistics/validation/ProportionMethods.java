package org.lodestar.statistics.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lodestar.statistics.Interval;
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

/** References {@code proportion} and {@code contingency_poisson}. */
final class ProportionMethods {
  private ProportionMethods() {}

  static List<Object> limits(Interval interval) {
    return List.of(interval.lower(), interval.upper());
  }

  static Map<String, Object> proportion(Inputs inputs) {
    int x = inputs.whole("x");
    int n = inputs.whole("n");
    double level = inputs.number("conf_level", 0.95);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("clopper_pearson", limits(ClopperPearson.interval(x, n, level)));
    out.put("wilson", limits(Wilson.interval(x, n, level)));
    out.put("wilson_cc_newcombe", limits(Wilson.continuityCorrected(x, n, level)));
    out.put("jeffreys_equal_tailed", limits(Jeffreys.interval(x, n, level)));
    out.put("jeffreys_bcd_endpoints", limits(Jeffreys.withExactEnds(x, n, level)));
    out.put("mid_p", limits(MidP.interval(x, n, level)));
    out.put("agresti_coull_unclipped", limits(AgrestiCoull.unclipped(x, n, level)));
    out.put("wald_unclipped", limits(Wald.unclipped(x, n, level)));
    out.put("estimate", (double) x / n);
    ExactBinomialTest test = ExactBinomialTest.of(x, n, inputs.number("p0"));
    out.put("p_greater", test.greater());
    out.put("p_less", test.less());
    out.put("p_two_minlike", test.twoSided());
    out.put("p_two_doubled", test.twoSidedDoubled());
    out.put("p_greater_midp", test.greaterMidP());
    return out;
  }

  /** R fills a matrix by columns: a, b is the first column. */
  static Map<String, Object> fisher(Inputs inputs) {
    int a = inputs.whole("a");
    int b = inputs.whole("b");
    int c = inputs.whole("c");
    int d = inputs.whole("d");
    FisherExact fisher = FisherExact.of(a, c, b, d, 0.95);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("p_two", fisher.twoSided());
    out.put("p_less", fisher.less());
    out.put("p_greater", fisher.greater());
    out.put("cond_mle_or", fisher.oddsRatio());
    out.put("or_ci", limits(fisher.interval()));
    out.put("chisq_pearson", PearsonChiSquared.statistic(a, c, b, d));
    out.put("chisq_yates", PearsonChiSquared.yates(a, c, b, d));
    out.put("mcnemar_exact_p", McNemarExact.twoSided(b, c));
    return out;
  }

  static Map<String, Object> poissonRate(Inputs inputs) {
    int events = inputs.whole("events");
    double exposure = inputs.number("exposure");
    return Map.of(
        "rate", events / exposure,
        "ci", limits(PoissonRate.garwood(events, exposure, 0.95)),
        "p_two", PoissonRate.test(events, exposure * inputs.number("r0")).twoSided());
  }
}
