package org.lodestar.trial.treatment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.ImagingSettings;
import org.lodestar.trial.protocol.MaintenanceEnd;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingKey;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TimeOrigin;
import org.lodestar.trial.protocol.TreatmentSettings;
import org.lodestar.trial.schedule.AssessedDisease;
import org.lodestar.trial.schedule.OriginDays;
import org.lodestar.trial.schedule.TreatmentFacts;

/**
 * What the trial's conditions of maintenance propose for one of its days, from what is recorded up
 * to that day: whether it may begin, and once it has begun, whether it is over.
 */
final class MaintenanceRules {
  private static final Words ASSESSMENT = new Words("tumour assessment", "肿瘤评估");
  private static final Words TIME_LIMIT = new Words("the limit of maintenance", "维持治疗期限");
  private static final Words JUDGEMENT = new Words("clinical stability", "临床稳定性判断");

  private final Protocol protocol;
  private final LocalDate day;
  private final OriginDays days;
  private final List<AssessedDisease> assessments;

  /**
   * @param treatment what was given and decided, with the day of enrolment
   */
  MaintenanceRules(Sheets sheets, Protocol protocol, TreatmentFacts treatment, LocalDate day) {
    this.protocol = protocol;
    this.day = day;
    this.days = OriginDays.read(sheets, protocol, treatment);
    this.assessments =
        AssessedDisease.read(sheets).stream()
            .filter(assessed -> !assessed.on().get().isAfter(day))
            .toList();
  }

  List<Derived<Action>> derive() {
    boolean begun =
        days.maintenance().values().stream().anyMatch(given -> given.get().isBefore(day));
    return begun ? ended() : List.of(start());
  }

  private Derived<Action> start() {
    Derived<Action> start = new Maintenance(protocol).deriveStart(question());
    return start.isKnown() ? start : open(TreatmentSettings.MAINTENANCE_START);
  }

  /** While the protocol leaves a condition open, a person is asked. */
  private Derived<Action> open(SettingKey<?> key) {
    SettingsRead settings = new SettingsRead(protocol);
    settings.find(key);
    return settings.on(
        Derived.of(TreatmentRule.RULES_OPEN, Action.ASK, List.of()).with("setting", key.label()));
  }

  private Maintenance.Question question() {
    return new Maintenance.Question(status(), stableDays(), stableMinDays(), judgement());
  }

  /**
   * At the last assessment; one from before the end of chemoradiation says nothing of what came
   * after. Once progression was read, no later reading takes it back.
   */
  private Derived<DiseaseStatus> status() {
    Optional<Derived<LocalDate>> progression = progression();
    if (progression.isPresent()) {
      return Derived.of(
              TreatmentRule.PROGRESSED, DiseaseStatus.PROGRESSION, progression.get().inputs())
          .with("value", progression.get().get());
    }
    if (assessments.isEmpty()) {
      return notRecorded(ASSESSMENT);
    }
    AssessedDisease last = assessments.getLast();
    if (before(last)) {
      return notSince();
    }
    DiseaseStatus status =
        last.isEvaluable() ? DiseaseStatus.NO_PROGRESSION : DiseaseStatus.NOT_EVALUABLE;
    return Derived.of(TreatmentRule.LAST_ASSESSMENT, status, last.on(), last.response())
        .with("on", last.on().get())
        .with("value", status.words());
  }

  /** Whether it is from before the last of the chemotherapy and radiotherapy that was given. */
  private boolean before(AssessedDisease assessed) {
    return days.lastChemoradiation()
        .filter(last -> !assessed.on().get().isAfter(last.get()))
        .isPresent();
  }

  private <T> Derived<T> notSince() {
    Derived<LocalDate> last = days.lastChemoradiation().orElseThrow();
    return Derived.missing(
        TreatmentRule.LAST_ASSESSMENT,
        Message.of(TreatmentRule.NOT_SINCE_CHEMORADIATION.words(), "last", last.get()),
        last,
        assessments.getLast().on());
  }

