package org.lodestar.trial.efficacy;

import org.lodestar.statistics.Interval;
import org.lodestar.statistics.proportion.ClopperPearson;

/** How many of a set, with the exact binomial interval. */
public record Share(int count, int participants, Interval interval) {

  /**
   * @param participants at least 1
   * @param level coverage of the interval, inside (0, 1)
   */
  static Share of(int count, int participants, double level) {
    return new Share(count, participants, ClopperPearson.interval(count, participants, level));
  }

  public double rate() {
    return (double) count / participants;
  }
}
