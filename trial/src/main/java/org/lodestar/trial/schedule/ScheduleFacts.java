package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.Anchor;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.TimeOrigin;

/**
 * The days of one participant on which the schedule rests, read from her forms.
 *
 * @param treatment what was given of chemotherapy and radiotherapy, and what was decided about it
 * @param maintenance day 1 of the maintenance cycles that were given
 * @param lastDose the last day of any study treatment, or null
 * @param assessments of the tumour, in the order of their days
 * @param stopped by agent: when it was given up
 * @param visitsEnd when visits ended (death, withdrawal), or null
 * @param doneOn by visit key: when it took place
 */
public record ScheduleFacts(
    TreatmentFacts treatment,
    @Nullable Derived<LocalDate> consent,
    SortedMap<Integer, Derived<LocalDate>> maintenance,
    @Nullable Derived<LocalDate> lastDose,
    List<AssessedDisease> assessments,
    Map<String, Derived<LocalDate>> stopped,
    @Nullable Derived<LocalDate> visitsEnd,
    Map<String, LocalDate> doneOn) {

  public ScheduleFacts {
    maintenance = Collections.unmodifiableSortedMap(new TreeMap<>(maintenance));
    assessments = List.copyOf(assessments);
    stopped = Map.copyOf(stopped);
    doneOn = Map.copyOf(doneOn);
  }

  /** The subject of the decision on day 1 of a cycle. */
  public static String cycleSubject(int cycle) {
    return "schedule.cycle-" + cycle;
  }

  /** The subject of the decision on the first fraction. */
  public static final String RADIOTHERAPY_START = "schedule.radiotherapy-start";

  /** The subject of the decision on the first maintenance dose. */
  public static final String MAINTENANCE_START = "schedule.maintenance-start";

  /** The same facts as if a person had set a day; nothing that happened changes. */
  ScheduleFacts supposing(String subject, LocalDate day) {
    return new ScheduleFacts(
        treatment.supposing(subject, day),
        consent,
        maintenance,
        lastDose,
        assessments,
        stopped,
        visitsEnd,
        doneOn);
  }

  /**
   * Reads what is recorded.
   *
   * @param standing where the participant stands in the enrolment register, or null
   */
  public static ScheduleFacts read(
      Sheets sheets, Protocol protocol, EnrolmentRegister.@Nullable Standing standing) {
    TreatmentFacts treatment = TreatmentFacts.read(sheets, protocol, standing);
    return new ScheduleFacts(
        treatment,
        first(days(sheets, "consent", "signed-on")),
        maintenanceDays(sheets, protocol),
        last(treatmentDays(sheets, treatment.fractions())),
        AssessedDisease.read(sheets),
        TreatmentFacts.stopped(sheets),
        TreatmentFacts.visitsEnd(sheets),
        VisitDates.read(sheets));
  }

  /** Day 1 of the maintenance cycles that were given, by their numbers. */
  public static SortedMap<Integer, Derived<LocalDate>> maintenanceDays(
      Sheets sheets, Protocol protocol) {
    return TreatmentFacts.dayOnes(sheets, protocol.visits(), Anchor.EACH_MAINTENANCE_CYCLE);
  }

  /** The day from which a time is counted; empty while nothing is recorded of it. */
  public Optional<Derived<LocalDate>> day(TimeOrigin origin) {
    List<Derived<LocalDate>> fractions =
        fractions().stream()
            .map(fraction -> fraction.map(ScheduleRule.FRACTION_DAY, DeliveredFraction::date))
            .toList();
    return Optional.ofNullable(
            switch (origin) {
              case CONSENT -> consent;
              case ENROLMENT -> enrolment();
              case FIRST_DOSE -> cycles().get(1);
              case RADIOTHERAPY_START -> first(fractions);
              case RADIOTHERAPY_END -> last(fractions);
              case MAINTENANCE_START -> firstMaintenance();
              case LAST_DOSE -> lastDose;
            })
        .filter(Derived::isKnown);
  }

  /** The first dose of maintenance, also where the one that was to be the first was not given. */
  private @Nullable Derived<LocalDate> firstMaintenance() {
    return first(List.copyOf(maintenance.values()));
  }

  /** The last day of chemotherapy or radiotherapy so far; empty before the first. */
  public Optional<Derived<LocalDate>> lastChemoradiation() {
    List<Derived<LocalDate>> days = new ArrayList<>(cycles().values());
    fractions()
        .forEach(
            fraction -> days.add(fraction.map(ScheduleRule.FRACTION_DAY, DeliveredFraction::date)));
    return Optional.ofNullable(last(days));
  }

  @Nullable Derived<LocalDate> enrolment() {
    return treatment.enrolment();
  }

  /** Day 1 of the chemotherapy cycles that were given. */
  public SortedMap<Integer, Derived<LocalDate>> cycles() {
    return treatment.cycles();
  }

  /** Fractions delivered, whole or in part. */
  List<Derived<DeliveredFraction>> fractions() {
    return treatment.fractions();
  }

  /** When all study treatment was given up, or null while it goes on. */
  @Nullable Derived<LocalDate> treatmentEnd() {
    return treatment.treatmentEnd();
  }

  Map<String, Derived<LocalDate>> decided() {
    return treatment.decided();
  }

  private static List<Derived<LocalDate>> days(Sheets sheets, String kind, String item) {
    return sheets.of(kind).stream()
        .map(sheet -> sheet.date(item))
        .filter(Derived::isKnown)
        .toList();
  }

  private static @Nullable Derived<LocalDate> first(List<Derived<LocalDate>> days) {
    return days.stream().min(Comparator.comparing(Derived::get)).orElse(null);
  }

  private static @Nullable Derived<LocalDate> last(List<Derived<LocalDate>> days) {
    return days.stream().max(Comparator.comparing(Derived::get)).orElse(null);
  }

  private static List<Derived<LocalDate>> treatmentDays(
      Sheets sheets, List<Derived<DeliveredFraction>> fractions) {
    Stream<Derived<LocalDate>> doses =
        sheets.of("administration").stream()
            .map(sheet -> sheet.day("started-at"))
            .filter(Derived::isKnown);
    Stream<Derived<LocalDate>> treated =
        fractions.stream()
            .map(fraction -> fraction.map(ScheduleRule.FRACTION_DAY, DeliveredFraction::date));
    return Stream.concat(doses, treated).toList();
  }
}
