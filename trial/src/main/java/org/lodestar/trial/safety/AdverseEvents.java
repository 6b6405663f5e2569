package org.lodestar.trial.safety;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.PartialDate;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Agent;
import org.lodestar.trial.protocol.Attribution;
import org.lodestar.trial.protocol.LateEffectOrigin;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SafetySettings;
import org.lodestar.trial.protocol.SettingsRead;

/**
 * The adverse events of one participant.
 *
 * @param events each record that can be read, with what it rests on
 * @param worst by term: the worst grade of all its records
 */
public record AdverseEvents(List<Event> events, SortedMap<String, Derived<Integer>> worst) {
  private static final String RADIOTHERAPY = "radiotherapy";
  private static final Words YES = new Words("yes", "是");
  private static final Words NO = new Words("no", "否");
  private static final Words BEFORE = new Words("before", "前");
  private static final Words AFTER = new Words("after", "后");

  /**
   * One event with what rules say of it.
   *
   * @param treatmentEmergent whether it began under treatment or within the time after it that
   *     counts
   * @param related by attribution of the protocol: whether a relation is at least possible
   * @param radiationEffect by its date alone; missing before the first fraction. Whether it is an
   *     effect of radiation at all is the attribution
   * @param specialInterest whether the protocol lists its term or words, or the investigator says
   *     so
   */
  public record Event(
      Derived<AdverseEvent> record,
      Derived<Boolean> treatmentEmergent,
      SortedMap<String, Derived<Boolean>> related,
      Derived<RadiationEffect> radiationEffect,
      Derived<Boolean> specialInterest) {
    public Event {
      related = Collections.unmodifiableSortedMap(new TreeMap<>(related));
    }

    /** Whether the investigator holds a relation to radiotherapy for at least possible. */
    public boolean isAttributedToRadiotherapy() {
      return record.get().related().getOrDefault(RADIOTHERAPY, false);
    }
  }

  /** When an effect of radiation began. */
  public enum RadiationEffect {
    ACUTE("acute", "急性"),
    LATE("late", "晚期");

    private final Words words;

    RadiationEffect(String en, String zh) {
      this.words = new Words(en, zh);
    }

    public Words words() {
      return words;
    }
  }

  public AdverseEvents {
    events = List.copyOf(events);
    worst = Collections.unmodifiableSortedMap(new TreeMap<>(worst));
  }

  /** Events whose term, grade or beginning is not entered are left out until it is. */
  public static AdverseEvents derive(Sheets sheets, Protocol protocol, TreatmentDates treatment) {
    List<Event> events = new ArrayList<>();
    for (Sheet sheet : sheets.of("adverse-event")) {
      record(sheet, protocol).ifPresent(record -> events.add(event(record, protocol, treatment)));
    }
    return new AdverseEvents(events, worst(events));
  }

  private static Optional<Derived<AdverseEvent>> record(Sheet sheet, Protocol protocol) {
    Derived<String> term = sheet.text("term");
    Derived<Integer> grade = sheet.wholeNumber("grade");
    Derived<PartialDate> started = sheet.partialDate("started-on");
    if (!term.isKnown() || !grade.isKnown() || !started.isKnown()) {
      return Optional.empty();
    }
    List<Input> inputs = new ArrayList<>(List.of(term, grade, started));
    Optional<PartialDate> ended = read(sheet.partialDate("ended-on"), inputs);
    AdverseEvent event =
        new AdverseEvent(
            sheet.repeat(),
            term.get(),
            read(sheet.text("verbatim"), inputs).orElse(""),
            grade.get(),
            started.get(),
            ended.orElse(null),
            read(sheet.yes("serious"), inputs).orElse(false),
            related(sheet, protocol, inputs),
            read(sheet.yes("immune-related"), inputs).orElse(false),
            read(sheet.yes("at-baseline"), inputs).orElse(false),
            read(sheet.yes("special-interest"), inputs).orElse(false));
    return Optional.of(
        Derived.of(SafetyRule.ADVERSE_EVENT, event, inputs)
            .with("term", event.words())
            .with("grade", event.grade())
            .with("from", event.startedOn())
            .with("until", ended.map(AdverseEvents::until).orElse(Words.same("."))));
  }

