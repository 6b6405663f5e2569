package org.lodestar.statistics.distribution;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution. */
public final class Normal {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  private Normal() {}

  /**
   * P(Z &lt;= z).
   *
   * @param z any number
   */
  public static double cdf(double z) {
    return STANDARD.cumulativeProbability(z);
  }

  /**
   * P(Z &gt; z), accurate in the far tail.
   *
   * @param z any number
   */
  public static double upperTail(double z) {
    return STANDARD.survivalProbability(z);
  }

  /**
   * P(|Z| &gt;= |z|).
   *
   * @param z any number
   */
  public static double twoSided(double z) {
    return 2 * upperTail(Math.abs(z));
  }

  /**
   * The density at z.
   *
   * @param z any number
   */
  public static double density(double z) {
    return Math.exp(-0.5 * z * z) / ROOT_TWO_PI;
  }

  /**
   * The z with P(Z &lt;= z) = p.
   *
   * @param p a probability
   */
  public static double quantile(double p) {
    return STANDARD.inverseCumulativeProbability(p);
  }

  /**
   * The z with P(Z &gt; z) = p.
   *
   * @param p a probability
   */
  public static double upperQuantile(double p) {
    return STANDARD.inverseSurvivalProbability(p);
  }
}
