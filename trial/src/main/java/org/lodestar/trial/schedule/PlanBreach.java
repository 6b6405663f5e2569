package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.RadiotherapySettings;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TreatmentSettings;

/**
 * A day of a schedule that lies outside what the protocol allows, be it planned or a fact.
 *
 * @param rule which limit
 * @param what the name of the thing: {@code cycle-2}, {@code radiotherapy}
 * @param on the day that lies outside, or on which that becomes certain
 * @param happened whether it is a fact; otherwise it can still be avoided
 */
public record PlanBreach(ScheduleRule rule, String what, LocalDate on, boolean happened) {
  private static final String RADIOTHERAPY = "radiotherapy";

  /** Every breach of a schedule, in the order of cycles, then radiotherapy. */
  public static List<Derived<PlanBreach>> find(
      Schedule schedule, Protocol protocol, WorkingDays machine) {
    List<Derived<PlanBreach>> found = new ArrayList<>();
    schedule.cycles().known().ifPresent(plan -> cycles(plan, schedule, protocol, found));
    Optional<FractionCourse> course = schedule.radiotherapy().known();
    course.ifPresent(
        known -> {
          start(known, schedule, protocol, machine, found);
          overrun(known, schedule, protocol, found);
          interruption(known, schedule, protocol, found);
        });
    return List.copyOf(found);
  }

  private static void cycles(
      CyclePlan plan, Schedule schedule, Protocol protocol, List<Derived<PlanBreach>> found) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Integer> window = settings.find(TreatmentSettings.CYCLE_WINDOW_DAYS);
    SettingsRead longest = new SettingsRead(protocol);
    Optional<Integer> max = longest.find(TreatmentSettings.DELAY_MAX_DAYS);
    for (Cycle cycle : plan.cycles()) {
      if (window.filter(days -> Math.abs(cycle.delayDays()) > days).isPresent()) {
        found.add(settings.on(cycle(ScheduleRule.CYCLE_OUTSIDE_WINDOW, cycle, schedule)));
      }
      if (max.filter(days -> cycle.delayDays() > days).isPresent()) {
        found.add(longest.on(cycle(ScheduleRule.CYCLE_DELAYED_TOO_LONG, cycle, schedule)));
      }
    }
  }

  private static Derived<PlanBreach> cycle(ScheduleRule rule, Cycle cycle, Schedule schedule) {
    PlanBreach breach =
        new PlanBreach(rule, "cycle-" + cycle.number(), cycle.planned(), cycle.isGiven());
    Derived<LocalDate> day = schedule.cycleDays().get(cycle.number());
    return (day == null
            ? Derived.of(rule, breach, schedule.cycles())
            : Derived.of(rule, breach, day))
        .with("cycle", cycle.number())
        .with("date", cycle.planned())
        .with("due", cycle.planned().minusDays(cycle.delayDays()))
        .with("days", Math.abs(cycle.delayDays()));
  }

  private static void start(
      FractionCourse course,
      Schedule schedule,
      Protocol protocol,
      WorkingDays machine,
      List<Derived<PlanBreach>> found) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Integer> number = settings.find(RadiotherapySettings.START_CYCLE);
    Optional<Integer> day = settings.find(RadiotherapySettings.START_DAY);
    Optional<Integer> window = settings.find(RadiotherapySettings.START_WINDOW_DAYS);
    Optional<Cycle> cycle =
        number.flatMap(n -> schedule.cycles().known().flatMap(plan -> plan.cycle(n)));
    if (cycle.isEmpty() || day.isEmpty() || window.isEmpty() || course.planned().isEmpty()) {
      return;
    }
    LocalDate due = cycle.get().planned().plusDays(day.get() - 1L);
    LocalDate latest = StartPair.latestStart(due, window.get(), machine);
    LocalDate first = course.planned().first();
    if (first.isAfter(latest)) {
      found.add(
          settings.on(
              radiotherapy(
                      ScheduleRule.RADIOTHERAPY_STARTS_LATE,
                      first,
                      !course.delivered().isEmpty(),
                      schedule)
                  .with("date", first)
                  .with("due", due)
                  .with("latest", latest)));
    }
  }

  private static void overrun(
      FractionCourse course,
      Schedule schedule,
      Protocol protocol,
      List<Derived<PlanBreach>> found) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Integer> acceptable = settings.find(RadiotherapySettings.OVERRUN_ACCEPTABLE_DAYS);
    SettingsRead further = new SettingsRead(protocol);
    Optional<Integer> variation = further.find(RadiotherapySettings.OVERRUN_VARIATION_DAYS);
    boolean complete = course.isComplete() && !course.delivered().isEmpty();
    Optional<LocalDate> end = course.end();
    if (end.isEmpty() || acceptable.filter(days -> course.overrunDays() > days).isEmpty()) {
      return;
    }
    boolean unacceptable = variation.filter(days -> course.overrunDays() > days).isPresent();
    ScheduleRule rule =
        unacceptable ? ScheduleRule.OVERALL_TIME_TOO_LONG : ScheduleRule.OVERALL_TIME_LONG;
    found.add(
        (unacceptable ? further : settings)
            .on(
                radiotherapy(rule, end.get(), complete, schedule)
                    .with("overall", course.overallDays())
                    .with("planned", course.planned().overallDays())
                    .with("overrun", course.overrunDays())));
  }

  private static void interruption(
      FractionCourse course,
      Schedule schedule,
      Protocol protocol,
      List<Derived<PlanBreach>> found) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Integer> max = settings.find(RadiotherapySettings.INTERRUPTION_MAX_DAYS);
    Optional<LocalDate> end = course.end();
    if (end.isEmpty() || max.filter(days -> course.longestInterruptionDays() > days).isEmpty()) {
      return;
    }
    boolean complete = course.isComplete() && !course.delivered().isEmpty();
    found.add(
        settings.on(
            radiotherapy(ScheduleRule.INTERRUPTION_TOO_LONG, end.get(), complete, schedule)
                .with("days", course.longestInterruptionDays())
                .with("max", max.orElseThrow())));
  }

  private static Derived<PlanBreach> radiotherapy(
      ScheduleRule rule, LocalDate on, boolean happened, Schedule schedule) {
    return Derived.of(
        rule,
        new PlanBreach(rule, RADIOTHERAPY, on, happened),
        schedule.radiotherapyStart(),
        schedule.radiotherapy());
  }
}
