package org.lodestar.radiotherapy.review;

import java.util.Optional;

/**
 * What the rules make of one item; a person decides.
 *
 * @param item the item, in words
 * @param grade the class
 * @param measured what was measured, if anything
 * @param rule the rule in words
 * @param source where the rule comes from
 */
public record Verdict(
    String key, String item, Grade grade, Optional<Measured> measured, String rule, String source) {

  /** The classes of the reviewer, and the two ways of not having one. */
  public enum Grade {
    ACCEPTABLE("acceptable"),
    ACCEPTABLE_VARIATION("acceptable variation"),
    UNACCEPTABLE_VARIATION("unacceptable variation"),
    NOT_SPECIFIED("not specified by the protocol"),
    NOT_MEASURED("not measured");

    private final String words;

    Grade(String words) {
      this.words = words;
    }

    /** As printed. */
    public String words() {
      return words;
    }
  }
}
