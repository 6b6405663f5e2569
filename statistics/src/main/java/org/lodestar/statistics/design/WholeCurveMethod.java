package org.lodestar.statistics.design;

import java.util.function.ToDoubleFunction;

/**
 * The published ways to size a single-arm trial whose test uses the whole survival curve. They
 * differ in the statistic and in the variance under null and alternative; a report must name the
 * one it used. Symbols: D = {@link OneArmSurvival#eventsForLogHazardRatio()}; P1 = v1, v0, P0 and
 * s2 as in {@link Contribution}; l0, l1 the hazards; za, zb the normal quantiles.
 */
public enum WholeCurveMethod {
  /** Events for the log hazard ratio over P(event) under the alternative. */
  LOG_HAZARD_RATIO(
      "log hazard ratio, D / P1",
      "D / P1",
      "George and Desu 1974, J Chronic Dis 27:15",
      d -> d.eventsForLogHazardRatio() / d.contribution().eventUnderAlternative()),
  /** The same with the events rounded up before dividing. */
  LOG_HAZARD_RATIO_WHOLE_EVENTS(
      "log hazard ratio, D rounded up first",
      "ceil(D) / P1",
      "George and Desu 1974",
      d ->
          SampleSize.ceiling(d.eventsForLogHazardRatio())
              / d.contribution().eventUnderAlternative()),
  /** Events over P(event) under the null. */
  LOG_HAZARD_RATIO_NULL_EVENTS(
      "log hazard ratio, D / P0",
      "D / P0",
      "variant",
      d -> d.eventsForLogHazardRatio() / d.contribution().eventUnderNull()),
  /** Events over the mean of both probabilities. */
  LOG_HAZARD_RATIO_MEAN_EVENTS(
      "log hazard ratio, D / mean(P0, P1)",
      "2 D / (P0 + P1)",
      "variant",
      d ->
          2
              * d.eventsForLogHazardRatio()
              / (d.contribution().eventUnderNull() + d.contribution().eventUnderAlternative())),
  /** Null and alternative variances of the log hazard ratio. */
  LOG_HAZARD_RATIO_BOTH_VARIANCES(
      "log hazard ratio, null and alternative variance",
      "(za / sqrt P0 + zb / sqrt P1)^2 / (log HR)^2",
      "variant",
      d -> {
        Contribution c = d.contribution();
        return squared(
            (d.errors().zAlpha() / Math.sqrt(c.eventUnderNull())
                    + d.errors().zPower() / Math.sqrt(c.eventUnderAlternative()))
                / Math.log(d.hazardRatio()));
      }),
  /** Breslow's statistic with its exact variance under the alternative. */
  WU_2015(
      "one-sample log-rank, exact variance (Wu)",
      "(za sqrt v0 + zb sqrt s2)^2 / (v0 - v1)^2",
      "Wu 2015, Pharm Stat 14:26",
      d -> {
        Contribution c = d.contribution();
        return logRank(d, c.nullHazardUnderAlternative(), c.variance());
      }),
  /** Wu's statistic, whose variance is (O + E) / 2. */
  WU_MODIFIED(
      "modified one-sample log-rank (Wu), variance (O + E) / 2",
      "(za sqrt((v0 + v1) / 2) + zb sqrt s2)^2 / (v0 - v1)^2",
      "Wu 2014, Pharm Stat 13:402",
      d -> {
        Contribution c = d.contribution();
        double half = (c.nullHazardUnderAlternative() + c.eventUnderAlternative()) / 2;
        return logRank(d, half, c.variance());
      }),
  /** Kwak and Jung; under proportional hazards also Finkelstein. */
  KWAK_JUNG(
      "one-sample log-rank (Kwak and Jung)",
      "(za sqrt v0 + zb sqrt v1)^2 / (v0 - v1)^2",
      "Kwak and Jung 2014, Stat Med 33:2004; Finkelstein et al. 2003, JNCI 95:1434",
      d -> {
        Contribution c = d.contribution();
        return logRank(d, c.nullHazardUnderAlternative(), c.eventUnderAlternative());
      }),
  /** Kwak and Jung with the variance of the null under the null. */
  KWAK_JUNG_NULL_VARIANCE(
      "one-sample log-rank, null variance at the null",
      "(za sqrt P0 + zb sqrt v1)^2 / (v0 - v1)^2",
      "variant",
      d -> {
        Contribution c = d.contribution();
        return logRank(d, c.eventUnderNull(), c.eventUnderAlternative());
      }),
  /** The square-root statistic. */
  VARIANCE_STABILISED(
      "variance-stabilised, 2 (sqrt O - sqrt E)",
      "(za + zb)^2 / (4 (sqrt v1 - sqrt v0)^2)",
      "square-root transform of a Poisson count",
      d -> {
        Contribution c = d.contribution();
        double step =
            2 * (Math.sqrt(c.eventUnderAlternative()) - Math.sqrt(c.nullHazardUnderAlternative()));
        return squared((d.errors().zAlpha() + d.errors().zPower()) / step);
      }),
  /** The calculator of SWOG: cube root of the hazard, plus one half. */
  SWOG(
      "SWOG one-arm exponential, cube root of the hazard, + 1/2",
      "((s0 za + s1 zb) / |phi1 - phi0|)^2 + 1/2, phi = hazard^(1/3), s = phi / (3 sqrt P)",
      "SWOG/CRAB One Arm Survival calculator, help page",
      d -> power(d, 1.0 / 3, true) + 0.5),
  /** The same without one half. */
  SWOG_WITHOUT_HALF(
      "SWOG one-arm exponential without the 1/2",
      "((s0 za + s1 zb) / |phi1 - phi0|)^2",
      "variant",
      d -> power(d, 1.0 / 3, true)),
  /** Cube root of the mean survival time. */
  CUBE_ROOT_OF_MEAN(
      "exponential, cube root of the mean",
      "as SWOG without 1/2, phi = mean^(1/3)",
      "variant",
      d -> power(d, -1.0 / 3, true)),
  /** Cube root of the mean with P1 on both sides. */
  CUBE_ROOT_OF_MEAN_ALTERNATIVE(
      "exponential, cube root of the mean, P1 throughout",
      "as SWOG without 1/2, phi = mean^(1/3), P = P1",
      "variant",
      d -> power(d, -1.0 / 3, false)),
  /** Exact gamma test with a fixed number of events. */
  EXACT_GAMMA(
      "exact gamma test, events / P1",
      "smallest d with exact power, / P1",
      "Phadnis 2019, Pharm Stat 18:599 (type)",
      d -> ExactGamma.of(d).events() / d.contribution().eventUnderAlternative()),
  /** Maximum likelihood of the exponential mean. */
  EXPONENTIAL_MEAN(
      "exponential, estimate of the mean",
      "(za m0 / sqrt P0 + zb m1 / sqrt P1)^2 / (m1 - m0)^2, m = 1 / hazard",
      "Wald test of the mean",
      d -> power(d, -1, true)),
  /** Maximum likelihood of the exponential rate. */
  EXPONENTIAL_RATE(
      "exponential, estimate of the rate",
      "(za l0 / sqrt P0 + zb l1 / sqrt P1)^2 / (l1 - l0)^2",
      "Wald test of the rate",
      d -> power(d, 1, true)),
  /** Half of a two-arm log-rank trial: what results if the control is not taken as known. */
  TWO_SAMPLE_HALF(
      "half of a two-sample log-rank trial",
      "2 D / P1",
      "Schoenfeld 1981, Biometrika 68:316, one of two equal arms",
      d -> 2 * d.eventsForLogHazardRatio() / d.contribution().eventUnderAlternative());

