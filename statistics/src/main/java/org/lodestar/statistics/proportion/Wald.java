package org.lodestar.statistics.proportion;

import org.lodestar.statistics.Interval;
import org.lodestar.statistics.distribution.Normal;

/**
 * The textbook interval x/n +- z sqrt(x/n (1 - x/n) / n). Offered because protocols name it; at x =
 * 0 and x = n it has no width, and for small n it covers far less than its level.
 */
public final class Wald {
  private Wald() {}

  /**
   * The interval, clipped to [0, 1].
   *
   * @param x responses, 0 to n
   * @param n participants, at least 1
   * @param level the coverage, inside (0, 1)
   */
  public static Interval interval(int x, int n, double level) {
    return clip(unclipped(x, n, level));
  }

  /**
   * The interval as the formula gives it.
   *
   * @param x responses, 0 to n
   * @param n participants, at least 1
   * @param level the coverage, inside (0, 1)
   */
  public static Interval unclipped(int x, int n, double level) {
    double share = Counts.checked(x, n, level).share();
    return around(share, n, Normal.upperQuantile((1 - level) / 2), level);
  }

  static Interval around(double share, double n, double z, double level) {
    double half = z * Math.sqrt(share * (1 - share) / n);
    return Interval.of(share - half, share + half, level);
  }

  static Interval clip(Interval interval) {
    return Interval.of(
        Math.max(0, interval.lower().value()),
        Math.min(1, interval.upper().value()),
        interval.level());
  }
}
