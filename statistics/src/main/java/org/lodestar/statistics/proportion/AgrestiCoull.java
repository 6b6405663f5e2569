package org.lodestar.statistics.proportion;

import org.lodestar.statistics.Interval;
import org.lodestar.statistics.distribution.Normal;

/**
 * The adjusted Wald interval (Agresti and Coull 1998, Am Stat 52:119): Wald's, after adding z^2 / 2
 * responses and z^2 / 2 failures. Its limits may lie outside [0, 1]; {@link #interval} clips them.
 */
public final class AgrestiCoull {
  private AgrestiCoull() {}

  /**
   * The interval, clipped to [0, 1].
   *
   * @param x responses, 0 to n
   * @param n participants, at least 1
   * @param level the coverage, inside (0, 1)
   */
  public static Interval interval(int x, int n, double level) {
    return Wald.clip(unclipped(x, n, level));
  }

  /**
   * The interval as the formula gives it.
   *
   * @param x responses, 0 to n
   * @param n participants, at least 1
   * @param level the coverage, inside (0, 1)
   */
  public static Interval unclipped(int x, int n, double level) {
    Counts.checked(x, n, level);
    double z = Normal.upperQuantile((1 - level) / 2);
    double size = n + z * z;
    return Wald.around((x + z * z / 2) / size, size, z, level);
  }
}
