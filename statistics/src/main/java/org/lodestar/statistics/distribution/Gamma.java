package org.lodestar.statistics.distribution;

import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.statistics.distribution.GammaDistribution;

/** The gamma distribution of scale 1. */
public final class Gamma {
  private Gamma() {}

  /**
   * P(X &lt;= x).
   *
   * @param x at least 0
   * @param shape above 0
   */
  public static double cdf(double x, double shape) {
    return RegularizedGamma.P.value(shape, x);
  }

  /**
   * P(X &gt; x).
   *
   * @param x at least 0
   * @param shape above 0
   */
  public static double upperTail(double x, double shape) {
    return RegularizedGamma.Q.value(shape, x);
  }

  /**
   * The x with P(X &lt;= x) = p.
   *
   * @param p a probability
   * @param shape above 0
   */
  public static double quantile(double p, double shape) {
    return GammaDistribution.of(shape, 1).inverseCumulativeProbability(p);
  }

  /**
   * The x with P(X &gt; x) = p.
   *
   * @param p a probability
   * @param shape above 0
   */
  public static double upperQuantile(double p, double shape) {
    return GammaDistribution.of(shape, 1).inverseSurvivalProbability(p);
  }
}
