package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays fractions on days, one day after another; private to one plan. */
final class FractionPlanner {
  private final FractionRule rule;
  private final WorkingDays days;
  private final Map<LocalDate, Integer> usedByMonday = new HashMap<>();
  private final Map<LocalDate, Integer> mostByMonday = new HashMap<>();
  private final List<PlannedFraction> planned = new ArrayList<>();
  private @Nullable LocalDate lastDate;

  /**
   * @param delivered dates of fractions already given, in order: they fill their weeks
   */
  FractionPlanner(FractionRule rule, WorkingDays days, List<LocalDate> delivered) {
    this.rule = rule;
    this.days = days;
    delivered.forEach(this::use);
  }

  /** Plans fraction {@code firstNumber} and all that follow, from a day on. */
  FractionPlan plan(int firstNumber, LocalDate from) {
    int number = firstNumber;
    for (LocalDate day = days.onOrAfter(from); number <= rule.fractions(); ) {
      int room = Math.min(roomOn(day), rule.fractions() - number + 1);
      for (int slot = 0; slot < room; slot++) {
        planned.add(new PlannedFraction(number++, day, slot * rule.intervalMinHours()));
        use(day);
      }
      day = days.onOrAfter(day.plusDays(1));
    }
    return new FractionPlan(planned, firstUnpublished());
  }

  private void use(LocalDate day) {
    usedByMonday.merge(FractionPlan.mondayOf(day), 1, Integer::sum);
    lastDate = day;
  }

  private int roomOn(LocalDate day) {
    if (lastDate != null && day.isBefore(lastDate.plusDays(rule.datesApartMin()))) {
      return 0;
    }
    LocalDate monday = FractionPlan.mondayOf(day);
    int most = mostByMonday.computeIfAbsent(monday, week -> rule.weekMax(days.countInWeekOf(week)));
    int used = usedByMonday.getOrDefault(monday, 0);
    return Math.clamp(most - used, 0, rule.perDayMax());
  }

  private @Nullable LocalDate firstUnpublished() {
    if (planned.isEmpty()) {
      return null;
    }
    LocalDate last = planned.getLast().date();
    for (LocalDate day = planned.getFirst().date(); !day.isAfter(last); day = day.plusDays(1)) {
      if (!days.isPublished(day)) {
        return day;
      }
    }
    return null;
  }
}
