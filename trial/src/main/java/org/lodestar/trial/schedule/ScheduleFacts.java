package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.Anchor;
import org.lodestar.trial.protocol.Protocol;

/**
 * The days of one participant on which the schedule rests, read from her forms.
 *
 * @param origins from which its times are counted
 * @param consents that were signed, the first consent first
 * @param assessments of the tumour, in the order of their days
 * @param stopped by agent: when it was given up
 * @param visitsEnd when visits ended (death, withdrawal), or null
 * @param doneOn by visit key: when it took place
 */
public record ScheduleFacts(
    OriginDays origins,
    List<SignedConsent> consents,
    List<AssessedDisease> assessments,
    Map<String, Derived<LocalDate>> stopped,
    @Nullable Derived<LocalDate> visitsEnd,
    Map<String, LocalDate> doneOn) {

  public ScheduleFacts {
    consents = List.copyOf(consents);
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
        origins.supposing(subject, day), consents, assessments, stopped, visitsEnd, doneOn);
  }

  /**
   * Reads what is recorded.
   *
   * @param standing where the participant stands in the enrolment register, or null
   */
  public static ScheduleFacts read(
      Sheets sheets, Protocol protocol, EnrolmentRegister.@Nullable Standing standing) {
    return new ScheduleFacts(
        OriginDays.read(sheets, protocol, standing),
        SignedConsent.read(sheets),
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

  /** What was given of chemotherapy and radiotherapy, and what was decided about it. */
  public TreatmentFacts treatment() {
    return origins.treatment();
  }

  @Nullable Derived<LocalDate> consent() {
    return origins.consent();
  }

  /** Day 1 of the maintenance cycles that were given. */
  SortedMap<Integer, Derived<LocalDate>> maintenance() {
    return origins.maintenance();
  }

  /** The last day of any study treatment, or null. */
  @Nullable Derived<LocalDate> lastDose() {
    return origins.lastDose();
  }

  @Nullable Derived<LocalDate> enrolment() {
    return treatment().enrolment();
  }

  /** Day 1 of the chemotherapy cycles that were given. */
  public SortedMap<Integer, Derived<LocalDate>> cycles() {
    return treatment().cycles();
  }

  /** Fractions delivered, whole or in part. */
  List<Derived<DeliveredFraction>> fractions() {
    return treatment().fractions();
  }

  /** When all study treatment was given up, or null while it goes on. */
  @Nullable Derived<LocalDate> treatmentEnd() {
    return treatment().treatmentEnd();
  }

  Map<String, Derived<LocalDate>> decided() {
    return treatment().decided();
  }
}
