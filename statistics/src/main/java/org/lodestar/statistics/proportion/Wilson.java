package org.lodestar.statistics.proportion;

import org.lodestar.statistics.Interval;
import org.lodestar.statistics.distribution.Normal;

/** The score interval (Wilson 1927, JASA 22:209), plain and with continuity correction. */
public final class Wilson {
  private Wilson() {}

  /**
   * The interval without correction: the p with |x/n - p| &lt;= z sqrt(p (1 - p) / n).
   *
   * @param x responses, 0 to n
   * @param n participants, at least 1
   * @param level the coverage, inside (0, 1)
   */
  public static Interval interval(int x, int n, double level) {
    Counts counts = Counts.checked(x, n, level);
    double z = Normal.upperQuantile((1 - level) / 2);
    double share = counts.share();
    double middle = share + z * z / (2 * n);
    double half = z * Math.sqrt((share * (1 - share) + z * z / (4.0 * n)) / n);
    double scale = 1 + z * z / n;
    double lower = x == 0 ? 0 : (middle - half) / scale;
    double upper = x == n ? 1 : (middle + half) / scale;
    return Interval.of(lower, upper, level);
  }

  /**
   * The interval with continuity correction (Newcombe 1998, Stat Med 17:857, method 4).
   *
   * @param x responses, 0 to n
   * @param n participants, at least 1
   * @param level the coverage, inside (0, 1)
   */
  public static Interval continuityCorrected(int x, int n, double level) {
    Counts counts = Counts.checked(x, n, level);
    double z = Normal.upperQuantile((1 - level) / 2);
    return Interval.of(
        x == 0 ? 0 : correctedLower(counts.share(), n, z),
        x == n ? 1 : 1 - correctedLower(1 - counts.share(), n, z),
        level);
  }

  private static double correctedLower(double share, int n, double z) {
    double root = Math.sqrt(z * z - 2 - 1.0 / n + 4 * share * (n * (1 - share) + 1));
    return Math.max(0, (2 * n * share + z * z - 1 - z * root) / (2 * (n + z * z)));
  }
}
