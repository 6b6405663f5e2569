package org.lodestar.statistics.survival;

import org.lodestar.statistics.Require;

/**
 * A mixture cure model: a share never has the event, the others have it at a constant rate: {@code
 * S(t) = cured + (1 - cured) exp(-rate t)} (Berkson and Gage 1952).
 *
 * @param cured the plateau, inside (0, 1)
 * @param rate the hazard of the others, above 0
 */
public record Plateau(double cured, double rate) implements SurvivalModel {
  /** Refuses a plateau outside (0, 1) or a hazard that is not above 0. */
  public Plateau {
    Require.insideUnit("cured", cured);
    Require.positive("rate", rate);
  }

  /**
   * The curve with a plateau that passes through one point.
   *
   * @param cured the plateau
   * @param time above 0
   * @param survival S(time), above the plateau and below 1
   */
  public static Plateau through(double cured, double time, double survival) {
    Require.insideUnit("cured", cured);
    Require.positive("time", time);
    if (!(survival > cured && survival < 1)) {
      throw Require.refusal("survival", survival, "(" + cured + ", 1), above the plateau");
    }
    return new Plateau(cured, -Math.log((survival - cured) / (1 - cured)) / time);
  }

  @Override
  public double cumulativeHazard(double t) {
    return -Math.log(cured + (1 - cured) * Math.exp(-rate * t));
  }

  @Override
  public double timeAtHazard(double hazard) {
    double uncured = (Math.exp(-hazard) - cured) / (1 - cured);
    return uncured > 0 ? -Math.log(uncured) / rate : Double.POSITIVE_INFINITY;
  }

  @Override
  public String describe() {
    return "plateau of " + cured + ", hazard " + rate + " of the others";
  }

  @Override
  public String assumption() {
    return "the curve flattens to " + cured + " and falls no further";
  }
}
