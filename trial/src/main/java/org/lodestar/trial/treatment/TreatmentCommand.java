package org.lodestar.trial.treatment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Command;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Action;

/** Commands about the treatment of one participant. */
public sealed interface TreatmentCommand extends Command {
  ParticipantCode code();

  /**
   * What a person decides on one agent of one treatment day.
   *
   * @param inputs the digest of the proposal that this person saw
   * @param reason needed when the decision is not the one proposed
   * @param secondPerson who agreed, where a guard rail of the dose asks for a second person
   */
  record DecideDayOne(
      ParticipantCode code,
      String visit,
      LocalDate day,
      String agent,
      Digest inputs,
      Action decided,
      @Nullable String reason,
      @Nullable String secondPerson)
      implements TreatmentCommand {}
}
