package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;

/** A schedule as the events of a calendar: cycles, fractions and the visits still to come. */
public final class ScheduleEvents {
  private static final Words CYCLE = new Words("cycle", "化疗周期");
  private static final Words FRACTION = new Words("fraction", "放疗第");

  private ScheduleEvents() {}

  /**
   * @param code whose schedule it is; the only thing said about the person
   */
  public static List<CalendarText.Event> of(String code, Schedule schedule, Language language) {
    List<CalendarText.Event> events = new ArrayList<>();
    schedule
        .cycles()
        .known()
        .ifPresent(
            plan ->
                plan.cycles().stream()
                    .filter(cycle -> !cycle.isGiven())
                    .forEach(cycle -> events.add(cycle(code, cycle, schedule, language))));
    schedule
        .radiotherapy()
        .known()
        .ifPresent(
            course ->
                course
                    .remaining()
                    .fractions()
                    .forEach(fraction -> events.add(fraction(code, fraction, language))));
    schedule.visits().visits().stream()
        .filter(visit -> visit.doneOn() == null)
        .forEach(visit -> events.add(visit(code, visit, language)));
    return List.copyOf(events);
  }

  private static CalendarText.Event cycle(
      String code, Cycle cycle, Schedule schedule, Language language) {
    var day = schedule.cycleDays().get(cycle.number());
    return event(
        code,
        "cycle-" + cycle.number(),
        cycle.planned(),
        CYCLE.in(language) + " " + cycle.number(),
        day == null ? "" : day.sentence(language));
  }

  private static CalendarText.Event fraction(
      String code, PlannedFraction fraction, Language language) {
    return event(
        code,
        "fraction-" + fraction.number(),
        fraction.date(),
        language == Language.ZH
            ? FRACTION.zh() + " " + fraction.number() + " 次"
            : FRACTION.en() + " " + fraction.number(),
        "");
  }

  private static CalendarText.Event visit(String code, PlannedVisit visit, Language language) {
    return event(
        code,
        "visit-" + visit.key(),
        visit.appointment(),
        visit.visit().words().in(language),
        visit.earliest() + " - " + visit.latest());
  }

  private static CalendarText.Event event(
      String code, String what, LocalDate day, String summary, String description) {
    return new CalendarText.Event(
        code + "-" + what + "@lodestar", day, day, code + " " + summary, description);
  }
}
