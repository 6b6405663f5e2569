package org.lodestar.trial.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From which day the schedule is looked at, and how far.
 *
 * @param asOf today: nothing is planned before it that has not happened
 * @param through open-ended series are planned up to here
 * @param assessmentsUntil no tumour assessment is due after it (progression), or null
 */
public record Outlook(LocalDate asOf, LocalDate through, @Nullable LocalDate assessmentsUntil) {
  private static final int MONTHS_AHEAD = 6;

  public Outlook {
    if (through.isBefore(asOf)) {
      throw new IllegalArgumentException(
          "an outlook ends on or after its day; got: " + asOf + " to " + through);
    }
  }

  /** From a day on, half a year ahead. */
  public static Outlook from(LocalDate asOf) {
    return new Outlook(asOf, asOf.plusMonths(MONTHS_AHEAD), null);
  }
}
