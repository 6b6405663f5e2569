package org.lodestar.trial.fact;

import org.jspecify.annotations.Nullable;

/**
 * What a rule proposes and a person decides. When the inputs move after the decision, the decision
 * stays and is shown out of date.
 *
 * @param subject what is decided, stable: {@code treatment.day-1/cycle-2/carboplatin}
 * @param derived what the rule proposes now
 * @param decision the last decision of a person, or null while there is none
 */
public record Proposal<T>(String subject, Derived<T> derived, @Nullable Decision decision) {

  /** A person's decision as the log holds it. */
  public record Decision(long seq, Body.Decided body) {}

  /** Where a proposal stands. */
  public enum Status {
    OPEN,
    DECIDED,
    OUT_OF_DATE
  }

  public Status status() {
    if (decision == null) {
      return Status.OPEN;
    }
    return decision.body().inputs().equals(derived.digest()) ? Status.DECIDED : Status.OUT_OF_DATE;
  }
}
