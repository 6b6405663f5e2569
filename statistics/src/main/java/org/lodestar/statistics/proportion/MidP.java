package org.lodestar.statistics.proportion;

import org.lodestar.statistics.Interval;
import org.lodestar.statistics.distribution.Binomial;
import org.lodestar.statistics.numeric.Roots;

/**
 * The mid-P interval (Berry and Armitage 1995, The Statistician 44:417): as {@link ClopperPearson},
 * but only half of the probability of the observed count belongs to either tail.
 */
public final class MidP {
  private MidP() {}

  /**
   * The interval.
   *
   * @param x responses, 0 to n
   * @param n participants, at least 1
   * @param level the coverage, inside (0, 1)
   */
  public static Interval interval(int x, int n, double level) {
    double share = Counts.checked(x, n, level).share();
    double tail = (1 - level) / 2;
    double lower = x == 0 ? 0 : Roots.between(p -> atLeast(x, n, p) - tail, 0, share);
    double upper = x == n ? 1 : Roots.between(p -> atMost(x, n, p) - tail, share, 1);
    return Interval.of(lower, upper, level);
  }

  static double atLeast(int x, int n, double p) {
    return Binomial.atLeast(x + 1, n, p) + 0.5 * Binomial.probability(x, n, p);
  }

  private static double atMost(int x, int n, double p) {
    return Binomial.atMost(x - 1, n, p) + 0.5 * Binomial.probability(x, n, p);
  }
}
