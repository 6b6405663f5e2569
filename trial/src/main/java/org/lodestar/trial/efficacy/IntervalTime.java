package org.lodestar.trial.efficacy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Between which study days an event happened, as scans can tell: after the last assessment without
 * progression, by the one that showed it. The input of an interval-censored estimate.
 *
 * @param leftDay the last day known to be free of the event; 0 when none is
 * @param rightDay the day by which it had happened, or null when it had not
 */
public record IntervalTime(long leftDay, @Nullable Long rightDay) {
  public IntervalTime {
    if (leftDay < 0 || (rightDay != null && rightDay < leftDay)) {
      throw new IllegalArgumentException(
          "an interval runs from day 0 or later to no earlier day; got: "
              + leftDay
              + " to "
              + rightDay);
    }
  }

  /** A day of death is known exactly; a progression lies between two assessments. */
  static IntervalTime of(TimeToEvent time, List<TimedResponse> responses) {
    if (!time.event()) {
      return new IntervalTime(time.days(), null);
    }
    if (time.reason() == EndReason.DEATH) {
      return new IntervalTime(time.days(), time.days());
    }
    long left =
        responses.stream()
            .filter(each -> each.response() != Response.NE && each.response() != Response.PD)
            .map(TimedResponse::date)
            .filter(date -> date.isBefore(time.date()) && !date.isBefore(time.origin()))
            .max(Comparator.naturalOrder())
            .map(date -> day(time.origin(), date))
            .orElse(0L);
    return new IntervalTime(left, time.days());
  }

  private static long day(LocalDate origin, LocalDate date) {
    return ChronoUnit.DAYS.between(origin, date) + 1;
  }
}
