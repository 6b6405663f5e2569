package org.lodestar.statistics.distribution;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** The binomial distribution of x responses among n participants. */
public final class Binomial {
  private Binomial() {}

  /**
   * P(X = x).
   *
   * @param x any whole number
   * @param n the number of participants
   * @param p the probability of response
   */
  public static double probability(int x, int n, double p) {
    return BinomialDistribution.of(n, p).probability(x);
  }

  /**
   * P(X = 0), ..., P(X = n).
   *
   * @param n the number of participants
   * @param p the probability of response
   */
  public static double[] probabilities(int n, double p) {
    BinomialDistribution binomial = BinomialDistribution.of(n, p);
    double[] mass = new double[n + 1];
    for (int x = 0; x <= n; x++) {
      mass[x] = binomial.probability(x);
    }
    return mass;
  }

  /**
   * P(X &lt;= x).
   *
   * @param x any whole number
   * @param n the number of participants
   * @param p the probability of response
   */
  public static double atMost(int x, int n, double p) {
    return BinomialDistribution.of(n, p).cumulativeProbability(x);
  }

  /**
   * P(X &gt;= x).
   *
   * @param x any whole number
   * @param n the number of participants
   * @param p the probability of response
   */
  public static double atLeast(int x, int n, double p) {
    return BinomialDistribution.of(n, p).survivalProbability(x - 1);
  }
}