  private final String label;
  private final String formula;
  private final String source;
  private final ToDoubleFunction<OneArmSurvival> raw;

  WholeCurveMethod(
      String label, String formula, String source, ToDoubleFunction<OneArmSurvival> raw) {
    this.label = label;
    this.formula = formula;
    this.source = source;
    this.raw = raw;
  }

  /** The method's name in print. */
  public String label() {
    return label;
  }

  /**
   * The sample size of a design by this method.
   *
   * @param design the design
   */
  public SampleSize size(OneArmSurvival design) {
    return SampleSize.of(label, formula, source, raw.applyAsDouble(design));
  }

  private static double logRank(OneArmSurvival d, double nullVariance, double altVariance) {
    Contribution c = d.contribution();
    return squared(
        (d.errors().zAlpha() * Math.sqrt(nullVariance)
                + d.errors().zPower() * Math.sqrt(altVariance))
            / (c.nullHazardUnderAlternative() - c.eventUnderAlternative()));
  }

  /** Wald test on the scale hazard^power, by the delta method; the hazards are those at shape 1. */
  private static double power(OneArmSurvival d, double power, boolean bothProbabilities) {
    Contribution c = d.contribution();
    double p1 = c.eventUnderAlternative();
    double p0 = bothProbabilities ? c.eventUnderNull() : p1;
    double phi0 = Math.pow(-Math.log(d.nullSurvival()), power);
    double phi1 = Math.pow(-Math.log(d.alternativeSurvival()), power);
    double spread =
        Math.abs(power)
            * (d.errors().zAlpha() * phi0 / Math.sqrt(p0)
                + d.errors().zPower() * phi1 / Math.sqrt(p1));
    return squared(spread / (phi1 - phi0));
  }

  private static double squared(double x) {
    return x * x;
  }
}
