package org.lodestar.trial.treatment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.MaintenanceEnd;
import org.lodestar.trial.protocol.MaintenanceStart;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TimeOrigin;
import org.lodestar.trial.protocol.TreatmentSettings;

/** When maintenance may begin and when it ends, by the settings of the trial. */
public final class Maintenance {
  /**
   * What is known when maintenance is to begin.
   *
   * @param status at the last assessment
   * @param stableDays for how many days no progression has been seen
   * @param stableMinDays the least time for stable disease of the trial; missing when it is open
   * @param judgement whether the investigator judged the disease stable
   */
  public record Question(
      Derived<DiseaseStatus> status,
      Derived<Integer> stableDays,
      Derived<Integer> stableMinDays,
      Derived<Boolean> judgement) {}

  /**
   * What has happened that may end maintenance.
   *
   * @param origins dates that a time may be counted from, as far as they are known
   */
  public record Course(
      Map<TimeOrigin, Derived<LocalDate>> origins,
      Optional<Derived<LocalDate>> progression,
      Optional<Derived<LocalDate>> intolerance) {
    public Course {
      origins = Map.copyOf(origins);
    }
  }

  private static final Words TIME_LIMIT_LABEL = new Words("maintenance", "维持治疗");

  private final Protocol protocol;

  public Maintenance(Protocol protocol) {
    this.protocol = protocol;
  }

  /**
   * Whether maintenance may begin. Missing, and so never authorised, while the protocol leaves open
   * what its condition means.
   */
  public Derived<Action> deriveStart(Question question) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<MaintenanceStart> meaning = settings.find(TreatmentSettings.MAINTENANCE_START);
    if (meaning.isEmpty()) {
      return settings.on(
          Derived.missing(
              TreatmentRule.MAINTENANCE_START, settings.missing().orElseThrow(), List.of()));
    }
    return settings.on(start(meaning.get(), question));
  }

  private static Derived<Action> start(MaintenanceStart meaning, Question question) {
    if (isProgression(question.status())) {
      return answer(Action.STOP, meaning, question.status(), List.of(question.status()));
    }
    return switch (meaning) {
      case NO_PROGRESSION_AT_LAST_ASSESSMENT ->
          answer(
              ifKnown(question.status(), status -> status == DiseaseStatus.NO_PROGRESSION),
              meaning,
              question.status(),
              List.of(question.status()));
      case STABLE_FOR_MINIMUM_TIME -> stableLongEnough(meaning, question);
      case INVESTIGATOR_JUDGEMENT ->
          answer(
              question
                  .judgement()
                  .known()
                  .map(yes -> yes ? Action.GIVE : Action.HOLD)
                  .orElse(Action.ASK),
              meaning,
              question.judgement(),
              List.of(question.judgement(), question.status()));
    };
  }

  private static Derived<Action> stableLongEnough(MaintenanceStart meaning, Question question) {
    List<Derived<?>> inputs =
        List.of(question.status(), question.stableDays(), question.stableMinDays());
    boolean known = inputs.stream().allMatch(Derived::isKnown);
    if (!known || question.status().get() == DiseaseStatus.NOT_EVALUABLE) {
      return answer(Action.ASK, meaning, question.stableDays(), inputs);
    }
    boolean enough = question.stableDays().get() >= question.stableMinDays().get();
    return answer(enough ? Action.GIVE : Action.HOLD, meaning, question.stableDays(), inputs);
  }

  private static Action ifKnown(
      Derived<DiseaseStatus> status, java.util.function.Predicate<DiseaseStatus> good) {
    return status.known().filter(good).isPresent() ? Action.GIVE : Action.ASK;
  }

  private static boolean isProgression(Derived<DiseaseStatus> status) {
    return status.known().filter(DiseaseStatus.PROGRESSION::equals).isPresent();
  }

  private static Derived<Action> answer(
      Action action, MaintenanceStart meaning, Derived<?> shown, List<Derived<?>> inputs) {
    return Derived.of(TreatmentRule.MAINTENANCE_START, action, inputs)
        .with("action", action.words())
        .with("condition", meaning.words())
        .with("status", status(shown));
  }

  private static Words status(Derived<?> shown) {
    Message missing = shown.missing();
    if (missing != null) {
      return new Words(
          missing.in(org.lodestar.trial.fact.Language.EN),
          missing.in(org.lodestar.trial.fact.Language.ZH));
    }
    return shown.get() instanceof DiseaseStatus disease
        ? disease.words()
        : Words.same(String.valueOf(shown.get()));
  }

  /**
   * The last day on which maintenance may be given: the earliest of the ends that the trial names
   * and that are known. Missing while none is known or the protocol leaves the ends open.
   */
  public Derived<LocalDate> deriveEnd(Course course) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<List<MaintenanceEnd>> ends = settings.find(TreatmentSettings.MAINTENANCE_ENDS);
    if (ends.isEmpty()) {
      return settings.on(
          Derived.missing(
              TreatmentRule.MAINTENANCE_END, settings.missing().orElseThrow(), List.of()));
    }
    List<Derived<LocalDate>> candidates = new ArrayList<>();
    ends.get().forEach(end -> candidates.add(endBy(end, course, settings)));
    return settings.on(earliest(candidates));
  }

  private static Derived<LocalDate> earliest(List<Derived<LocalDate>> candidates) {
    return candidates.stream()
        .filter(Derived::isKnown)
        .min(Comparator.comparing(Derived::get))
        .or(() -> candidates.stream().findFirst())
        .orElseGet(() -> noDate(TIME_LIMIT_LABEL, TIME_LIMIT_LABEL));
  }

  private Derived<LocalDate> endBy(MaintenanceEnd end, Course course, SettingsRead settings) {
    return switch (end) {
      case TIME_LIMIT -> timeLimit(course, settings);
      case PROGRESSION -> endOn(end, course.progression());
      case INTOLERANCE -> endOn(end, course.intolerance());
    };
  }

  private static Derived<LocalDate> endOn(MaintenanceEnd end, Optional<Derived<LocalDate>> event) {
    return event
        .map(date -> date.map(TreatmentRule.MAINTENANCE_END, day -> day).with("cause", end.words()))
        .orElseGet(() -> noDate(end.words(), end.words()));
  }

  private static Derived<LocalDate> noDate(Words what, Words origin) {
    return Derived.missing(
        TreatmentRule.MAINTENANCE_END,
        Message.of(TreatmentRule.NO_DATE.words(), "what", what, "origin", origin));
  }

  private Derived<LocalDate> timeLimit(Course course, SettingsRead settings) {
    Optional<Integer> months = settings.find(TreatmentSettings.MAINTENANCE_MAX_MONTHS);
    Optional<TimeOrigin> origin = settings.find(TreatmentSettings.MAINTENANCE_ORIGIN);
    if (months.isEmpty() || origin.isEmpty()) {
      return Derived.missing(
          TreatmentRule.MAINTENANCE_END, settings.missing().orElseThrow(), List.of());
    }
    Derived<LocalDate> from = course.origins().get(origin.get());
    if (from == null) {
      return noDate(TIME_LIMIT_LABEL, origin.get().words());
    }
    return from.map(TreatmentRule.MAINTENANCE_END, day -> day.plusMonths(months.get()))
        .with("cause", MaintenanceEnd.TIME_LIMIT.words());
  }
}
