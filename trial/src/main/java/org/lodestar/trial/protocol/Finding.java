package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Rule;

/**
 * Something that a reader should know about the trial's folder.
 *
 * @param message what was found, the value, what is allowed, what to do
 */
public record Finding(Severity severity, Rule rule, Message message, Place place) {

  /** How grave a finding is. */
  public enum Severity {
    /** The folder cannot be used. */
    ERROR,
    /** The folder can be used; somebody should think about this. */
    NOTE
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** One line: place, name of the rule, sentence. */
  public String line(Language language) {
    return place + ": " + message.in(language) + " [" + rule.id() + "]";
  }
}
