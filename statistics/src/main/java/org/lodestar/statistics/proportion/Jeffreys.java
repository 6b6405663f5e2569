package org.lodestar.statistics.proportion;

import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.Interval;
import org.lodestar.statistics.distribution.Beta;

/**
 * The equal-tailed credible interval of the prior Beta(1/2, 1/2) (Brown, Cai and DasGupta 2001,
 * Stat Sci 16:101, section 3.1.2).
 */
public final class Jeffreys {
  private Jeffreys() {}

  /**
   * The equal-tailed interval.
   *
   * @param x responses, 0 to n
   * @param n participants, at least 1
   * @param level the coverage, inside (0, 1)
   */
  public static Interval interval(int x, int n, double level) {
    Counts.checked(x, n, level);
    double tail = (1 - level) / 2;
    return Interval.of(
        Beta.quantile(tail, x + 0.5, n - x + 0.5),
        Beta.upperQuantile(tail, x + 0.5, n - x + 0.5),
        level);
  }

  /**
   * The interval that Brown, Cai and DasGupta recommend: its lower limit is 0 at x = 0 and its
   * upper limit 1 at x = n.
   *
   * @param x responses, 0 to n
   * @param n participants, at least 1
   * @param level the coverage, inside (0, 1)
   */
  public static Interval withExactEnds(int x, int n, double level) {
    Interval plain = interval(x, n, level);
    return new Interval(
        x == 0 ? Estimate.of(0) : plain.lower(), x == n ? Estimate.of(1) : plain.upper(), level);
  }
}
