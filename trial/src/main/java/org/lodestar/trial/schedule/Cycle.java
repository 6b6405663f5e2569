package org.lodestar.trial.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Day 1 of a cycle: as first planned, as planned now, and as it was.
 *
 * @param number from 1
 * @param firstPlanned counted from day 1 of cycle 1, as if nothing had moved
 * @param planned as planned now, after all that moved; equal to {@code actual} once there is one
 * @param delayDays by which this cycle starts later than one interval after the cycle before;
 *     negative when earlier
 * @param actual the day on which the cycle began, or null
 */
public record Cycle(
    int number,
    LocalDate firstPlanned,
    LocalDate planned,
    int delayDays,
    @Nullable LocalDate actual) {

  public boolean isGiven() {
    return actual != null;
  }

  /** Whether the day is another one than first planned. */
  public boolean isReplanned() {
    return !planned.equals(firstPlanned);
  }
}