  private static Words until(PartialDate ended) {
    return new Words(" until " + ended, " 至 " + ended);
  }

  private static <T> Optional<T> read(Derived<T> item, List<Input> inputs) {
    item.known().ifPresent(any -> inputs.add(item));
    return item.known();
  }

  private static SortedMap<String, Boolean> related(
      Sheet sheet, Protocol protocol, List<Input> inputs) {
    SortedMap<String, Boolean> related = new TreeMap<>();
    List<String> causes = new ArrayList<>(protocol.agents().stream().map(Agent::key).toList());
    causes.add(RADIOTHERAPY);
    for (String cause : causes) {
      read(sheet.text("related-" + cause), inputs)
          .ifPresent(answer -> related.put(cause, isRelated(answer)));
    }
    return related;
  }

  private static boolean isRelated(String answer) {
    return switch (answer) {
      case "possible", "probable", "definite" -> true;
      default -> false;
    };
  }

  private static Event event(
      Derived<AdverseEvent> record, Protocol protocol, TreatmentDates treatment) {
    return new Event(
        record,
        treatmentEmergent(record, protocol, treatment),
        relatedTo(record, protocol),
        radiationEffect(record, protocol, treatment),
        specialInterest(record, protocol));
  }

  /** By the term, or by the reported words where the dictionary has no term of its own. */
  private static Derived<Boolean> specialInterest(Derived<AdverseEvent> record, Protocol protocol) {
    SettingsRead settings = new SettingsRead(protocol);
    SafetyRule rule = SafetyRule.SPECIAL_INTEREST;
    Optional<List<String>> listed = settings.find(SafetySettings.SPECIAL_INTEREST);
    if (listed.isEmpty()) {
      return settings.on(Derived.missing(rule, settings.missing().orElseThrow(), record));
    }
    AdverseEvent event = record.get();
    boolean special =
        event.specialInterest()
            || listed.get().stream()
                .anyMatch(
                    name ->
                        name.equalsIgnoreCase(event.term())
                            || name.equalsIgnoreCase(event.verbatim()));
    return settings.on(
        Derived.of(rule, special, record)
            .with("term", event.words())
            .with("value", special ? YES : NO));
  }

