package org.lodestar.trial.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.Visit;

/**
 * One visit of one participant.
 *
 * @param key under which its forms are filed: the visit's own, with the number of a series ({@code
 *     cycle-2})
 * @param visit what the protocol says about it
 * @param planned the day, and why
 * @param appointment the clinic's working day nearest to the planned one inside the window
 * @param firm whether the day it is counted from has happened; otherwise it moves with that day
 * @param doneOn when it took place, or null
 */
public record PlannedVisit(
    String key,
    Visit visit,
    Derived<LocalDate> planned,
    LocalDate appointment,
    boolean firm,
    @Nullable LocalDate doneOn,
    VisitStatus status) {

  public LocalDate earliest() {
    return planned.get().minusDays(visit.windowBeforeDays());
  }

  public LocalDate latest() {
    return planned.get().plusDays(visit.windowAfterDays());
  }
}
