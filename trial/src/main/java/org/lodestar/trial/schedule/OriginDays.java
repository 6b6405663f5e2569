package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.TimeOrigin;

/**
 * The days of one participant from which a trial counts its times.
 *
 * @param treatment what was given of chemotherapy and radiotherapy, and what was decided about it
 * @param consent the first one
 * @param maintenance day 1 of the maintenance cycles that were given
 * @param lastDose the last day of any study treatment, or null
 */
public record OriginDays(
    TreatmentFacts treatment,
    @Nullable Derived<LocalDate> consent,
    SortedMap<Integer, Derived<LocalDate>> maintenance,
    @Nullable Derived<LocalDate> lastDose) {

  public OriginDays {
    maintenance = Collections.unmodifiableSortedMap(new TreeMap<>(maintenance));
  }

  /**
   * Reads what is recorded.
   *
   * @param standing where the participant stands in the enrolment register, or null
   */
  static OriginDays read(
      Sheets sheets, Protocol protocol, EnrolmentRegister.@Nullable Standing standing) {
    return read(sheets, protocol, TreatmentFacts.read(sheets, protocol, standing));
  }

  /** The same where it is known already what was given of chemotherapy and radiotherapy. */
  public static OriginDays read(Sheets sheets, Protocol protocol, TreatmentFacts treatment) {
    return new OriginDays(
        treatment,
        first(known(sheets.of("consent"), consent -> consent.date("signed-on"))),
        ScheduleFacts.maintenanceDays(sheets, protocol),
        lastDose(sheets, treatment.fractions()));
  }

  /** The same days as if a person had set one; nothing that happened changes. */
  OriginDays supposing(String subject, LocalDate day) {
    return new OriginDays(treatment.supposing(subject, day), consent, maintenance, lastDose);
  }

  /** The day from which a time is counted; empty while nothing is recorded of it. */
  public Optional<Derived<LocalDate>> day(TimeOrigin origin) {
    return Optional.ofNullable(
            switch (origin) {
              case CONSENT -> consent;
              case ENROLMENT -> treatment.enrolment();
              case FIRST_DOSE -> treatment.cycles().get(1);
              case RADIOTHERAPY_START -> first(days(treatment.fractions()));
              case RADIOTHERAPY_END -> last(days(treatment.fractions()));
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
    List<Derived<LocalDate>> given = new ArrayList<>(treatment.cycles().values());
    given.addAll(days(treatment.fractions()));
    return Optional.ofNullable(last(given));
  }

  private static List<Derived<LocalDate>> days(List<Derived<DeliveredFraction>> fractions) {
    return fractions.stream()
        .map(fraction -> fraction.map(ScheduleRule.FRACTION_DAY, DeliveredFraction::date))
        .toList();
  }

  private static List<Derived<LocalDate>> known(
      List<Sheet> sheets, Sheet.Reader<Derived<LocalDate>> day) {
    return sheets.stream().map(day::read).filter(Derived::isKnown).toList();
  }

  private static @Nullable Derived<LocalDate> lastDose(
      Sheets sheets, List<Derived<DeliveredFraction>> fractions) {
    Derived<LocalDate> dose =
        last(known(sheets.of("administration"), given -> given.day("started-at")));
    Derived<LocalDate> fraction = last(days(fractions));
    return dose == null || (fraction != null && fraction.get().isAfter(dose.get()))
        ? fraction
        : dose;
  }

  private static @Nullable Derived<LocalDate> first(List<Derived<LocalDate>> days) {
    return days.stream().min(Comparator.comparing(Derived::get)).orElse(null);
  }

  private static @Nullable Derived<LocalDate> last(List<Derived<LocalDate>> days) {
    return days.stream().max(Comparator.comparing(Derived::get)).orElse(null);
  }
}
