package org.lodestar.statistics.proportion;

import org.lodestar.statistics.Interval;
import org.lodestar.statistics.distribution.Beta;

/**
 * The exact binomial interval (Clopper and Pearson 1934, Biometrika 26:404), by beta quantiles:
 * from B(alpha/2; x, n - x + 1) to B(1 - alpha/2; x + 1, n - x). It covers at least its level for
 * every true proportion.
 */
public final class ClopperPearson {
  private ClopperPearson() {}

  /**
   * The interval.
   *
   * @param x responses, 0 to n
   * @param n participants, at least 1
   * @param level the coverage, inside (0, 1)
   */
  public static Interval interval(int x, int n, double level) {
    Counts.checked(x, n, level);
    double tail = (1 - level) / 2;
    double lower = x == 0 ? 0 : Beta.quantile(tail, x, n - x + 1.0);
    double upper = x == n ? 1 : Beta.upperQuantile(tail, x + 1.0, n - x);
    return Interval.of(lower, upper, level);
  }
}