  private Derived<Integer> stableDays() {
    Optional<Derived<LocalDate>> first = days.day(TimeOrigin.FIRST_DOSE);
    if (assessments.isEmpty() || first.isEmpty()) {
      return notRecorded(ASSESSMENT);
    }
    Derived<LocalDate> last = assessments.getLast().on();
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
    if (assessments.isEmpty()) {
      return notRecorded(JUDGEMENT);
    }
    return before(assessments.getLast()) ? notSince() : assessments.getLast().judgedStable();
  }

  private static <T> Derived<T> notRecorded(Words what) {
    return Derived.missing(
        TreatmentRule.LAST_ASSESSMENT,
        Message.of(TreatmentRule.NOT_RECORDED.words(), "what", what),
        List.of());
  }

  private List<Derived<Action>> ended() {
    Optional<List<MaintenanceEnd>> ends = protocol.get(TreatmentSettings.MAINTENANCE_ENDS).find();
    if (ends.isEmpty()) {
      return List.of(open(TreatmentSettings.MAINTENANCE_ENDS));
    }
    List<Derived<Action>> proposals = new ArrayList<>();
    Optional<Derived<LocalDate>> progression =
        progression().filter(any -> ends.get().contains(MaintenanceEnd.PROGRESSION));
    Derived<LocalDate> end = end(progression);
    if (end.known().filter(day::isAfter).isPresent() || progression.isPresent()) {
      proposals.add(
          Derived.of(TreatmentRule.MAINTENANCE_OVER, Action.STOP, end)
              .with("end", end.get())
              .with("day", day));
    }
    if (ends.get().contains(MaintenanceEnd.TIME_LIMIT)) {
      unlimited().ifPresent(proposals::add);
    }
    return proposals;
  }

  private Derived<LocalDate> end(Optional<Derived<LocalDate>> progression) {
    return new Maintenance(protocol)
        .deriveEnd(new Maintenance.Course(origins(), progression, Optional.empty()));
  }

  /** While the time limit cannot be told, a person is asked: it never passes unseen. */
  private Optional<Derived<Action>> unlimited() {
    for (SettingKey<?> key :
        List.of(TreatmentSettings.MAINTENANCE_MAX_MONTHS, TreatmentSettings.MAINTENANCE_ORIGIN)) {
      if (protocol.get(key).find().isEmpty()) {
        return Optional.of(open(key));
      }
    }
    TimeOrigin origin = protocol.get(TreatmentSettings.MAINTENANCE_ORIGIN).require();
    return origins().containsKey(origin)
        ? Optional.empty()
        : Optional.of(
            Derived.of(TreatmentRule.CONDITION_UNKNOWN, Action.ASK, List.of())
                .with("test", TIME_LIMIT)
                .with("why", noDay(origin)));
  }

  private static Words noDay(TimeOrigin origin) {
    Message why =
        Message.of(TreatmentRule.NO_DATE.words(), "what", TIME_LIMIT, "origin", origin.words());
    return new Words(why.in(Language.EN), why.in(Language.ZH));
  }

  private Map<TimeOrigin, Derived<LocalDate>> origins() {
    Map<TimeOrigin, Derived<LocalDate>> origins = new EnumMap<>(TimeOrigin.class);
    for (TimeOrigin origin : TimeOrigin.values()) {
      days.day(origin).ifPresent(known -> origins.put(origin, known));
    }
    return origins;
  }

  /** The first assessment that was read as progression. */
  private Optional<Derived<LocalDate>> progression() {
    return assessments.stream()
        .filter(AssessedDisease::isProgression)
        .findFirst()
        .map(
            assessed ->
                Derived.of(
                        TreatmentRule.PROGRESSED,
                        assessed.on().get(),
                        assessed.on(),
                        assessed.response())
                    .with("value", assessed.on().get()));
  }
}
