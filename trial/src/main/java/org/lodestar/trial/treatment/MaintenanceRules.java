package org.lodestar.trial.treatment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.ImagingSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TimeOrigin;
import org.lodestar.trial.protocol.TreatmentSettings;
import org.lodestar.trial.schedule.ScheduleFacts;

/**
 * What the trial's conditions of maintenance propose for one of its days, from what is recorded up
 * to that day: whether it may begin, and once it has begun, whether it is over.
 */
final class MaintenanceRules {
  private static final Words ASSESSMENT = new Words("tumour assessment", "肿瘤评估");
  private static final Words JUDGEMENT = new Words("clinical stability", "临床稳定性判断");

  private final Protocol protocol;
  private final LocalDate day;
  private final ScheduleFacts facts;
  private final List<Sheet> assessments;

  MaintenanceRules(Sheets sheets, Protocol protocol, LocalDate day) {
    this.protocol = protocol;
    this.day = day;
    this.facts = ScheduleFacts.read(sheets, protocol, null);
    this.assessments =
        sheets.of("tumour-assessment").stream()
            .filter(sheet -> sheet.text("response").isKnown())
            .filter(sheet -> on(sheet).known().filter(date -> !date.isAfter(day)).isPresent())
            .sorted(Comparator.comparing(sheet -> on(sheet).get()))
            .toList();
  }

  private static Derived<LocalDate> on(Sheet assessment) {
    return assessment.date("assessed-on");
  }

  List<Derived<Action>> derive() {
    boolean begun =
        facts.maintenance().values().stream().anyMatch(given -> given.get().isBefore(day));
    return begun ? ended() : List.of(start());
  }

  private Derived<Action> start() {
    Derived<Action> start = new Maintenance(protocol).deriveStart(question());
    return start.isKnown() ? start : open(TreatmentSettings.MAINTENANCE_START);
  }

  /** While the protocol leaves a condition open, a person is asked. */
  private Derived<Action> open(org.lodestar.trial.protocol.SettingKey<?> key) {
    SettingsRead settings = new SettingsRead(protocol);
    settings.find(key);
    return settings.on(
        Derived.of(TreatmentRule.RULES_OPEN, Action.ASK, List.of()).with("setting", key.label()));
  }

  private Maintenance.Question question() {
    return new Maintenance.Question(status(), stableDays(), stableMinDays(), judgement());
  }

  private Derived<DiseaseStatus> status() {
    if (assessments.isEmpty()) {
      return notRecorded(ASSESSMENT);
    }
    Sheet last = assessments.getLast();
    DiseaseStatus status = status(last.text("response").get());
    return Derived.of(TreatmentRule.LAST_ASSESSMENT, status, on(last), last.text("response"))
        .with("on", on(last).get())
        .with("value", status.words());
  }

  private static DiseaseStatus status(String response) {
    return switch (response) {
      case "PD" -> DiseaseStatus.PROGRESSION;
      case "NE" -> DiseaseStatus.NOT_EVALUABLE;
      default -> DiseaseStatus.NO_PROGRESSION;
    };
  }

  private Derived<Integer> stableDays() {
    Optional<Derived<LocalDate>> first = facts.day(TimeOrigin.FIRST_DOSE);
    if (assessments.isEmpty() || first.isEmpty()) {
      return notRecorded(ASSESSMENT);
    }
    Derived<LocalDate> last = on(assessments.getLast());
    int days = (int) ChronoUnit.DAYS.between(first.get().get(), last.get());
    return Derived.of(TreatmentRule.STABLE_FOR, days, first.get(), last).with("value", days);
  }

  private Derived<Integer> stableMinDays() {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Integer> days = settings.find(ImagingSettings.STABLE_MIN_DAYS);
    return settings.on(
        days.map(min -> Derived.of(TreatmentRule.STABLE_MINIMUM, min, List.of()).with("value", min))
            .orElseGet(
                () ->
                    Derived.missing(
                        TreatmentRule.STABLE_MINIMUM, settings.missing().orElseThrow())));
  }

  private Derived<Boolean> judgement() {
    return assessments.isEmpty()
        ? notRecorded(JUDGEMENT)
        : assessments.getLast().yes("clinically-stable");
  }

  private static <T> Derived<T> notRecorded(Words what) {
    return Derived.missing(
        TreatmentRule.LAST_ASSESSMENT,
        Message.of(TreatmentRule.NOT_RECORDED.words(), "what", what),
        List.of());
  }

  private List<Derived<Action>> ended() {
    List<Derived<Action>> proposals = new ArrayList<>();
    Optional<Derived<LocalDate>> progression = progression();
    Derived<LocalDate> end =
        new Maintenance(protocol)
            .deriveEnd(new Maintenance.Course(origins(), progression, Optional.empty()));
    if (protocol.get(TreatmentSettings.MAINTENANCE_ENDS).find().isEmpty()) {
      proposals.add(open(TreatmentSettings.MAINTENANCE_ENDS));
    } else if (end.known().filter(day::isAfter).isPresent() || progression.isPresent()) {
      Derived<LocalDate> since = end.isKnown() ? end : progression.orElseThrow();
      proposals.add(
          Derived.of(TreatmentRule.MAINTENANCE_OVER, Action.STOP, since)
              .with("end", since.get())
              .with("day", day));
    }
    return proposals;
  }

  private Map<TimeOrigin, Derived<LocalDate>> origins() {
    Map<TimeOrigin, Derived<LocalDate>> origins = new EnumMap<>(TimeOrigin.class);
    for (TimeOrigin origin : TimeOrigin.values()) {
      facts.day(origin).ifPresent(known -> origins.put(origin, known));
    }
    return origins;
  }

  /** The first assessment that was read as progression. */
  private Optional<Derived<LocalDate>> progression() {
    return assessments.stream()
        .filter(sheet -> status(sheet.text("response").get()) == DiseaseStatus.PROGRESSION)
        .findFirst()
        .map(
            sheet ->
                Derived.of(
                        TreatmentRule.PROGRESSED,
                        on(sheet).get(),
                        on(sheet),
                        sheet.text("response"))
                    .with("value", on(sheet).get()));
  }
}
