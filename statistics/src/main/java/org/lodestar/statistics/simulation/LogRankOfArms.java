package org.lodestar.statistics.simulation;

import java.util.Arrays;

/**
 * The log-rank test of a simulated two-arm trial, one-sided for longer survival of the treated, in
 * buffers that every trial of a thread reuses.
 */
final class LogRankOfArms implements TwoArmSimulation.Decision {
  private static final long CENSORED = 2;
  private static final long TREATED = 1;

  private final int controls;
  private final double[] upper;
  private final long[] keys;

  LogRankOfArms(TwoArmTrial trial, double[] upper) {
    this.controls = trial.controls();
    this.upper = upper;
    this.keys = new long[trial.controls() + trial.treated()];
  }

  @Override
  public boolean rejects(Cohort cohort, int firstTreated, int look) {
    return statistic(cohort) >= upper[look];
  }

  /** (E - O) / sqrt V of the treated; the key sorts by time, events before censorings. */
  private double statistic(Cohort cohort) {
    for (int i = 0; i < keys.length; i++) {
      long bits = Double.doubleToRawLongBits(cohort.time[i]) & ~(CENSORED | TREATED);
      keys[i] = bits | (cohort.event[i] ? 0 : CENSORED) | (i < controls ? 0 : TREATED);
    }
    Arrays.sort(keys);
    double difference = 0;
    double variance = 0;
    int atRisk = keys.length;
    int treatedAtRisk = keys.length - controls;
    for (int i = 0; i < keys.length; ) {
      long time = keys[i] & ~TREATED;
      int deaths = 0;
      int treatedDeaths = 0;
      while (i < keys.length && (keys[i] & ~TREATED) == time) {
        deaths++;
        treatedDeaths += (int) (keys[i++] & TREATED);
      }
      if ((time & CENSORED) == 0) {
        double share = (double) treatedAtRisk / atRisk;
        difference += deaths * share - treatedDeaths;
        variance +=
            atRisk > 1 ? deaths * share * (1 - share) * (atRisk - deaths) / (atRisk - 1.0) : 0;
      }
      atRisk -= deaths;
      treatedAtRisk -= treatedDeaths;
    }
    return variance > 0 ? difference / Math.sqrt(variance) : 0;
  }
}
