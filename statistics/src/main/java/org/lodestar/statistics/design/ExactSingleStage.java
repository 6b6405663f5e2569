package org.lodestar.statistics.design;

import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Binomial;

/**
 * The exact single-stage design on a binomial rate (Fleming 1982; A'Hern 2001, Stat Med 20:859).
 * Its power falls and rises with n, so that two answers exist: the first n that suffices, and the n
 * from which every greater one does.
 *
 * @param n the first sample size that suffices
 * @param rejectFrom reject the null at this many responses or more
 * @param size its exact type I error
 * @param power its exact power
 * @param stableFrom the least n such that it and every greater one suffices
 */
public record ExactSingleStage(int n, int rejectFrom, double size, double power, int stableFrom) {
  /** How far beyond the first n the search for the stable one looks. */
  private static final int MOST = 2000;

  /**
   * The design.
   *
   * @param h the hypotheses and errors
   * @throws IllegalArgumentException if no n up to 2000 suffices
   */
  public static ExactSingleStage of(BinomialHypotheses h) {
    int first = 1;
    while (first <= MOST && power(first, h) < 1 - h.beta()) {
      first++;
    }
    if (first > MOST) {
      throw Require.refusal("p1", h.p1(), "far enough from p0 for n of at most " + MOST);
    }
    int stable = first;
    for (int n = first + 1; n <= Math.min(MOST, 2 * first + 100); n++) {
      if (power(n, h) < 1 - h.beta()) {
        stable = n + 1;
      }
    }
    int r = critical(first, h.p0(), h.alpha());
    return new ExactSingleStage(
        first, r, Binomial.atLeast(r, first, h.p0()), Binomial.atLeast(r, first, h.p1()), stable);
  }

  /**
   * The least number of responses at which n participants reject p0; n + 1 if none does.
   *
   * @param n participants, at least 1
   * @param p0 the rate under the null, inside (0, 1)
   * @param alpha the one-sided type I error, inside (0, 1)
   */
  public static int critical(int n, double p0, double alpha) {
    Require.atLeast("n", n, 1);
    Require.insideUnit("p0", p0);
    Require.insideUnit("alpha", alpha);
    int low = 0;
    int high = n + 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Binomial.atLeast(middle, n, p0) <= alpha) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static double power(int n, BinomialHypotheses h) {
    return Binomial.atLeast(critical(n, h.p0(), h.alpha()), n, h.p1());
  }
}
