package org.lodestar.statistics.design;

import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Binomial;

/**
 * A two-stage phase II design: stop for futility after n1 participants with r1 responses or fewer;
 * else go on to n, and declare the treatment futile at r responses or fewer.
 *
 * @param r1 the stopping bound of stage one, 0 to n1 - 1, or -1 for none
 * @param n1 the participants of stage one
 * @param r the final bound
 * @param n the participants in all, above n1
 */
public record TwoStage(int r1, int n1, int r, int n) {
  /** Refuses sizes and bounds that are no design. */
  public TwoStage {
    Require.atLeast("n1", n1, 1);
    Require.atLeast("n", n, n1 + 1);
    Require.within("r1", r1, -1, n1 - 1);
    Require.within("r", r, r1, n);
  }

  /**
   * The probability of stopping after stage one.
   *
   * @param p the true rate
   */
  public double earlyTermination(double p) {
    return Binomial.atMost(r1, n1, Require.probability("p", p));
  }

  /**
   * The expected number of participants.
   *
   * @param p the true rate
   */
  public double expectedSize(double p) {
    return n1 + (1 - earlyTermination(p)) * (n - n1);
  }

  /**
   * The probability of declaring the treatment worth pursuing.
   *
   * @param p the true rate
   */
  public double reject(double p) {
    Require.probability("p", p);
    double sum = 0;
    for (int x = r1 + 1; x <= n1; x++) {
      sum += Binomial.probability(x, n1, p) * Binomial.atLeast(r + 1 - x, n - n1, p);
    }
    return sum;
  }
}
