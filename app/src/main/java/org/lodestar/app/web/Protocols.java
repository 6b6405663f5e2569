package org.lodestar.app.web;

import org.lodestar.trial.TrialState;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Protocol;

/** The protocol in force at a moment. */
final class Protocols {
  private Protocols() {}

  /**
   * @throws NotThere when no protocol was activated yet
   */
  static Protocol inForce(TrialState state) {
    Digest bundle = state.index().bundle();
    if (bundle == null) {
      throw new NotThere("protocol");
    }
    return state.protocol(bundle);
  }

  static TrialWords words(TrialState state, Language language) {
    return new TrialWords(inForce(state), language);
  }
}
