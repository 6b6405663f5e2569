package org.lodestar.radiotherapy.delivery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A fraction as delivered, from all its sessions.
 *
 * @param sequence its place in the course, from 1
 * @param planLabel the plan that it belongs to
 * @param number its number as recorded within the plan
 * @param status whether it is whole
 * @param doseGy dose given: sum over beams of beam dose times delivered over planned monitor units
 * @param sessions the days on which it was given
 * @param machines the machines that gave it
 */
public record DeliveredFraction(
    int sequence,
    String planLabel,
    int number,
    Status status,
    BigDecimal doseGy,
    List<LocalDate> sessions,
    List<String> machines) {
  public DeliveredFraction {
    sessions = List.copyOf(sessions);
    machines = List.copyOf(machines);
  }

  /** Whether a fraction is whole. */
  public enum Status {
    FULL,
    COMPLETED_LATER,
    PARTIAL,
    REPEATED
  }

  /** The first day of the fraction. */
  public LocalDate first() {
    return sessions.getFirst();
  }

  /** The last day of the fraction. */
  public LocalDate last() {
    return sessions.getLast();
  }
}
