package org.lodestar.trial;

import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Protocol;

/** What {@code decide} and {@code derive} may ask: the fold of the log up to one moment. */
public interface TrialState {
  TrialIndex index();

  /** The participant's casebook; empty when nothing was recorded about her. */
  Casebook casebook(ParticipantCode code);

  /**
   * The protocol of a bundle that was activated.
   *
   * @throws IllegalArgumentException when the log has no such bundle
   */
  Protocol protocol(Digest bundle);
}
