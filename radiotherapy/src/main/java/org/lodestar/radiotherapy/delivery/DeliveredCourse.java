package org.lodestar.radiotherapy.delivery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lodestar.radiotherapy.finding.Finding;

/**
 * A course as delivered, against the plans and the calendar.
 *
 * @param sessions the number of records used
 * @param fractions fractions in the order in which they began
 * @param deliveredGy dose of all fractions
 * @param overall the time it took, against the time planned for this very start; empty without a
 *     record
 * @param gaps working days without treatment between first and last
 * @param findings everything a reviewer should see
 */
public record DeliveredCourse(
    int sessions,
    List<DeliveredFraction> fractions,
    BigDecimal deliveredGy,
    Optional<OverallTime> overall,
    List<LocalDate> gaps,
    List<Finding> findings) {
  public DeliveredCourse {
    fractions = List.copyOf(fractions);
    gaps = List.copyOf(gaps);
    findings = List.copyOf(findings);
  }

  /** Fractions that are whole, whether in one session or completed later. */
  public long wholeFractions() {
    return fractions.stream().filter(f -> f.status() != DeliveredFraction.Status.PARTIAL).count();
  }
}
