package org.lodestar.statistics.design;

import org.lodestar.statistics.Require;

/**
 * What a phase II design on a response or landmark rate is calculated from; one-sided.
 *
 * @param p0 the rate that is not worth pursuing, inside (0, 1)
 * @param p1 the rate that is, inside (p0, 1)
 * @param alpha the one-sided type I error, inside (0, 1)
 * @param beta the type II error, inside (0, 1)
 */
public record BinomialHypotheses(double p0, double p1, double alpha, double beta) {
  /** Refuses values outside their ranges. */
  public BinomialHypotheses {
    Require.insideUnit("p0", p0);
    Require.insideUnit("p1", p1);
    if (p1 <= p0) {
      throw Require.refusal("p1", p1, "(" + p0 + ", 1), above p0");
    }
    Require.insideUnit("alpha", alpha);
    Require.insideUnit("beta", beta);
  }
}
