package org.lodestar.trial.protocol;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;

/**
 * On which days people work: Monday to Friday, but for the days that a notice or a department says
 * otherwise about. A department's calendar is laid over the national one and has the last word.
 *
 * @param key as the trial's files know it
 * @param published years whose notice is known; days of other years are provisional
 * @param specials what was said of single days
 */
public record WorkingDayCalendar(
    String key, Words words, Set<Integer> published, SortedMap<LocalDate, Special> specials) {

  /** A day that is not as its weekday suggests, or is named although it is. */
  public record Special(boolean working, Words why) {}

  /**
   * What a day is.
   *
   * @param provisional no notice for the year is known, so that the day may still change
   * @param why the holiday or make-up day; null for an ordinary day
   */
  public record Day(LocalDate date, boolean working, boolean provisional, @Nullable Words why) {}

  public WorkingDayCalendar {
    published = Set.copyOf(published);
    specials = Collections.unmodifiableSortedMap(new TreeMap<>(specials));
  }

  /** Monday to Friday, every year provisional. */
  public static WorkingDayCalendar mondayToFriday() {
    return new WorkingDayCalendar(
        "monday-to-friday", new Words("Monday to Friday", "周一至周五"), Set.of(), new TreeMap<>());
  }

  public Day on(LocalDate date) {
    boolean provisional = !published.contains(date.getYear());
    Special special = specials.get(date);
    return special == null
        ? new Day(date, isWeekday(date), provisional, null)
        : new Day(date, special.working(), provisional, special.why());
  }

  public boolean isWorkingDay(LocalDate date) {
    Special special = specials.get(date);
    return special == null ? isWeekday(date) : special.working();
  }

  private static boolean isWeekday(LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
  }

  /** This calendar with a department's days laid over it. */
  public WorkingDayCalendar with(
      String overlayKey, Words overlayWords, Map<LocalDate, Special> overlay) {
    SortedMap<LocalDate, Special> all = new TreeMap<>(specials);
    all.putAll(overlay);
    return new WorkingDayCalendar(overlayKey, overlayWords, published, all);
  }
}
