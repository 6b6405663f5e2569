package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.PartialDate;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.CensoringRule;
import org.lodestar.trial.protocol.EarlyDeath;
import org.lodestar.trial.protocol.EndpointSettings;
import org.lodestar.trial.protocol.ImagingSettings;
import org.lodestar.trial.protocol.IrradiatedLesions;
import org.lodestar.trial.protocol.NewTherapy;
import org.lodestar.trial.protocol.PrimaryAssessment;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.Reader;
import org.lodestar.trial.protocol.ScanPhase;
import org.lodestar.trial.protocol.SettingKey;
import org.lodestar.trial.protocol.SettingsRead;
import org.lodestar.trial.protocol.TimeOrigin;
import org.lodestar.trial.safety.TreatmentDates;
import org.lodestar.trial.schedule.ScheduleFacts;

/** Derives the efficacy of one participant from her forms. */
public final class EfficacyDerivation {
  private static final Words EVENT = new Words("event", "事件");
  private static final Words CENSORED = new Words("censored", "删失");

  private final Sheets sheets;
  private final Protocol protocol;
  private final TreatmentDates treatment;
  private final Derived<LocalDate> enrolment;
  private final LocalDate cutoff;
  private final Derived<LocalDate> newTherapy;
  private final Derived<LocalDate> lastAlive;
  private final Derived<LocalDate> death;

  private EfficacyDerivation(
      Sheets sheets, Protocol protocol, Derived<LocalDate> enrolment, LocalDate cutoff) {
    this.sheets = sheets;
    this.protocol = protocol;
    this.treatment = TreatmentDates.read(sheets);
    this.enrolment = enrolment;
    this.cutoff = cutoff;
    this.newTherapy = newTherapy();
    this.lastAlive = lastAlive();
    this.death = death(lastAlive);
  }

  /**
   * @param enrolment the day of enrolment; missing while not enrolled
   * @param cutoff last clinical day that counts
   */
  public static ParticipantEfficacy derive(
      Sheets sheets, Protocol protocol, Derived<LocalDate> enrolment, LocalDate cutoff) {
    return new EfficacyDerivation(sheets, protocol, enrolment, cutoff).derive();
  }

  /**
   * Everybody who read the participant's images, side by side.
   *
   * @param enrolment the day of enrolment; missing while not enrolled
   * @param cutoff last clinical day that counts
   */
  public static IndependentReview review(
      Sheets sheets, Protocol protocol, Derived<LocalDate> enrolment, LocalDate cutoff) {
    return new EfficacyDerivation(sheets, protocol, enrolment, cutoff).review();
  }

  private IndependentReview review() {
    return new ReviewDerivation(sheets, protocol, this::reading).derive();
  }

  private ReaderReading reading(Reader reader) {
    SettingsRead read = new SettingsRead(protocol);
    return reading(Derived.of(EfficacyRule.SITE_READING, reader), responseSettings(read), read);
  }

  /** The reading on which the endpoints rest. */
  private Derived<Reader> standing() {
    Optional<PrimaryAssessment> primary = protocol.get(ImagingSettings.PRIMARY_ASSESSMENT).find();
    return primary.filter(PrimaryAssessment.INDEPENDENT::equals).isPresent()
        ? review().standing()
        : Derived.of(EfficacyRule.SITE_READING, Reader.INVESTIGATOR);
  }

  private ReaderReading reading(
      Derived<Reader> reader, Optional<ResponseSettings> settings, SettingsRead read) {
    Derived<TumourHistory> history =
        reader.isKnown() || settings.isEmpty()
            ? history(settings, read, reader.known().orElse(Reader.INVESTIGATOR))
            : missingAs(EfficacyRule.TUMOUR_HISTORY, reader);
    Derived<TumourResponse> response = response(history, settings, read);
    Derived<LocalDate> progression = progression(response);
    boolean readable = settings.isPresent() && reader.isKnown();
    return new ReaderReading(
        reader.known().orElse(Reader.INVESTIGATOR),
        history,
        response,
        flat(EfficacyRule.BEST_RESPONSE, response, TumourResponse::best),
        flat(EfficacyRule.BEST_RESPONSE_CONFIRMED, response, TumourResponse::bestConfirmed),
        progression,
        readable
            ? progressionFreeSurvival(response, progression)
            : missingAs(EfficacyRule.PFS, response));
  }

