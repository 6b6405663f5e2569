package org.lodestar.statistics.survival;

/**
 * A known survival distribution: a null hypothesis, or the truth of a simulation. It is given by
 * its cumulative hazard {@code L(t) = -log S(t)} and the inverse of that.
 */
public interface SurvivalModel {

  /**
   * The cumulative hazard L(t).
   *
   * @param t a time of at least 0
   */
  double cumulativeHazard(double t);

  /**
   * The time at which the cumulative hazard reaches a value; infinite if it never does (a plateau).
   *
   * @param hazard at least 0
   */
  double timeAtHazard(double hazard);

  /** The model in words, with its parameters. */
  String describe();

  /**
   * What the model takes for granted after the last time at which it was stated. A one-sample test
   * against it is only as good as this sentence.
   */
  String assumption();

  /**
   * S(t).
   *
   * @param t a time of at least 0
   */
  default double survival(double t) {
    return Math.exp(-cumulativeHazard(t));
  }
}
