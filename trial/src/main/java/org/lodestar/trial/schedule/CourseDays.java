package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Anchor;
import org.lodestar.trial.protocol.DelayedCycle;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.RadiotherapySettings;
import org.lodestar.trial.protocol.SettingsRead;

/** The course of radiotherapy of one participant on the machine's working days. */
final class CourseDays {
  private static final Words RADIOTHERAPY = new Words("radiotherapy", "放疗");

  private final TreatmentFacts facts;
  private final Protocol protocol;
  private final WorkingDays machine;
  private final LocalDate asOf;

  CourseDays(TreatmentFacts facts, Protocol protocol, WorkingDays machine, LocalDate asOf) {
    this.facts = facts;
    this.protocol = protocol;
    this.machine = machine;
    this.asOf = asOf;
  }

  /** The day of the first fraction: delivered, decided, or by the trial's rule. */
  Derived<LocalDate> deriveStart(Derived<CyclePlan> cycles) {
    Optional<Derived<DeliveredFraction>> first =
        facts.fractions().stream().min(Comparator.comparing(fraction -> fraction.get().date()));
    if (first.isPresent()) {
      return first.get().map(ScheduleRule.FRACTION_DAY, DeliveredFraction::date);
    }
    Derived<LocalDate> decided = facts.decided().get(ScheduleFacts.RADIOTHERAPY_START);
    return decided != null ? decided : byRule(cycles);
  }

  private Derived<LocalDate> byRule(Derived<CyclePlan> cycles) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Integer> number = settings.find(RadiotherapySettings.START_CYCLE);
    Optional<Integer> day = settings.find(RadiotherapySettings.START_DAY);
    Optional<DelayedCycle> delayed = settings.find(RadiotherapySettings.DELAYED_CYCLE);
    if (settings.missing().isPresent() || number.isEmpty() || day.isEmpty()) {
      return settings.on(
          Derived.missing(
              ScheduleRule.RADIOTHERAPY_START, settings.missing().orElseThrow(), cycles));
    }
    Optional<Cycle> cycle = cycles.known().flatMap(plan -> plan.cycle(number.get()));
    if (cycle.isEmpty()) {
      return settings.on(
          Derived.missing(
              ScheduleRule.RADIOTHERAPY_START,
              ScheduleDerivation.noAnchor(RADIOTHERAPY, Anchor.EACH_CYCLE),
              cycles));
    }
    LocalDate due = dueWith(cycle.get(), delayed).plusDays(day.get() - 1L);
    return settings.on(
        Derived.of(ScheduleRule.RADIOTHERAPY_START, machine.onOrAfter(due), cycles)
            .with("day", day.get())
            .with("cycle", number.get())
            .with("due", due));
  }

  private static LocalDate dueWith(Cycle cycle, Optional<DelayedCycle> delayed) {
    boolean waits = delayed.filter(DelayedCycle.STARTS::equals).isEmpty();
    return waits || cycle.planned().isBefore(cycle.firstPlanned())
        ? cycle.planned()
        : cycle.firstPlanned();
  }

  /** The course from its start: what was planned, delivered, and remains. */
  Derived<FractionCourse> derive(Derived<LocalDate> start) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<FractionRule> rule = rule(settings);
    if (rule.isEmpty()) {
      return settings.on(
          Derived.missing(ScheduleRule.FRACTIONS, settings.missing().orElseThrow(), start));
    }
    if (!start.isKnown()) {
      return start.map(
          ScheduleRule.FRACTIONS,
          any -> {
            throw new IllegalStateException("a missing start stays missing");
          });
    }
    List<Input> inputs = new ArrayList<>(List.of(start));
    inputs.addAll(facts.fractions());
    return settings.on(explained(course(start.get(), rule.get()), inputs));
  }

  private FractionCourse course(LocalDate start, FractionRule rule) {
    List<DeliveredFraction> delivered = facts.fractions().stream().map(Derived::get).toList();
    FractionCourse course = FractionCourse.derive(start, rule, machine, delivered, asOf, Set.of());
    boolean over = facts.courseEndedEarly() != null || facts.treatmentEnd() != null;
    return over ? course.brokenOff() : course;
  }

  static Optional<FractionRule> rule(SettingsRead settings) {
    Optional<Integer> fractions = settings.find(RadiotherapySettings.FRACTIONS);
    Optional<Integer> perWeek = settings.find(RadiotherapySettings.FRACTIONS_PER_WEEK);
    Optional<Integer> perDay = settings.find(RadiotherapySettings.FRACTIONS_PER_DAY_MAX);
    Optional<Integer> hours = settings.find(RadiotherapySettings.FRACTION_INTERVAL_MIN_HOURS);
    return settings.missing().isPresent()
        ? Optional.empty()
        : Optional.of(
            new FractionRule(
                fractions.orElseThrow(),
                perWeek.orElseThrow(),
                perDay.orElseThrow(),
                hours.orElseThrow()));
  }

  private static Derived<FractionCourse> explained(FractionCourse course, List<Input> inputs) {
    LocalDate provisional = course.remaining().provisionalFrom();
    return provisional == null
        ? Derived.of(ScheduleRule.FRACTIONS, course, inputs)
            .with("delivered", course.completed())
            .with("fractions", course.planned().fractions().size())
            .with("end", course.end().map(LocalDate::toString).orElse("-"))
            .with("overall", course.overallDays())
            .with("overrun", course.overrunDays())
            .with("planned", course.planned().overallDays())
        : Derived.of(ScheduleRule.FRACTIONS_PROVISIONAL, course, inputs)
            .with("from", provisional)
            .with("fractions", course.planned().fractions().size())
            .with("end", course.end().map(LocalDate::toString).orElse("-"));
  }
}