  /**
   * An event whose beginning is only partly known counts when it can have begun in time. A serious
   * or immune-related one counts as long as the protocol collects it, when that is longer.
   */
  private static Derived<Boolean> treatmentEmergent(
      Derived<AdverseEvent> record, Protocol protocol, TreatmentDates treatment) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Integer> days = settings.find(SafetySettings.TREATMENT_EMERGENT_DAYS);
    SafetyRule rule = SafetyRule.TREATMENT_EMERGENT;
    AdverseEvent event = record.get();
    Optional<Integer> collected =
        event.serious() || event.immuneRelated()
            ? settings.find(SafetySettings.IMMUNE_DAYS_AFTER_LAST_DOSE)
            : days;
    if (days.isEmpty() || collected.isEmpty()) {
      return settings.on(Derived.missing(rule, settings.missing().orElseThrow(), record));
    }
    if (!treatment.first().isKnown()) {
      return settings.on(treatment.first().map(rule, any -> false));
    }
    int limit = Math.max(days.get(), collected.get());
    LocalDate first = treatment.first().get();
    LocalDate last = treatment.last().get();
    boolean emergent =
        !event.startedOn().latest().isBefore(first)
            && !event.startedOn().earliest().isAfter(last.plusDays(limit))
            && !event.atBaseline();
    return settings.on(
        Derived.of(rule, emergent, record, treatment.first(), treatment.last())
            .with("term", event.words())
            .with("from", event.startedOn())
            .with("first", first)
            .with("last", last)
            .with("days", limit)
            .with("value", emergent ? YES : NO));
  }

  private static SortedMap<String, Derived<Boolean>> relatedTo(
      Derived<AdverseEvent> record, Protocol protocol) {
    SettingsRead settings = new SettingsRead(protocol);
    SortedMap<String, Derived<Boolean>> related = new TreeMap<>();
    for (Attribution cause : settings.find(SafetySettings.ATTRIBUTIONS).orElse(List.of())) {
      boolean isRelated =
          cause.agents().stream()
              .anyMatch(agent -> record.get().related().getOrDefault(agent, false));
      related.put(
          cause.key(),
          settings.on(
              Derived.of(SafetyRule.RELATED, isRelated, record)
                  .with("term", record.get().words())
                  .with("cause", cause.name())
                  .with("value", isRelated ? YES : NO)));
    }
    return related;
  }

  private static Derived<RadiationEffect> radiationEffect(
      Derived<AdverseEvent> record, Protocol protocol, TreatmentDates treatment) {
    SettingsRead settings = new SettingsRead(protocol);
    SafetyRule rule = SafetyRule.RADIATION_EFFECT;
    Optional<Integer> limit = settings.find(SafetySettings.LATE_EFFECT_DAYS);
    Optional<LateEffectOrigin> from = settings.find(SafetySettings.LATE_EFFECT_ORIGIN);
    if (limit.isEmpty() || from.isEmpty()) {
      return settings.on(Derived.missing(rule, settings.missing().orElseThrow(), record));
    }
    Derived<LocalDate> origin =
        switch (from.get()) {
          case RADIOTHERAPY_START -> treatment.firstFraction();
          case RADIOTHERAPY_END -> treatment.lastFraction();
        };
    if (!origin.isKnown()) {
      return settings.on(origin.map(rule, any -> RadiationEffect.ACUTE));
    }
    AdverseEvent event = record.get();
    LocalDate first = treatment.firstFraction().get();
    if (event.startedOn().latest().isBefore(first)) {
      Message before =
          Message.of(
              SafetyRule.BEFORE_RADIOTHERAPY.words(),
              "term",
              event.words(),
              "from",
              event.startedOn(),
              "first",
              first);
      return settings.on(Derived.missing(rule, before, record, treatment.firstFraction()));
    }
    long days = ChronoUnit.DAYS.between(origin.get(), event.startedOn().earliest());
    boolean late = days >= limit.get();
    return settings.on(
        Derived.of(rule, late ? RadiationEffect.LATE : RadiationEffect.ACUTE, record, origin)
            .with("term", event.words())
            .with("days", Math.abs(days))
            .with("side", days < 0 ? BEFORE : AFTER)
            .with("origin", from.get().words())
            .with("limit", limit.get())
            .with("value", (late ? RadiationEffect.LATE : RadiationEffect.ACUTE).words()));
  }

  private static SortedMap<String, Derived<Integer>> worst(List<Event> events) {
    SortedMap<String, List<Derived<AdverseEvent>>> byTerm = new TreeMap<>();
    for (Event event : events) {
      byTerm
          .computeIfAbsent(event.record().get().term(), any -> new ArrayList<>())
          .add(event.record());
    }
    SortedMap<String, Derived<Integer>> worst = new TreeMap<>();
    byTerm.forEach(
        (term, records) -> {
          int grade = records.stream().mapToInt(record -> record.get().grade()).max().orElseThrow();
          worst.put(
              term,
              Derived.of(SafetyRule.WORST_GRADE, grade, records)
                  .with("term", records.getFirst().get().words())
                  .with("events", records.size()));
        });
    return worst;
  }

  public boolean hasSerious() {
    return events.stream().anyMatch(event -> event.record().get().serious());
  }
}
