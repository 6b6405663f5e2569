package org.lodestar.trial.fact;

import org.jspecify.annotations.Nullable;

/**
 * Why a command was not carried out.
 *
 * @param message what happened, the value, the legal range, what to do
 * @param field the item or argument at fault, or null
 */
public record Refusal(Cause cause, Rule rule, Message message, @Nullable String field) {

  /** The sort of refusal; the command line turns it into an exit code. */
  public enum Cause {
    INVALID,
    FORBIDDEN_BY_RULE,
    NOT_FOUND,
    NOT_PERMITTED
  }
}
