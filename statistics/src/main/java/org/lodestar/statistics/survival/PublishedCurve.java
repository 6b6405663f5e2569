package org.lodestar.statistics.survival;

import java.util.Arrays;
import org.lodestar.statistics.Require;

/**
 * A curve read off a publication: points (time, survival), joined by straight lines in the
 * cumulative hazard, and continued after the last point at the hazard of the last piece. Its own
 * sampling error is not known to a test that takes it for the truth, and the test's size rises with
 * it (Danzer et al. 2022, Stat Methods Med Res; arXiv 2109.02315).
 */
public final class PublishedCurve implements SurvivalModel {
  private final double[] times;
  private final double[] hazards;

  private PublishedCurve(double[] times, double[] hazards) {
    this.times = times;
    this.hazards = hazards;
  }

  /**
   * The curve through the points; (0, 1) is understood.
   *
   * @param times strictly increasing times above 0, at least one
   * @param survival S at each, inside (0, 1), never rising and falling somewhere
   */
  public static PublishedCurve of(double[] times, double[] survival) {
    Require.sameLength("times", times.length, "survival", survival.length);
    Require.atLeast("number of points", times.length, 1);
    double[] t = new double[times.length + 1];
    double[] h = new double[times.length + 1];
    for (int i = 0; i < times.length; i++) {
      t[i + 1] = Require.positive("times[" + i + "]", times[i]);
      h[i + 1] = -Math.log(Require.insideUnit("survival[" + i + "]", survival[i]));
      if (t[i + 1] <= t[i]) {
        throw Require.refusal("times[" + i + "]", times[i], "above " + t[i]);
      }
      if (h[i + 1] < h[i]) {
        throw Require.refusal("survival[" + i + "]", survival[i], "at most " + Math.exp(-h[i]));
      }
    }
    return new PublishedCurve(t, h);
  }

  @Override
  public double cumulativeHazard(double t) {
    int i = piece(times, t);
    return hazards[i] + slope(i) * (t - times[i]);
  }

  @Override
  public double timeAtHazard(double hazard) {
    int i = piece(hazards, hazard);
    double beyond = hazard - hazards[i];
    return beyond == 0 ? times[i] : times[i] + beyond / slope(i);
  }

  /** The number of points. */
  public int points() {
    return times.length - 1;
  }

  /**
   * The time of a point.
   *
   * @param i the point, from 0
   */
  public double time(int i) {
    return times[i + 1];
  }

  /** The time of the last point. */
  public double lastTime() {
    return times[times.length - 1];
  }

  private double slope(int i) {
    return (hazards[i + 1] - hazards[i]) / (times[i + 1] - times[i]);
  }

  private static int piece(double[] axis, double at) {
    int found = Arrays.binarySearch(axis, at);
    int i = found >= 0 ? found : -found - 2;
    return Math.max(0, Math.min(i, axis.length - 2));
  }

  @Override
  public String describe() {
    return "published curve of " + points() + " points to " + lastTime();
  }

  @Override
  public String assumption() {
    return "the published curve is the truth, and its last hazard continues after " + lastTime();
  }
}