  private ParticipantEfficacy derive() {
    SettingsRead read = new SettingsRead(protocol);
    Optional<ResponseSettings> settings = responseSettings(read);
    ReaderReading reading = reading(standing(), settings, read);
    Derived<TumourResponse> response = reading.response();
    Derived<TimeToEvent> pfs = reading.progressionFreeSurvival();
    Derived<LocalDate> reference = origin(EndpointSettings.PFS_ORIGIN);
    Derived<LocalDate> scheduleOrigin = origin(ImagingSettings.SCHEDULE_ORIGIN);
    CourseFigures figures = new CourseFigures(protocol, reference, scheduleOrigin, response);
    return new ParticipantEfficacy(
        response.known(),
        reading.best(),
        reading.bestConfirmed(),
        reading.progression(),
        newTherapy,
        death,
        lastAlive,
        pfs,
        overallSurvival(),
        durationOfResponse(response, reading.bestConfirmed(), reading.best(), pfs),
        figures.responseInTime(settings, newTherapy, provenByBiopsy()),
        ImmuneReading.derive(reading.history(), settings, read, reference),
        figures.nominalVisit(pfs),
        figures.intervalTime(pfs),
        LifeAndLoss.lost(sheets, protocol),
        LifeAndLoss.daysToDeath(deathByCutoff(), treatment.last()),
        treatment.first(),
        scheduleOrigin);
  }

  private static <T, U> Derived<U> flat(
      EfficacyRule rule, Derived<T> from, java.util.function.Function<T, Derived<U>> part) {
    return from.isKnown() ? part.apply(from.get()) : missingAs(rule, from);
  }

  static <U> Derived<U> missingAs(EfficacyRule rule, Derived<?> missing) {
    return missing.map(
        rule,
        any -> {
          throw new IllegalStateException("a missing value stays missing");
        });
  }

