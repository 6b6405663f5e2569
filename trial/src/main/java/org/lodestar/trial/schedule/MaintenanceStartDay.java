package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.protocol.ImagingSettings;
import org.lodestar.trial.protocol.MaintenanceStart;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TimeOrigin;
import org.lodestar.trial.protocol.TreatmentSettings;

/**
 * On which day the first maintenance dose is due: one cycle after the last cycle of chemotherapy,
 * but not before the first assessment since chemoradiation that shows what the trial asks for.
 */
final class MaintenanceStartDay {
  private final ScheduleFacts facts;
  private final TreatmentPlan treatment;
  private final SettingsRead settings;

  MaintenanceStartDay(ScheduleFacts facts, Protocol protocol, TreatmentPlan treatment) {
    this.facts = facts;
    this.treatment = treatment;
    this.settings = new SettingsRead(protocol);
  }

  /** Missing, and it says why, until such an assessment is recorded. */
  Derived<LocalDate> derive() {
    Optional<MaintenanceStart> asked = settings.find(TreatmentSettings.MAINTENANCE_START);
    Optional<Integer> interval = settings.find(TreatmentSettings.CYCLE_LENGTH_DAYS);
    Optional<Integer> stableDays =
        asked.filter(MaintenanceStart.STABLE_FOR_MINIMUM_TIME::equals).isPresent()
            ? settings.find(ImagingSettings.STABLE_MIN_DAYS)
            : Optional.of(0);
    if (settings.missing().isPresent()
        || asked.isEmpty()
        || interval.isEmpty()
        || stableDays.isEmpty()) {
      return missing(settings.missing().orElseThrow(), List.of());
    }
    Optional<AssessedDisease> progressed =
        facts.assessments().stream().filter(AssessedDisease::isProgression).findFirst();
    if (progressed.isPresent()) {
      return missing(
          Message.of(
              ScheduleRule.MAINTENANCE_NOT_AFTER_PROGRESSION.words(),
              "on",
              progressed.get().on().get()),
          List.of(progressed.get().on(), progressed.get().response()));
    }
    Optional<LocalDate> byCycles = lastCycle().map(day -> day.plusDays(interval.get()));
    Optional<AssessedDisease> shown = shown(asked.get(), stableDays.get());
    return byCycles.isEmpty() || shown.isEmpty()
        ? waits(asked.get())
        : due(byCycles.get(), shown.get(), asked.get());
  }

  private Derived<LocalDate> missing(Message why, List<Input> inputs) {
    return settings.on(Derived.missing(ScheduleRule.MAINTENANCE_START, why, inputs));
  }

  private Derived<LocalDate> waits(MaintenanceStart asked) {
    List<Input> inputs = new ArrayList<>(List.of(treatment.cycles(), treatment.radiotherapy()));
    facts.assessments().forEach(assessed -> inputs.add(assessed.on()));
    return missing(
        Message.of(ScheduleRule.MAINTENANCE_WAITS.words(), "condition", asked.words()), inputs);
  }

  private Derived<LocalDate> due(
      LocalDate byCycles, AssessedDisease shown, MaintenanceStart asked) {
    LocalDate assessed = shown.on().get();
    LocalDate due = assessed.isAfter(byCycles) ? assessed : byCycles;
    return settings.on(
        Derived.of(
                ScheduleRule.MAINTENANCE_START,
                due,
                treatment.cycles(),
                shown.on(),
                shown.response())
            .with("cycles", byCycles)
            .with("assessed", assessed)
            .with("condition", asked.words()));
  }

  private Optional<LocalDate> lastCycle() {
    return treatment
        .cycles()
        .known()
        .filter(plan -> !plan.cycles().isEmpty())
        .map(plan -> plan.cycles().getLast().planned());
  }

  /** The first assessment since chemoradiation that shows it; none while radiation is owed. */
  private Optional<AssessedDisease> shown(MaintenanceStart asked, int stableDays) {
    Optional<Derived<LocalDate>> last = facts.origins().lastChemoradiation();
    boolean owed =
        treatment.radiotherapy().known().filter(course -> !course.isComplete()).isPresent();
    if (last.isEmpty() || owed) {
      return Optional.empty();
    }
    return facts.assessments().stream()
        .filter(assessed -> assessed.on().get().isAfter(last.get().get()))
        .filter(assessed -> shows(assessed, asked, stableDays))
        .findFirst();
  }

  private boolean shows(AssessedDisease assessed, MaintenanceStart asked, int stableDays) {
    return switch (asked) {
      case NO_PROGRESSION_AT_LAST_ASSESSMENT -> assessed.isEvaluable();
      case STABLE_FOR_MINIMUM_TIME ->
          assessed.isEvaluable() && sinceFirstDose(assessed) >= stableDays;
      case INVESTIGATOR_JUDGEMENT ->
          assessed.judgedStable().known().filter(Boolean::booleanValue).isPresent();
    };
  }

  private long sinceFirstDose(AssessedDisease assessed) {
    return facts
        .origins()
        .day(TimeOrigin.FIRST_DOSE)
        .map(first -> ChronoUnit.DAYS.between(first.get(), assessed.on().get()))
        .orElse(0L);
  }
}
