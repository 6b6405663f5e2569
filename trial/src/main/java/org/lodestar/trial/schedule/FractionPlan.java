package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fractions laid on the working days of a machine.
 *
 * @param provisionalFrom the first day of the plan for which no calendar is published yet, or null
 *     when the whole plan rests on published ones
 */
public record FractionPlan(List<PlannedFraction> fractions, @Nullable LocalDate provisionalFrom) {
  public FractionPlan {
    fractions = List.copyOf(fractions);
  }

  /**
   * The whole course, begun on the first working day that is not before {@code start}.
   *
   * @throws IllegalArgumentException when the calendar leaves no room for the course
   */
  public static FractionPlan plan(LocalDate start, FractionRule rule, WorkingDays days) {
    return new FractionPlanner(rule, days, List.of()).plan(1, start);
  }

  public boolean isEmpty() {
    return fractions.isEmpty();
  }

  public boolean isProvisional() {
    return provisionalFrom != null;
  }

  /**
   * @throws java.util.NoSuchElementException when the plan is empty
   */
  public LocalDate first() {
    return fractions.getFirst().date();
  }

  /**
   * @throws java.util.NoSuchElementException when the plan is empty
   */
  public LocalDate last() {
    return fractions.getLast().date();
  }

  public List<LocalDate> dates() {
    return fractions.stream().map(PlannedFraction::date).toList();
  }

  /** Days from the first to the last fraction, both counted: the overall treatment time. */
  public int overallDays() {
    return isEmpty() ? 0 : (int) ChronoUnit.DAYS.between(first(), last()) + 1;
  }

  /** The longest step from one fraction to the next, in days; 1 is the next day. */
  public int longestGapDays() {
    return longestGapDays(dates());
  }

  static int longestGapDays(List<LocalDate> dates) {
    int longest = 0;
    for (int i = 1; i < dates.size(); i++) {
      longest = Math.max(longest, (int) ChronoUnit.DAYS.between(dates.get(i - 1), dates.get(i)));
    }
    return longest;
  }

  /** The most fractions that fall into one week, Monday to Sunday. */
  public int mostInAWeek() {
    Map<LocalDate, Integer> byMonday = new TreeMap<>();
    dates().forEach(date -> byMonday.merge(mondayOf(date), 1, Integer::sum));
    return byMonday.isEmpty() ? 0 : Collections.max(byMonday.values());
  }

  static LocalDate mondayOf(LocalDate date) {
    return date.minusDays(date.getDayOfWeek().getValue() - 1L);
  }
}
