package org.lodestar.statistics.distribution;

import org.apache.commons.statistics.distribution.PoissonDistribution;

/** The Poisson distribution of a number of events. */
public final class Poisson {
  private Poisson() {}

  /**
   * P(X = x).
   *
   * @param x any whole number
   * @param mean above 0
   */
  public static double probability(int x, double mean) {
    return PoissonDistribution.of(mean).probability(x);
  }

  /**
   * P(X &lt;= x).
   *
   * @param x any whole number
   * @param mean above 0
   */
  public static double atMost(int x, double mean) {
    return x < 0 ? 0 : Gamma.upperTail(mean, x + 1.0);
  }

  /**
   * P(X &gt;= x).
   *
   * @param x any whole number
   * @param mean above 0
   */
  public static double atLeast(int x, double mean) {
    return x <= 0 ? 1 : Gamma.cdf(mean, x);
  }
}
