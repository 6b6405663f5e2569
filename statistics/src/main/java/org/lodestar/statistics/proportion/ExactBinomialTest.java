package org.lodestar.statistics.proportion;

import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Binomial;

/**
 * The exact test of one proportion against p0.
 *
 * @param greater P(X &gt;= x), evidence that the proportion is above p0
 * @param less P(X &lt;= x)
 * @param twoSided the probability of all outcomes no more likely than x, R's {@code binom.test}
 * @param twoSidedDoubled twice the smaller tail, at most 1
 * @param greaterMidP P(X &gt; x) + P(X = x) / 2
 */
public record ExactBinomialTest(
    double greater, double less, double twoSided, double twoSidedDoubled, double greaterMidP) {
  /** R's allowance for rounding when two outcomes are equally likely. */
  static final double EQUALLY_LIKELY = 1 + 1e-7;

  /**
   * The test.
   *
   * @param x responses, 0 to n
   * @param n participants, at least 1
   * @param p0 the proportion under the null hypothesis, inside (0, 1)
   */
  public static ExactBinomialTest of(int x, int n, double p0) {
    Counts counts = new Counts(x, n);
    Require.insideUnit("p0", p0);
    double greater = Binomial.atLeast(x, n, p0);
    double less = Binomial.atMost(x, n, p0);
    return new ExactBinomialTest(
        greater,
        less,
        noMoreLikely(counts, p0),
        Math.min(1, 2 * Math.min(greater, less)),
        MidP.atLeast(x, n, p0));
  }

  private static double noMoreLikely(Counts counts, double p0) {
    double[] mass = Binomial.probabilities(counts.n(), p0);
    double limit = mass[counts.x()] * EQUALLY_LIKELY;
    double sum = 0;
    boolean all = true;
    for (double m : mass) {
      if (m <= limit) {
        sum += m;
      } else {
        all = false;
      }
    }
    return all ? 1 : Math.min(1, sum);
  }
}
