package org.lodestar.trial.efficacy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Overall survival: to death of any cause, else censored when last known alive. */
public final class OverallSurvival {
  private OverallSurvival() {}

  /**
   * @param death its date, or null
   * @param lastAlive last day on which the participant is known to have been alive
   * @param cutoff last day that counts; who died later was alive then
   */
  public static TimeToEvent of(
      LocalDate origin, @Nullable LocalDate death, LocalDate lastAlive, LocalDate cutoff) {
    if (death != null && !death.isAfter(cutoff)) {
      return new TimeToEvent(origin, death, true, EndReason.DEATH);
    }
    LocalDate alive = death != null ? cutoff : earlier(lastAlive, cutoff);
    return new TimeToEvent(
        origin, alive.isBefore(origin) ? origin : alive, false, EndReason.LAST_KNOWN_ALIVE);
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
