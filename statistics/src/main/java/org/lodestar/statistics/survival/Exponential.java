package org.lodestar.statistics.survival;

import org.lodestar.statistics.Require;

/**
 * Constant hazard: {@code L(t) = rate t}.
 *
 * @param rate the hazard per unit of time, above 0
 */
public record Exponential(double rate) implements SurvivalModel {
  /** Refuses a hazard of 0: nobody would ever have the event. */
  public Exponential {
    Require.positive("rate", rate);
  }

  /**
   * The exponential curve through one point.
   *
   * @param time above 0
   * @param survival S(time), inside (0, 1)
   */
  public static Exponential through(double time, double survival) {
    Require.positive("time", time);
    return new Exponential(-Math.log(Require.insideUnit("survival", survival)) / time);
  }

  /**
   * The exponential curve of a median.
   *
   * @param median above 0
   */
  public static Exponential ofMedian(double median) {
    return through(Require.positive("median", median), 0.5);
  }

  @Override
  public double cumulativeHazard(double t) {
    return rate * t;
  }

  @Override
  public double timeAtHazard(double hazard) {
    return hazard / rate;
  }

  @Override
  public String describe() {
    return "exponential, hazard " + rate;
  }

  @Override
  public String assumption() {
    return "the hazard stays constant to the end of follow-up";
  }
}
