package org.lodestar.statistics.sequential;

import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Normal;

/**
 * How much of an error may be spent by a share of the information (Lan and DeMets 1983, Biometrika
 * 70:659).
 */
@FunctionalInterface
public interface Spending {
  /**
   * The cumulative error spent.
   *
   * @param information the share of the final information, in (0, 1]
   * @param alpha the whole error, one-sided
   */
  double spent(double information, double alpha);

  /** Like O'Brien and Fleming: {@code 2 - 2 Phi(z(alpha / 2) / sqrt t)}. */
  static Spending likeOBrienFleming() {
    return (t, alpha) -> 2 * Normal.upperTail(Normal.upperQuantile(alpha / 2) / Math.sqrt(t));
  }

  /** Like Pocock: {@code alpha log(1 + (e - 1) t)}. */
  static Spending likePocock() {
    return (t, alpha) -> alpha * Math.log(1 + (Math.E - 1) * t);
  }

  /**
   * Hwang, Shih and DeCani 1990, Stat Med 9:1439: {@code alpha (1 - exp(-g t)) / (1 - exp(-g))}.
   *
   * @param gamma any finite number; 0 is linear, below 0 spends late
   */
  static Spending hwangShihDeCani(double gamma) {
    Require.finite("gamma", gamma);
    return (t, alpha) ->
        gamma == 0 ? alpha * t : alpha * Math.expm1(-gamma * t) / Math.expm1(-gamma);
  }

  /**
   * Kim and DeMets 1987, Biometrika 74:149: {@code alpha t^power}.
   *
   * @param power above 0
   */
  static Spending power(double power) {
    Require.positive("power", power);
    return (t, alpha) -> alpha * Math.pow(t, power);
  }
}