  /** The day from which a time is counted. */
  private Derived<LocalDate> origin(SettingKey<TimeOrigin> key) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<TimeOrigin> origin = settings.find(key);
    if (origin.isEmpty()) {
      return settings.on(Derived.missing(EfficacyRule.ORIGIN, settings.missing().orElseThrow()));
    }
    Derived<LocalDate> day =
        switch (origin.get()) {
          case CONSENT -> consent();
          case ENROLMENT -> enrolment;
          case FIRST_DOSE -> treatment.first();
          case LAST_DOSE -> treatment.last();
          case RADIOTHERAPY_START -> treatment.firstFraction();
          case RADIOTHERAPY_END -> treatment.lastFraction();
          case MAINTENANCE_START -> maintenanceStart();
        };
    return settings.on(
        day.map(EfficacyRule.ORIGIN, value -> value).with("origin", origin.get().words()));
  }

  private Derived<LocalDate> consent() {
    return sheets.of("consent").stream()
        .map(sheet -> sheet.date("signed-on"))
        .filter(Derived::isKnown)
        .min(Comparator.comparing(Derived::get))
        .orElseGet(() -> noOrigin(TimeOrigin.CONSENT));
  }

  private Derived<LocalDate> maintenanceStart() {
    return ScheduleFacts.maintenanceDays(sheets, protocol).values().stream()
        .min(Comparator.comparing(Derived::get))
        .orElseGet(() -> noOrigin(TimeOrigin.MAINTENANCE_START));
  }

  private static Derived<LocalDate> noOrigin(TimeOrigin origin) {
    return Derived.missing(
        EfficacyRule.ORIGIN, Message.of(EfficacyRule.NO_ORIGIN.words(), "origin", origin.words()));
  }

  /** Empty while the protocol leaves one of them open. */
  private static Optional<ResponseSettings> responseSettings(SettingsRead settings) {
    Optional<BigDecimal> tooSmall = settings.find(ImagingSettings.TOO_SMALL_MM);
    Optional<Boolean> continuing = settings.find(ImagingSettings.CONTINUING_PARTIAL_RESPONSE);
    Optional<Integer> stable = settings.find(ImagingSettings.STABLE_MIN_DAYS);
    Optional<Integer> confirmation = settings.find(ImagingSettings.CONFIRMATION_MIN_DAYS);
    Optional<Integer> between = settings.find(ImagingSettings.NOT_EVALUABLE_BETWEEN_MAX);
    Optional<Boolean> stableBetween = settings.find(ImagingSettings.STABLE_BETWEEN_ALLOWED);
    Optional<IrradiatedLesions> irradiated = settings.find(ImagingSettings.IRRADIATED_LESIONS);
    settings.find(ImagingSettings.BASELINE_RESET_AFTER_INDUCTION);
    settings.find(ImagingSettings.EARLY_DEATH);
    settings.find(ImagingSettings.PRIMARY_ASSESSMENT);
    return settings.missing().isPresent()
        ? Optional.empty()
        : Optional.of(
            new ResponseSettings(
                tooSmall.orElseThrow(),
                continuing.orElseThrow(),
                stable.orElseThrow(),
                confirmation.orElseThrow(),
                between.orElseThrow(),
                stableBetween.orElseThrow(),
                irradiated.orElseThrow() == IrradiatedLesions.EVALUABLE_PD_CONFIRMED));
  }

  private Derived<TumourHistory> history(
      Optional<ResponseSettings> settings, SettingsRead read, Reader reader) {
    if (settings.isEmpty()) {
      return Derived.missing(EfficacyRule.TUMOUR_HISTORY, read.missing().orElseThrow());
    }
    boolean reset =
        protocol.get(ImagingSettings.BASELINE_RESET_AFTER_INDUCTION).find().orElseThrow();
    boolean excluded =
        protocol.get(ImagingSettings.IRRADIATED_LESIONS).find().orElseThrow()
            == IrradiatedLesions.EXCLUDED;
    return TumourSheets.read(sheets, reader, lastBaselineDay(reset), excluded, cutoff);
  }

  private Derived<TumourResponse> response(
      Derived<TumourHistory> history, Optional<ResponseSettings> settings, SettingsRead read) {
    Derived<LocalDate> reference = origin(EndpointSettings.PFS_ORIGIN);
    boolean deathCounts =
        protocol
            .get(ImagingSettings.EARLY_DEATH)
            .find()
            .filter(EarlyDeath.PROGRESSION::equals)
            .isPresent();
    return read.on(
        history.map(
            EfficacyRule.TUMOUR_HISTORY,
            known ->
                ResponseDerivation.derive(
                        known,
                        settings.orElseThrow(),
                        new ResponseDerivation.Frame(
                            reference,
                            newTherapy,
                            deathCounts ? deathByCutoff() : noDeath(),
                            provenByBiopsy()))
                    .on(read)));
  }

  /** The baseline is the last assessment up to this day. */
  private @Nullable LocalDate lastBaselineDay(boolean resetAfterInduction) {
    Optional<LocalDate> fraction = treatment.firstFraction().known();
    return resetAfterInduction && fraction.isPresent()
        ? fraction.get()
        : treatment.first().known().orElse(null);
  }

  /** By the criteria, or earlier by biopsy where the protocol says so. */
  private Derived<LocalDate> progression(Derived<TumourResponse> response) {
    Derived<LocalDate> byCriteria =
        flat(EfficacyRule.PROGRESSION, response, TumourResponse::progression);
    Derived<LocalDate> byBiopsy = provenByBiopsy();
    boolean biopsyFirst =
        byBiopsy.isKnown()
            && byCriteria.known().filter(day -> !byBiopsy.get().isBefore(day)).isEmpty();
    return biopsyFirst ? byBiopsy : byCriteria;
  }

  /** The first recurrence that a biopsy proved; missing where the protocol does not count it. */
  private Derived<LocalDate> provenByBiopsy() {
    SettingsRead settings = new SettingsRead(protocol);
    boolean counts = settings.find(ImagingSettings.BIOPSY_PROVEN_IS_PROGRESSION).orElse(false);
    return sheets.of("tumour-assessment").stream()
        .filter(any -> counts)
        .map(sheet -> sheet.date("biopsy-proven-on"))
        .filter(day -> day.known().filter(proven -> !proven.isAfter(cutoff)).isPresent())
        .min(Comparator.comparing(Derived::get))
        .map(day -> settings.on(Derived.of(EfficacyRule.BIOPSY_PROVEN, day.get(), day)))
        .orElseGet(EfficacyDerivation::notProven);
  }

  static Derived<LocalDate> notProven() {
    return Derived.missing(
        EfficacyRule.BIOPSY_PROVEN, Message.of(EfficacyRule.NO_PROGRESSION.words()));
  }

  private Derived<LocalDate> newTherapy() {
    SettingsRead settings = new SettingsRead(protocol);
    List<NewTherapy> listed = settings.find(EndpointSettings.NEW_THERAPIES).orElse(List.of());
    EfficacyRule rule = EfficacyRule.NEW_THERAPY;
    return settings.on(
        therapies(listed)
            .min(Comparator.comparing(sheet -> started(sheet)))
            .map(
                sheet ->
                    Derived.of(
                            rule,
                            started(sheet),
                            sheet.partialDate("started-on"),
                            sheet.text("type"))
                        .with("therapy", therapy(sheet, listed)))
            .orElseGet(EfficacyDerivation::noNewTherapy));
  }

  /** The new therapies that count and that can have begun by the cut-off. */
  private Stream<Sheet> therapies(List<NewTherapy> listed) {
    return sheets.of("new-anticancer-therapy").stream()
        .filter(sheet -> counts(sheet, listed))
        .filter(sheet -> sheet.partialDate("started-on").isKnown())
        .filter(sheet -> !started(sheet).isAfter(cutoff));
  }

  /**
   * The first new therapy as progression-free survival needs it: one of which it is not known
   * whether it began before progression did not begin before it.
   */
  private @Nullable LocalDate therapyAgainst(Derived<LocalDate> progression) {
    List<NewTherapy> listed = protocol.get(EndpointSettings.NEW_THERAPIES).find().orElse(List.of());
    return therapies(listed)
        .map(
            sheet ->
                progression
                    .known()
                    .filter(day -> canHaveStarted(sheet, day))
                    .orElseGet(() -> started(sheet)))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static boolean canHaveStarted(Sheet sheet, LocalDate day) {
    PartialDate on = sheet.partialDate("started-on").get();
    return !on.earliest().isAfter(day) && !on.latest().isBefore(day);
  }

  static Derived<LocalDate> noNewTherapy() {
    return Derived.missing(
        EfficacyRule.NEW_THERAPY, Message.of(EfficacyRule.NO_NEW_THERAPY.words()));
  }

  private static LocalDate started(Sheet sheet) {
    return sheet.partialDate("started-on").get().earliest();
  }

  /** A type that the protocol does not list counts. */
  private static boolean counts(Sheet sheet, List<NewTherapy> listed) {
    return listed(sheet, listed).map(NewTherapy::counts).orElse(true);
  }

  private static Words therapy(Sheet sheet, List<NewTherapy> listed) {
    return listed(sheet, listed)
        .map(NewTherapy::words)
        .orElseGet(() -> Words.same(sheet.text("type").known().orElse("-")));
  }

  private static Optional<NewTherapy> listed(Sheet sheet, List<NewTherapy> listed) {
    return sheet
        .text("type")
        .known()
        .flatMap(type -> listed.stream().filter(each -> each.key().equals(type)).findFirst());
  }

  /** A day of death of which parts are unknown is the first possible one after the last contact. */
  private Derived<LocalDate> death(Derived<LocalDate> lastAlive) {
    return sheets.of("death").stream()
        .map(sheet -> sheet.partialDate("died-on"))
        .filter(Derived::isKnown)
        .findFirst()
        .map(died -> Derived.of(EfficacyRule.DEATH, dayOf(died.get(), lastAlive), died, lastAlive))
        .orElseGet(EfficacyDerivation::noDeath);
  }

  private Derived<LocalDate> deathByCutoff() {
    return death.known().filter(died -> died.isAfter(cutoff)).isPresent() ? noDeath() : death;
  }

  static Derived<LocalDate> noDeath() {
    return Derived.missing(EfficacyRule.DEATH, Message.of(EfficacyRule.NO_DEATH.words()));
  }

  private static LocalDate dayOf(PartialDate died, Derived<LocalDate> lastAlive) {
    LocalDate earliest = died.earliest();
    return lastAlive
        .known()
        .filter(alive -> alive.isAfter(earliest) && !alive.isAfter(died.latest()))
        .orElse(earliest);
  }

  private Derived<LocalDate> lastAlive() {
    Stream<Derived<LocalDate>> contacts =
        sheets.of("survival-contact").stream()
            .filter(sheet -> sheet.text("status").known().filter("alive"::equals).isPresent())
            .map(sheet -> sheet.date("contacted-on"));
    Stream<Derived<LocalDate>> reported =
        sheets.of("survival-contact").stream()
            .map(sheet -> sheet.partialDate("last-alive-on"))
            .filter(Derived::isKnown)
            .map(date -> date.map(EfficacyRule.LAST_ALIVE, PartialDate::earliest));
    Stream<Derived<LocalDate>> seen =
        SEEN_ON.entrySet().stream()
            .flatMap(
                entry ->
                    sheets.of(entry.getKey()).stream().map(sheet -> sheet.date(entry.getValue())));
    Stream<Derived<LocalDate>> treated = Stream.of(treatment.last());
    return Stream.of(contacts, reported, seen, treated, Stream.of(consent(), enrolment))
        .flatMap(days -> days)
        .filter(day -> day.known().filter(known -> !known.isAfter(cutoff)).isPresent())
        .max(Comparator.comparing(Derived::get))
        .map(day -> Derived.of(EfficacyRule.LAST_ALIVE, day.get(), day))
        .orElseGet(
            () ->
                Derived.missing(
                    EfficacyRule.LAST_ALIVE, Message.of(EfficacyRule.NEVER_ALIVE.words())));
  }

  /** By kind of form, the day on which the participant was seen. */
  private static final Map<String, String> SEEN_ON =
      Map.of(
          "tumour-assessment", "assessed-on",
          "laboratory", "sampled-on",
          "endoscopy", "performed-on",
          "staging", "assessed-on",
          "cardiac-thyroid", "tested-on");

  private Derived<TimeToEvent> progressionFreeSurvival(
      Derived<TumourResponse> response, Derived<LocalDate> progression) {
    EfficacyRule rule = EfficacyRule.PFS;
    Derived<LocalDate> origin = origin(EndpointSettings.PFS_ORIGIN);
    Derived<LocalDate> planOrigin = origin(ImagingSettings.SCHEDULE_ORIGIN);
    SettingsRead settings = new SettingsRead(protocol);
    Optional<List<CensoringRule>> rules = settings.find(EndpointSettings.CENSORING_RULES);
    Optional<List<ScanPhase>> phases = settings.find(ImagingSettings.SCHEDULE);
    Optional<BigDecimal> month = settings.find(EndpointSettings.MONTH_DAYS);
    Optional<Integer> missed = settings.find(EndpointSettings.MISSED_ASSESSMENTS);
    if (settings.missing().isPresent()) {
      return settings.on(Derived.missing(rule, settings.missing().orElseThrow(), origin));
    }
    if (!origin.isKnown()) {
      return settings.on(missingAs(rule, origin));
    }
    AssessmentPlan plan =
        new AssessmentPlan(
            planOrigin.known().orElse(origin.get()),
            month.orElseThrow(),
            phases.orElseThrow(),
            missed.orElseThrow());
    List<TimedResponse> timed = response.known().map(TumourResponse::timed).orElse(List.of());
    ProgressionHistory history =
        new ProgressionHistory(
            origin.get(),
            response.isKnown(),
            timed,
            progression.known().orElse(null),
            therapyAgainst(progression),
            death.known().orElse(null),
            cutoff);
    TimeToEvent time = new ProgressionFreeSurvival(rules.orElseThrow(), plan).of(history);
    List<Input> inputs = new ArrayList<>(List.of(origin, progression, newTherapy, death));
    response.known().ifPresent(r -> r.visits().forEach(visit -> inputs.add(visit.overall())));
    return settings.on(explained(rule, time, inputs));
  }

  private static Derived<TimeToEvent> explained(
      EfficacyRule rule, TimeToEvent time, List<? extends Input> inputs) {
    return Derived.of(rule, time, inputs)
        .with("origin", time.origin())
        .with("date", time.date())
        .with("days", time.days())
        .with("result", time.event() ? EVENT : CENSORED)
        .with("reason", time.reason().words());
  }

  private Derived<TimeToEvent> overallSurvival() {
    Derived<LocalDate> origin = origin(EndpointSettings.OS_ORIGIN);
    if (!origin.isKnown()) {
      return missingAs(EfficacyRule.OS, origin);
    }
    TimeToEvent time =
        OverallSurvival.of(
            origin.get(),
            death.known().orElse(null),
            lastAlive.known().orElse(origin.get()),
            cutoff);
    return explained(EfficacyRule.OS, time, List.of(origin, death, lastAlive));
  }

  /** From the first assessment of the best response to progression or death, else last adequate. */
  private Derived<TimeToEvent> durationOfResponse(
      Derived<TumourResponse> response,
      Derived<BestResponse> confirmed,
      Derived<BestResponse> best,
      Derived<TimeToEvent> pfs) {
    EfficacyRule rule = EfficacyRule.DURATION_OF_RESPONSE;
    SettingsRead settings = new SettingsRead(protocol);
    Optional<Boolean> needsConfirmation = settings.find(ImagingSettings.CONFIRMATION_REQUIRED);
    if (needsConfirmation.isEmpty()) {
      return settings.on(Derived.missing(rule, settings.missing().orElseThrow(), best));
    }
    Derived<BestResponse> decided = needsConfirmation.get() ? confirmed : best;
    if (!decided.isKnown() || !response.isKnown()) {
      return settings.on(missingAs(rule, decided.isKnown() ? response : decided));
    }
    LocalDate from = firstResponse(decided.get(), response.get());
    if (from == null) {
      return settings.on(
          Derived.missing(rule, Message.of(EfficacyRule.NO_RESPONSE.words()), decided));
    }
    if (!pfs.isKnown()) {
      return settings.on(missingAs(rule, pfs));
    }
    LocalDate end = pfs.get().date().isBefore(from) ? from : pfs.get().date();
    TimeToEvent time = new TimeToEvent(from, end, pfs.get().event(), pfs.get().reason());
    return settings.on(explained(rule, time, List.of(decided, pfs)));
  }

  /** The first assessment at which any objective response was met that the best one rests on. */
  private static @Nullable LocalDate firstResponse(BestResponse best, TumourResponse response) {
    if (!best.response().isObjective()) {
      return null;
    }
    return response.timed().stream()
        .filter(each -> each.response().isObjective())
        .map(TimedResponse::date)
        .filter(date -> best.date() != null && !date.isAfter(best.date()))
        .min(Comparator.naturalOrder())
        .orElse(best.date());
  }
}
