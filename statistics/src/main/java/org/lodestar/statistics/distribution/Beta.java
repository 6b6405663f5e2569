package org.lodestar.statistics.distribution;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.BetaDistribution;

/** The beta distribution. */
public final class Beta {
  private Beta() {}

  /**
   * P(X &lt;= x).
   *
   * @param x in [0, 1]
   * @param a above 0
   * @param b above 0
   */
  public static double cdf(double x, double a, double b) {
    return RegularizedBeta.value(x, a, b);
  }

  /**
   * P(X &gt; x).
   *
   * @param x in [0, 1]
   * @param a above 0
   * @param b above 0
   */
  public static double upperTail(double x, double a, double b) {
    return RegularizedBeta.complement(x, a, b);
  }

  /**
   * The density at x.
   *
   * @param x in [0, 1]
   * @param a above 0
   * @param b above 0
   */
  public static double density(double x, double a, double b) {
    return BetaDistribution.of(a, b).density(x);
  }

  /**
   * The x with P(X &lt;= x) = p.
   *
   * @param p a probability
   * @param a above 0
   * @param b above 0
   */
  public static double quantile(double p, double a, double b) {
    return BetaDistribution.of(a, b).inverseCumulativeProbability(p);
  }

  /**
   * The x with P(X &gt; x) = p.
   *
   * @param p a probability
   * @param a above 0
   * @param b above 0
   */
  public static double upperQuantile(double p, double a, double b) {
    return BetaDistribution.of(a, b).inverseSurvivalProbability(p);
  }
}
