package org.lodestar.radiotherapy.delivery;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;

/**
 * Overall treatment time, counting the first and the last day.
 *
 * @param first day of the first fraction
 * @param last day of the last fraction
 * @param days calendar days from first to last, both counted
 * @param plannedDays days that the planned fractions take from this very start, one per working day
 */
public record OverallTime(LocalDate first, LocalDate last, int days, int plannedDays) {
  private static final int LONGEST_DAYS = 1000;

  /**
   * The time of a course against the calendar of its site.
   *
   * @param fractions planned fractions, at least 1
   * @param workingDay the days on which the site treats
   * @throws IllegalArgumentException when the last day is before the first, or the calendar has too
   *     few working days
   */
  public static OverallTime of(
      LocalDate first, LocalDate last, int fractions, Predicate<LocalDate> workingDay) {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("last day " + last + " is before the first, " + first);
    }
    int days = (int) ChronoUnit.DAYS.between(first, last) + 1;
    return new OverallTime(first, last, days, plannedDays(first, fractions, workingDay));
  }

  /** Days that fractions take from a start, one per working day; the start itself always counts. */
  public static int plannedDays(LocalDate start, int fractions, Predicate<LocalDate> workingDay) {
    if (fractions < 1) {
      throw new IllegalArgumentException("fractions = " + fractions + ": must be at least 1");
    }
    int given = 1;
    int days = 1;
    while (given < fractions) {
      if (days > LONGEST_DAYS) {
        throw new IllegalArgumentException(
            "calendar: fewer than %d working days within %d days of %s"
                .formatted(fractions, LONGEST_DAYS, start));
      }
      given += workingDay.test(start.plusDays(days)) ? 1 : 0;
      days++;
    }
    return days;
  }

  /** Days beyond those planned for this start; negative when it was faster. */
  public int extraDays() {
    return days - plannedDays;
  }
}
