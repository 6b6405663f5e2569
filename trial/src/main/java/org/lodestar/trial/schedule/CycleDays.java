package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Anchor;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TreatmentSettings;

/** Day 1 of the chemotherapy cycles of one participant. */
final class CycleDays {
  private static final Words CYCLE_1 = new Words("cycle 1", "第 1 周期");

  private final TreatmentFacts facts;
  private final Protocol protocol;
  private final WorkingDays clinic;

  CycleDays(TreatmentFacts facts, Protocol protocol, WorkingDays clinic) {
    this.facts = facts;
    this.protocol = protocol;
    this.clinic = clinic;
  }

  /** All cycles that the trial plans, whatever becomes of them. */
  Derived<CyclePlan> derive() {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Integer> interval = settings.find(TreatmentSettings.CYCLE_LENGTH_DAYS);
    Optional<Integer> count = count(settings);
    if (interval.isEmpty() || count.isEmpty()) {
      return settings.on(Derived.missing(ScheduleRule.CYCLES, settings.missing().orElseThrow()));
    }
    Derived<LocalDate> first = firstDay();
    if (!first.isKnown()) {
      return settings.on(first.map(ScheduleRule.CYCLES, any -> new CyclePlan(List.of())));
    }
    CyclePlan plan =
        CyclePlan.plan(first.get(), count.get(), interval.get(), given(), decided(count.get()));
    CyclePlan kept = facts.treatmentEnd() == null ? plan : plan.givenOnly();
    return settings.on(
        Derived.of(ScheduleRule.CYCLES, kept, first)
            .with("given", facts.cycles().size())
            .with("count", count.get())
            .with("interval", interval.get()));
  }

  private static Optional<Integer> count(SettingsRead settings) {
    Optional<Integer> stated = settings.find(TreatmentSettings.CHEMOTHERAPY_CYCLES);
    Optional<Integer> induction = settings.find(TreatmentSettings.INDUCTION_CYCLES);
    Optional<Boolean> included =
        settings.find(TreatmentSettings.CHEMOTHERAPY_CYCLES_INCLUDE_INDUCTION);
    return stated.flatMap(
        n -> included.flatMap(yes -> yes ? Optional.of(n) : induction.map(more -> n + more)));
  }

  private Derived<LocalDate> firstDay() {
    Derived<LocalDate> given = facts.cycles().get(1);
    if (given != null) {
      return given;
    }
    Derived<LocalDate> decided = facts.decided().get(ScheduleFacts.cycleSubject(1));
    if (decided != null) {
      return decided;
    }
    Derived<LocalDate> enrolment = facts.enrolment();
    return enrolment == null
        ? Derived.missing(
            ScheduleRule.FIRST_DAY, ScheduleDerivation.noAnchor(CYCLE_1, Anchor.ENROLMENT))
        : Derived.of(ScheduleRule.FIRST_DAY, clinic.onOrAfter(enrolment.get()), enrolment)
            .with("enrolment", enrolment.get());
  }

  private Map<Integer, LocalDate> given() {
    Map<Integer, LocalDate> given = new HashMap<>();
    facts.cycles().forEach((cycle, day) -> given.put(cycle, day.get()));
    return given;
  }

  private Map<Integer, LocalDate> decided(int count) {
    Map<Integer, LocalDate> decided = new HashMap<>();
    for (int cycle = 1; cycle <= count; cycle++) {
      Derived<LocalDate> day = facts.decided().get(ScheduleFacts.cycleSubject(cycle));
      if (day != null) {
        decided.put(cycle, day.get());
      }
    }
    return decided;
  }

  /** Without the cycles that may not start any more once radiotherapy has ended. */
  Derived<CyclePlan> limitedBy(Derived<FractionCourse> radiotherapy, Derived<CyclePlan> cycles) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Boolean> after = settings.find(TreatmentSettings.CYCLE_AFTER_LAST_FRACTION);
    Optional<LocalDate> end = radiotherapy.known().flatMap(FractionCourse::end);
    if (!cycles.isKnown() || after.isEmpty() || after.get() || end.isEmpty()) {
      return settings.on(cycles);
    }
    CyclePlan limited =
        new CyclePlan(
            cycles.get().cycles().stream()
                .filter(cycle -> cycle.isGiven() || !cycle.planned().isAfter(end.get()))
                .toList());
    return settings.on(
        Derived.of(ScheduleRule.CYCLES, limited, cycles, radiotherapy)
            .with("given", facts.cycles().size())
            .with("count", limited.cycles().size())
            .with("interval", protocol.get(TreatmentSettings.CYCLE_LENGTH_DAYS).require()));
  }

  /** Each cycle's day 1 with its reason. */
  Map<Integer, Derived<LocalDate>> days(Derived<CyclePlan> plan) {
    Map<Integer, Derived<LocalDate>> days = new TreeMap<>();
    Derived<LocalDate> before = null;
    for (Cycle cycle : plan.known().map(CyclePlan::cycles).orElse(List.of())) {
      Derived<LocalDate> day = day(cycle, before, plan);
      days.put(cycle.number(), day);
      before = day;
    }
    return days;
  }

  private Derived<LocalDate> day(
      Cycle cycle, @Nullable Derived<LocalDate> before, Derived<CyclePlan> plan) {
    Derived<LocalDate> given = facts.cycles().get(cycle.number());
    Derived<LocalDate> decided = facts.decided().get(ScheduleFacts.cycleSubject(cycle.number()));
    LocalDate proposed = cycle.planned().minusDays(cycle.delayDays());
    if (given != null) {
      return Derived.of(ScheduleRule.CYCLE_GIVEN, given.get(), given).with("cycle", cycle.number());
    }
    if (decided != null) {
      return Derived.of(ScheduleRule.CYCLE_DECIDED, decided.get(), decided)
          .with("cycle", cycle.number())
          .with("proposed", proposed);
    }
    if (before == null) {
      return firstDay();
    }
    return Derived.of(ScheduleRule.CYCLE_PLANNED, cycle.planned(), before, plan)
        .with("cycle", cycle.number())
        .with("interval", protocol.get(TreatmentSettings.CYCLE_LENGTH_DAYS).require())
        .with("before", before.get())
        .with("first", cycle.firstPlanned());
  }
}
