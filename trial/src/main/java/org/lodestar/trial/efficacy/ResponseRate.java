package org.lodestar.trial.efficacy;

import org.lodestar.statistics.Interval;
import org.lodestar.statistics.proportion.ClopperPearson;

/**
 * The share of participants with an objective response, with the exact binomial interval. Who was
 * not assessed counts as no response.
 */
public record ResponseRate(int responders, int participants, Interval interval) {

  /**
   * @param participants at least 1
   * @param level coverage of the interval, inside (0, 1)
   */
  public static ResponseRate of(int responders, int participants, double level) {
    return new ResponseRate(
        responders, participants, ClopperPearson.interval(responders, participants, level));
  }

  public double rate() {
    return (double) responders / participants;
  }
}
