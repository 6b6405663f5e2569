package org.lodestar.statistics.sequential;

import java.util.Arrays;
import org.lodestar.statistics.Require;

/** When a trial is looked at: the shares of the final information, rising to 1. */
public final class Looks {
  private final double[] information;

  private Looks(double[] information) {
    this.information = information;
  }

  /**
   * Looks at the given shares of the final information.
   *
   * @param information strictly increasing, above 0, ending at 1
   */
  public static Looks at(double... information) {
    Require.atLeast("number of looks", information.length, 1);
    double last = 0;
    for (int k = 0; k < information.length; k++) {
      if (!(information[k] > last)) {
        throw Require.refusal(
            "information[" + k + "]", information[k], "above " + last + ", it must increase");
      }
      last = information[k];
    }
    if (Math.abs(last - 1) > 1e-9) {
      throw Require.refusal("last information", last, "1, the final analysis");
    }
    return new Looks(information.clone());
  }

  /**
   * Equally spaced looks.
   *
   * @param number how many, at least 1
   */
  public static Looks equal(int number) {
    Require.atLeast("number", number, 1);
    double[] information = new double[number];
    for (int k = 0; k < number; k++) {
      information[k] = (k + 1.0) / number;
    }
    return at(information);
  }

  /** The number of looks. */
  public int number() {
    return information.length;
  }

  /**
   * The share of the final information at a look.
   *
   * @param k the look, from 0
   */
  public double information(int k) {
    return information[k];
  }

  @Override
  public String toString() {
    return Arrays.toString(information);
  }
}
