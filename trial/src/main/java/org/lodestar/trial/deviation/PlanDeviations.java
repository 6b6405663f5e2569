package org.lodestar.trial.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.schedule.PlanBreach;
import org.lodestar.trial.schedule.Schedule;
import org.lodestar.trial.schedule.ScheduleRule;
import org.lodestar.trial.schedule.WorkingDays;

/** Days of treatment that lie outside their limits and are facts by now. */
final class PlanDeviations {
  private static final Map<ScheduleRule, DeviationRule> RULES =
      Map.of(
          ScheduleRule.CYCLE_OUTSIDE_WINDOW, DeviationRule.CYCLE_OUTSIDE_WINDOW,
          ScheduleRule.CYCLE_DELAYED_TOO_LONG, DeviationRule.CYCLE_DELAYED_TOO_LONG,
          ScheduleRule.RADIOTHERAPY_STARTS_LATE, DeviationRule.RADIOTHERAPY_STARTS_LATE,
          ScheduleRule.OVERALL_TIME_LONG, DeviationRule.OVERALL_TIME_LONG,
          ScheduleRule.OVERALL_TIME_TOO_LONG, DeviationRule.OVERALL_TIME_TOO_LONG,
          ScheduleRule.INTERRUPTION_TOO_LONG, DeviationRule.INTERRUPTION_TOO_LONG);

  private PlanDeviations() {}

  static List<Derived<Deviation>> find(
      Sheets sheets, Protocol protocol, Schedule schedule, WorkingDays machine) {
    List<Derived<Deviation>> found = new ArrayList<>();
    for (Derived<PlanBreach> breach : PlanBreach.find(schedule, protocol, machine)) {
      if (breach.get().happened() && !isForCause(breach.get(), sheets)) {
        rule(breach).ifPresent(rule -> found.add(deviation(rule, breach)));
      }
    }
    return found;
  }

  private static Optional<DeviationRule> rule(Derived<PlanBreach> breach) {
    return Optional.ofNullable(RULES.get(breach.get().rule()));
  }

  /** A cycle that a prescription held was late because the protocol asks for that. */
  private static boolean isForCause(PlanBreach breach, Sheets sheets) {
    return breach.rule() == ScheduleRule.CYCLE_OUTSIDE_WINDOW
        && sheets.of("prescription").stream().anyMatch(sheet -> held(sheet, breach.what()));
  }

  private static boolean held(Sheet prescription, String what) {
    return prescription.text("decision").known().filter("hold"::equals).isPresent()
        && prescription
            .wholeNumber("cycle")
            .known()
            .filter(cycle -> what.equals("cycle-" + cycle))
            .isPresent();
  }

  /** The sentence is that of the schedule, which knows the figures. */
  private static Derived<Deviation> deviation(DeviationRule rule, Derived<PlanBreach> breach) {
    Deviation deviation = Deviation.of(rule, breach.get().what(), breach.get().on());
    Derived<Deviation> derived = Derived.of(rule, deviation, breach);
    for (var term : breach.terms().entrySet()) {
      derived = derived.with(term.getKey(), term.getValue());
    }
    for (var setting : breach.settings().entrySet()) {
      derived = derived.using(setting.getKey(), setting.getValue());
    }
    return derived;
  }
}
