package org.lodestar.trial.treatment;

import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Rule;

/** Something about a dose that is not forbidden but needs a reason and a second person. */
public record GuardRail(Rule rule, Message message) {
  static GuardRail of(TreatmentRule rule, Object... namesAndValues) {
    return new GuardRail(rule, Message.of(rule.words(), namesAndValues));
  }
}
