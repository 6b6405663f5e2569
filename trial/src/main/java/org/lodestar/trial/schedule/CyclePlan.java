package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Day 1 of every cycle. A delay moves all later cycles; what was given never moves. */
public record CyclePlan(List<Cycle> cycles) {
  public CyclePlan {
    cycles = List.copyOf(cycles);
  }

  /**
   * @param first day 1 of cycle 1, given or planned
   * @param count cycles in all
   * @param intervalDays from day 1 to the next day 1
   * @param actual by cycle: the day on which it began
   * @param decided by cycle: the day that a person decided instead of the proposed one
   * @throws IllegalArgumentException when count is negative or the interval not positive
   */
  public static CyclePlan plan(
      LocalDate first,
      int count,
      int intervalDays,
      Map<Integer, LocalDate> actual,
      Map<Integer, LocalDate> decided) {
    if (count < 0 || intervalDays < 1) {
      throw new IllegalArgumentException(
          "a plan has 0 or more cycles at least 1 day apart; got: "
              + count
              + " cycles, "
              + intervalDays
              + " days");
    }
    List<Cycle> cycles = new ArrayList<>();
    LocalDate expected = first;
    for (int number = 1; number <= count; number++) {
      LocalDate given = actual.get(number);
      LocalDate day = given != null ? given : decided.getOrDefault(number, expected);
      LocalDate firstPlanned = first.plusDays((long) (number - 1) * intervalDays);
      cycles.add(
          new Cycle(
              number, firstPlanned, day, (int) ChronoUnit.DAYS.between(expected, day), given));
      expected = day.plusDays(intervalDays);
    }
    return new CyclePlan(cycles);
  }

  public Optional<Cycle> cycle(int number) {
    return number >= 1 && number <= cycles.size()
        ? Optional.of(cycles.get(number - 1))
        : Optional.empty();
  }

  /** The first cycle that was not given. */
  public Optional<Cycle> next() {
    return cycles.stream().filter(cycle -> !cycle.isGiven()).findFirst();
  }

  /** The plan without the cycles that were not given, when treatment has ended. */
  public CyclePlan givenOnly() {
    return new CyclePlan(cycles.stream().filter(Cycle::isGiven).toList());
  }
}
