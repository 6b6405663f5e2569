package org.lodestar.statistics.proportion;

import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Binomial;

/** The exact test of paired proportions (McNemar 1947), binomial on the discordant pairs. */
public final class McNemarExact {
  private McNemarExact() {}

  /**
   * The two-sided p value; 1 if no pair is discordant.
   *
   * @param b pairs that changed one way, at least 0
   * @param c pairs that changed the other way, at least 0
   */
  public static double twoSided(int b, int c) {
    Require.atLeast("b", b, 0);
    Require.atLeast("c", c, 0);
    return b + c == 0 ? 1 : Math.min(1, 2 * Binomial.atMost(Math.min(b, c), b + c, 0.5));
  }
}
