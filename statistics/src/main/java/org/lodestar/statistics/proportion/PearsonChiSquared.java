package org.lodestar.statistics.proportion;

import org.lodestar.statistics.Require;

/** Pearson's statistic of a 2 x 2 table, on one degree of freedom. */
public final class PearsonChiSquared {
  private PearsonChiSquared() {}

  /**
   * N (ad - bc)^2 / (product of the margins).
   *
   * @param a the first row's first count
   * @param b the first row's second count
   * @param c the second row's first count
   * @param d the second row's second count
   * @throws IllegalArgumentException if a count is negative or a margin is 0
   */
  public static double statistic(int a, int b, int c, int d) {
    double cross = (double) a * d - (double) b * c;
    return cross * cross * (a + b + c + d) / margins(a, b, c, d);
  }

  /**
   * The statistic with Yates's correction: |ad - bc| less N/2, but not below 0.
   *
   * @param a the first row's first count
   * @param b the first row's second count
   * @param c the second row's first count
   * @param d the second row's second count
   * @throws IllegalArgumentException if a count is negative or a margin is 0
   */
  public static double yates(int a, int b, int c, int d) {
    double n = (double) a + b + c + d;
    double cross = Math.max(0, Math.abs((double) a * d - (double) b * c) - n / 2);
    return cross * cross * n / margins(a, b, c, d);
  }

  private static double margins(int a, int b, int c, int d) {
    Require.atLeast("a", a, 0);
    Require.atLeast("b", b, 0);
    Require.atLeast("c", c, 0);
    Require.atLeast("d", d, 0);
    return Require.positive(
        "product of the margins", (double) (a + b) * (c + d) * (a + c) * (b + d));
  }
}
