package org.lodestar.statistics.distribution;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** The chi-squared distribution. */
public final class ChiSquared {
  private ChiSquared() {}

  /**
   * P(X &lt;= x).
   *
   * @param x at least 0
   * @param degreesOfFreedom above 0
   */
  public static double cdf(double x, double degreesOfFreedom) {
    return ChiSquaredDistribution.of(degreesOfFreedom).cumulativeProbability(x);
  }

  /**
   * P(X &gt; x), the p value of a chi-squared statistic.
   *
   * @param x at least 0
   * @param degreesOfFreedom above 0
   */
  public static double upperTail(double x, double degreesOfFreedom) {
    return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(x);
  }

  /**
   * The x with P(X &lt;= x) = p.
   *
   * @param p a probability
   * @param degreesOfFreedom above 0
   */
  public static double quantile(double p, double degreesOfFreedom) {
    return ChiSquaredDistribution.of(degreesOfFreedom).inverseCumulativeProbability(p);
  }
}
