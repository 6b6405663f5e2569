package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.SettingsRead;

/**
 * A participant's response by RECIST 1.1.
 *
 * @param best without confirmation
 * @param progression its date; missing while there is none
 */
public record TumourResponse(
    Derived<BigDecimal> baselineSumMm,
    List<AssessedVisit> visits,
    Derived<BestResponse> best,
    Derived<BestResponse> bestConfirmed,
    Derived<LocalDate> progression) {
  public TumourResponse {
    visits = List.copyOf(visits);
  }

  /** The same with the settings of the protocol named that the best responses were found with. */
  TumourResponse on(SettingsRead read) {
    return new TumourResponse(
        baselineSumMm, visits, read.on(best), read.on(bestConfirmed), progression);
  }

  /** Overall responses by date, as best response and progression-free survival need them. */
  public List<TimedResponse> timed() {
    return visits.stream()
        .map(visit -> new TimedResponse(visit.date(), visit.overall().get()))
        .toList();
  }
}
