package org.lodestar.trial.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.lodestar.trial.protocol.WorkingDayCalendar;

/**
 * The days on which something is done: a machine treats, a clinic sees patients. Layers are laid
 * over one another: the national calendar, the department, the participant.
 */
public interface WorkingDays {
  /** The longest stretch without a working day that a calendar may have. */
  int CLOSED_DAYS_MAX = 400;

  boolean isWorking(LocalDate day);

  /**
   * Whether the notice that settles this day is out. A plan that reaches a day for which it is not
   * is provisional.
   */
  boolean isPublished(LocalDate day);

  /** The days of a calendar of the trial. */
  static WorkingDays of(WorkingDayCalendar calendar) {
    return new WorkingDays() {
      @Override
      public boolean isWorking(LocalDate day) {
        return calendar.isWorkingDay(day);
      }

      @Override
      public boolean isPublished(LocalDate day) {
        return !calendar.on(day).provisional();
      }
    };
  }

  /** Monday to Friday, settled for ever: for a place without public holidays. */
  static WorkingDays mondayToFriday() {
    return new WorkingDays() {
      @Override
      public boolean isWorking(LocalDate day) {
        return !isWeekend(day);
      }

      @Override
      public boolean isPublished(LocalDate day) {
        return true;
      }
    };
  }

  /**
   * The same calendar with another layer over it.
   *
   * @param open days of work in addition
   * @param closed days without work; they win over {@code open}
   */
  default WorkingDays overlaid(Set<LocalDate> open, Set<LocalDate> closed) {
    WorkingDays below = this;
    Set<LocalDate> opened = Set.copyOf(open);
    Set<LocalDate> shut = Set.copyOf(closed);
    return new WorkingDays() {
      @Override
      public boolean isWorking(LocalDate day) {
        return !shut.contains(day) && (opened.contains(day) || below.isWorking(day));
      }

      @Override
      public boolean isPublished(LocalDate day) {
        return below.isPublished(day);
      }
    };
  }

  /**
   * The first working day that is not before {@code day}.
   *
   * @throws IllegalArgumentException when none follows within {@link #CLOSED_DAYS_MAX} days
   */
  default LocalDate onOrAfter(LocalDate day) {
    for (int i = 0; i <= CLOSED_DAYS_MAX; i++) {
      if (isWorking(day.plusDays(i))) {
        return day.plusDays(i);
      }
    }
    throw neverWorks("after", day);
  }

  /**
   * The last working day that is not after {@code day}.
   *
   * @throws IllegalArgumentException when none precedes within {@link #CLOSED_DAYS_MAX} days
   */
  default LocalDate onOrBefore(LocalDate day) {
    for (int i = 0; i <= CLOSED_DAYS_MAX; i++) {
      if (isWorking(day.minusDays(i))) {
        return day.minusDays(i);
      }
    }
    throw neverWorks("before", day);
  }

  private static IllegalArgumentException neverWorks(String side, LocalDate day) {
    return new IllegalArgumentException(
        "the calendar has no working day within " + CLOSED_DAYS_MAX + " days " + side + " " + day);
  }

  /** The day that lies {@code workingDays} working days after (or, negative, before) a day. */
  default LocalDate shift(LocalDate day, int workingDays) {
    LocalDate shifted = day;
    for (int i = 0; i < Math.abs(workingDays); i++) {
      shifted = workingDays > 0 ? onOrAfter(shifted.plusDays(1)) : onOrBefore(shifted.minusDays(1));
    }
    return shifted;
  }

  /** Working days from {@code from} to before {@code to}; 0 when {@code to} is not later. */
  default int countBetween(LocalDate from, LocalDate to) {
    int count = 0;
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      count += isWorking(day) ? 1 : 0;
    }
    return count;
  }

  /** Working days of the week, Monday to Sunday, in which a day lies. */
  default int countInWeekOf(LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return countBetween(monday, monday.plusDays(7));
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
