package org.lodestar.statistics.survival;

/**
 * The Kaplan-Meier curve of censoring, with what its own sampling error needs: at one time, events
 * come before censorings in the sense that all count as at risk of censoring.
 */
final class CensoringCurve {
  private final double[] before;
  private final double[] increment;
  private final int[] atRisk;

  CensoringCurve(CompetingFollowUp data) {
    before = new double[data.size];
    increment = new double[data.size];
    atRisk = new int[data.size];
    double survival = 1;
    for (int from = 0; from < data.size; from = data.endOfTies(from)) {
      int to = data.endOfTies(from);
      int censored = 0;
      for (int row = from; row < to; row++) {
        before[row] = survival;
        atRisk[row] = data.size - from;
        censored += data.cause[row] == 0 ? 1 : 0;
      }
      increment[from] = (double) censored / (data.size - from);
      survival *= 1 - increment[from];
    }
  }

  /** G(t-) at a row's time. */
  double before(int row) {
    return before[row];
  }

  /**
   * The hazard increment of censoring at a time, stated at the first row of the time; 0 at others.
   */
  double increment(int row) {
    return increment[row];
  }

  /** How many were followed up to a row's time. */
  int atRisk(int row) {
    return atRisk[row];
  }
}
