package org.lodestar.trial.efficacy;

import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Command;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Reader;

/** Commands about the response of one participant. */
public sealed interface EfficacyCommand extends Command {
  ParticipantCode code();

  /**
   * An adjudicator chooses whose reading stands.
   *
   * @param inputs the digest of the differences that she saw
   * @param reason always needed
   */
  record Adjudicate(ParticipantCode code, Digest inputs, Reader chosen, @Nullable String reason)
      implements EfficacyCommand {}
}
