package org.lodestar.statistics.design;

import org.lodestar.statistics.distribution.Gamma;

/**
 * The exact test of an exponential hazard when follow-up ends with the d-th event: the expected
 * events E under the null are then Gamma(d), and E times the hazard ratio under the alternative.
 *
 * @param events the smallest d whose power suffices
 * @param power its exact power
 */
public record ExactGamma(int events, double power) {
  private static final int MOST_EVENTS = 1_000_000;

  /**
   * The smallest number of events.
   *
   * @param design the design; accrual, follow-up and losses do not matter
   * @throws IllegalArgumentException if a million events are not enough
   */
  public static ExactGamma of(OneArmSurvival design) {
    double alpha = design.errors().oneSidedAlpha();
    double ratio = design.hazardRatio();
    for (int d = 1; d <= MOST_EVENTS; d++) {
      double power =
          ratio < 1
              ? Gamma.upperTail(Gamma.upperQuantile(alpha, d) * ratio, d)
              : Gamma.cdf(Gamma.quantile(alpha, d) * ratio, d);
      if (power >= design.errors().power()) {
        return new ExactGamma(d, power);
      }
    }
    throw new IllegalArgumentException(
        "alternativeSurvival is too near nullSurvival; legal: at most 1000000 events needed");
  }
}
