package org.lodestar.app.simulate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.lodestar.trial.protocol.ConsentVersion;

/**
 * What the virtual staff know of the protocol: its figures and the days on which they work.
 *
 * @param chemotherapyCycles in all, induction counted
 * @param maintenanceOrigin from what the months of maintenance are counted
 * @param scanIntervalDays between tumour assessments, from the first dose
 * @param consentVersions in the order of their dates; empty where the protocol names none
 * @param clinic whether the clinic works on a day
 * @param radiotherapy whether the treatment machine works on a day
 */
record Figures(
    int cycleDays,
    int chemotherapyCycles,
    int radiotherapyStartCycle,
    int fractions,
    BigDecimal fractionDoseGy,
    BigDecimal totalDoseGy,
    int maintenanceMonths,
    Origin maintenanceOrigin,
    int scanIntervalDays,
    int survivalIntervalDays,
    int followUpMonths,
    List<Drug> taxanes,
    Drug platinum,
    Drug antibody,
    List<ConsentVersion> consentVersions,
    Predicate<LocalDate> clinic,
    Predicate<LocalDate> radiotherapy) {
  Figures {
    taxanes = List.copyOf(taxanes);
    consentVersions = List.copyOf(consentVersions);
  }

  /** From what maintenance is counted, as far as the virtual staff can. */
  enum Origin {
    FIRST_DOSE,
    RADIOTHERAPY_START,
    RADIOTHERAPY_END,
    MAINTENANCE_START
  }

  /** How a dose is found. */
  enum Basis {
    SURFACE,
    EXPOSURE,
    FLAT
  }

  /**
   * A drug of the protocol.
   *
   * @param amount mg per square metre, AUC, or mg
   */
  record Drug(String key, Basis basis, BigDecimal amount, int roundingMg) {}

  /** All drugs, in the order of their keys. */
  List<Drug> drugs() {
    return java.util.stream.Stream.concat(
            taxanes.stream(), java.util.stream.Stream.of(platinum, antibody))
        .sorted(java.util.Comparator.comparing(Drug::key))
        .toList();
  }

  LocalDate nextClinicDay(LocalDate from) {
    return next(from, clinic);
  }

  LocalDate nextRadiotherapyDay(LocalDate from) {
    return next(from, radiotherapy);
  }

  private static LocalDate next(LocalDate from, Predicate<LocalDate> works) {
    LocalDate day = from;
    while (!works.test(day)) {
      day = day.plusDays(1);
    }
    return day;
  }
}
