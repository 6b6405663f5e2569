package org.lodestar.trial.schedule;

import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Message;

/**
 * Where one form of one visit stands on a day, all its copies together.
 *
 * @param visit key of the visit, with its number
 * @param form key of the form
 * @param why the reason, as a person reads it
 * @param recorded how many copies are in the log
 * @param complete how many of them are declared complete
 * @param planned the visit as the protocol plans it, or null when it plans none
 */
public record FormStanding(
    String visit,
    String form,
    FormStatus status,
    Message why,
    int recorded,
    int complete,
    @Nullable PlannedVisit planned) {

  public boolean isRecorded() {
    return recorded > 0;
  }
}
