package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A course under way: what was planned for this start, what was delivered, and the plan of the
 * rest. Missed fractions are made up at the end; what was delivered never moves.
 *
 * @param planned the course as the calendar allowed it from this very start
 * @param delivered in the order of their dates
 * @param remaining what is still owed, from today on
 * @param longestInterruptionDays the most working days of the machine lost between two fractions:
 *     the longest unplanned gap; a public holiday loses none
 */
public record FractionCourse(
    FractionPlan planned,
    List<DeliveredFraction> delivered,
    FractionPlan remaining,
    int longestInterruptionDays) {

  public FractionCourse {
    delivered = List.copyOf(delivered);
  }

  /**
   * @param plannedStart the day on which the course is to begin; where a fraction was delivered,
   *     the first one decides instead
   * @param asOf today: nothing is planned before it
   * @param closed days on which this participant is not treated, a hold for instance
   */
  public static FractionCourse derive(
      LocalDate plannedStart,
      FractionRule rule,
      WorkingDays days,
      List<DeliveredFraction> delivered,
      LocalDate asOf,
      Set<LocalDate> closed) {
    List<DeliveredFraction> inOrder =
        delivered.stream()
            .sorted(
                Comparator.comparing(DeliveredFraction::date)
                    .thenComparingInt(DeliveredFraction::number))
            .toList();
    LocalDate start = inOrder.isEmpty() ? plannedStart : inOrder.getFirst().date();
    FractionPlan planned = FractionPlan.plan(start, rule, days);
    FractionPlan remaining =
        rest(inOrder, rule, days.overlaid(Set.of(), closed), later(plannedStart, asOf));
    return new FractionCourse(
        planned, inOrder, remaining, longestInterruption(treatmentDays(inOrder, remaining), days));
  }

  private static FractionPlan rest(
      List<DeliveredFraction> delivered, FractionRule rule, WorkingDays days, LocalDate from) {
    int next = completed(delivered) + 1;
    if (next > rule.fractions()) {
      return new FractionPlan(List.of(), null);
    }
    List<LocalDate> dates = delivered.stream().map(DeliveredFraction::date).toList();
    return new FractionPlanner(rule, days, dates)
        .plan(next, dates.isEmpty() ? from : later(from, dates.getLast().plusDays(1)));
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static int completed(List<DeliveredFraction> delivered) {
    return (int) delivered.stream().filter(DeliveredFraction::complete).count();
  }

  public int completed() {
    return completed(delivered);
  }

  public boolean isComplete() {
    return remaining.isEmpty();
  }

  /** Days of treatment so far and to come, each once. */
  private List<LocalDate> treatmentDays() {
    return treatmentDays(delivered, remaining);
  }

  private static List<LocalDate> treatmentDays(
      List<DeliveredFraction> delivered, FractionPlan remaining) {
    TreeSet<LocalDate> dates = new TreeSet<>(remaining.dates());
    delivered.forEach(fraction -> dates.add(fraction.date()));
    return List.copyOf(dates);
  }

  /** The same course broken off: what was still owed is not given any more. */
  public FractionCourse brokenOff() {
    return new FractionCourse(
        planned, delivered, new FractionPlan(List.of(), null), longestInterruptionDays);
  }

  /** The last fraction, delivered or as planned now; empty when there is none. */
  public Optional<LocalDate> end() {
    Optional<LocalDate> given =
        delivered.isEmpty() ? Optional.empty() : Optional.of(delivered.getLast().date());
    Optional<LocalDate> owed =
        remaining.isEmpty() ? Optional.empty() : Optional.of(remaining.last());
    return Stream.concat(given.stream(), owed.stream()).max(Comparator.naturalOrder());
  }

  private Optional<LocalDate> start() {
    Optional<LocalDate> given =
        delivered.isEmpty() ? Optional.empty() : Optional.of(delivered.getFirst().date());
    Optional<LocalDate> owed =
        remaining.isEmpty() ? Optional.empty() : Optional.of(remaining.first());
    return Stream.concat(given.stream(), owed.stream()).min(Comparator.naturalOrder());
  }

  /** Days from the first to the last fraction, both counted, as delivered and planned now. */
  public int overallDays() {
    return end()
        .flatMap(end -> start().map(start -> (int) ChronoUnit.DAYS.between(start, end) + 1))
        .orElse(0);
  }

  /**
   * Days by which the overall time exceeds that planned for this very start; negative when it is
   * shorter. Holidays that were planned in do not count.
   */
  public int overrunDays() {
    return overallDays() - planned.overallDays();
  }

  public int longestGapDays() {
    return FractionPlan.longestGapDays(treatmentDays());
  }

  private static int longestInterruption(List<LocalDate> dates, WorkingDays days) {
    int longest = 0;
    for (int i = 1; i < dates.size(); i++) {
      longest = Math.max(longest, days.countBetween(dates.get(i - 1).plusDays(1), dates.get(i)));
    }
    return longest;
  }
}
