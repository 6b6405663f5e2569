package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/**
 * What must hold between the items of a form. It fires when the expression is not met; while an
 * item is missing it stays silent.
 *
 * @param key unique in its form
 * @param requires the expression that must be met
 * @param message what is wrong and what to do
 */
public record EditCheck(
    String key, Severity severity, String requires, Words message, Place place) {

  /** What happens when a check fires. */
  public enum Severity implements Choice {
    /** The impossible: the save is refused. */
    HARD("hard", "强制"),
    /** A query: the save is accepted, somebody is asked. */
    SOFT("soft", "提示");

    private final Words words;

    Severity(String en, String zh) {
      this.words = new Words(en, zh);
    }

    @Override
    public Words words() {
      return words;
    }
  }
}
