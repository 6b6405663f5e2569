package org.lodestar.trial.fact;

import org.jspecify.annotations.Nullable;

/**
 * What a rule proposes and a person decides. When the inputs move after the decision, the decision
 * stays and is shown out of date.
 */
public final class Proposal<T> {
  private final String subject;
  private final Derived<T> derived;
  private final @Nullable Decision decision;
  private @Nullable Digest inputs;

  /** A person's decision as the log holds it. */
  public record Decision(long seq, Body.Decided body) {}

  /** Where a proposal stands. */
  public enum Status {
    OPEN,
    DECIDED,
    OUT_OF_DATE
  }

  /**
   * @param subject what is decided, stable: {@code treatment.day-1/cycle-2/carboplatin}
   * @param derived what the rule proposes now
   * @param decision the last decision of a person, or null while there is none
   */
  public Proposal(String subject, Derived<T> derived, @Nullable Decision decision) {
    this.subject = subject;
    this.derived = derived;
    this.decision = decision;
  }

  public String subject() {
    return subject;
  }

  public Derived<T> derived() {
    return derived;
  }

  public @Nullable Decision decision() {
    return decision;
  }

  /**
   * The digest of what is proposed, which a decision remembers. Page and command ask for it in
   * turn; two threads may both reckon it.
   */
  public Digest inputs() {
    Digest known = inputs;
    if (known == null) {
      known = derived.digest();
      inputs = known;
    }
    return known;
  }

  public Status status() {
    if (decision == null) {
      return Status.OPEN;
    }
    return decision.body().inputs().equals(inputs()) ? Status.DECIDED : Status.OUT_OF_DATE;
  }

  @Override
  public String toString() {
    return subject + " " + status() + " " + derived.value();
  }
}
