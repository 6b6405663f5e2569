package org.lodestar.statistics.sequential;

import java.util.Arrays;

/** The probability of leaving a group sequential trial at each look under one drift. */
public final class Crossing {
  private final Looks looks;
  private final double[] upper;
  private final double[] lower;

  Crossing(Looks looks, double[] upper, double[] lower) {
    this.looks = looks;
    this.upper = upper;
    this.lower = lower;
  }

  /**
   * The probability of first crossing the upper bound at a look.
   *
   * @param k the look, from 0
   */
  public double upper(int k) {
    return upper[k];
  }

  /**
   * The probability of first crossing the lower bound at a look.
   *
   * @param k the look, from 0
   */
  public double lower(int k) {
    return lower[k];
  }

  /** The probability of crossing the upper bound at any look. */
  public double reject() {
    return Arrays.stream(upper).sum();
  }

  /** The expected share of the final information when the trial ends. */
  public double expectedInformation() {
    int last = upper.length - 1;
    double expected = looks.information(last);
    for (int k = 0; k < last; k++) {
      expected -= (upper[k] + lower[k]) * (looks.information(last) - looks.information(k));
    }
    return expected;
  }
}
