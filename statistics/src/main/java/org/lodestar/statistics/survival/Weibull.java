package org.lodestar.statistics.survival;

import org.lodestar.statistics.Require;

/**
 * The Weibull distribution: {@code L(t) = (t / scale)^shape}.
 *
 * @param shape above 0; 1 is exponential, above 1 the hazard rises
 * @param scale above 0, the time at which S is exp(-1)
 */
public record Weibull(double shape, double scale) implements SurvivalModel {
  /** Refuses parameters that are not above 0. */
  public Weibull {
    Require.positive("shape", shape);
    Require.positive("scale", scale);
  }

  /**
   * The Weibull curve of a shape through one point.
   *
   * @param shape above 0
   * @param time above 0
   * @param survival S(time), inside (0, 1)
   */
  public static Weibull through(double shape, double time, double survival) {
    Require.positive("shape", shape);
    Require.positive("time", time);
    Require.insideUnit("survival", survival);
    return new Weibull(shape, time / Math.pow(-Math.log(survival), 1 / shape));
  }

  @Override
  public double cumulativeHazard(double t) {
    return Math.pow(t / scale, shape);
  }

  @Override
  public double timeAtHazard(double hazard) {
    return scale * Math.pow(hazard, 1 / shape);
  }

  @Override
  public String describe() {
    return "Weibull, shape " + shape + ", scale " + scale;
  }

  @Override
  public String assumption() {
    return "the hazard follows the same power of time to the end of follow-up";
  }
}
