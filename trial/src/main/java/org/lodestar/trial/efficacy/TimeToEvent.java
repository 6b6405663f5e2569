package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A participant's time to an event, or to where it is censored.
 *
 * @param origin day 1
 * @param date of the event or of censoring, not before the origin
 * @param event whether the time ends with the event
 */
public record TimeToEvent(LocalDate origin, LocalDate date, boolean event, EndReason reason) {
  public TimeToEvent {
    if (date.isBefore(origin)) {
      throw new IllegalArgumentException(
          "a time ends on or after its origin " + origin + "; got: " + date);
    }
  }

  /** The study day on which it ends; the origin is day 1. */
  public long days() {
    return ChronoUnit.DAYS.between(origin, date) + 1;
  }

  /** The time in months of a given length in days. */
  public BigDecimal months(BigDecimal monthDays) {
    return BigDecimal.valueOf(days()).divide(monthDays, MathContext.DECIMAL64);
  }
}
