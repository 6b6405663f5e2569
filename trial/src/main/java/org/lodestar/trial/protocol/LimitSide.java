package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** On which side of a limit a value must lie. */
public enum LimitSide implements Choice {
  AT_MOST("at most", "不超过"),
  AT_LEAST("at least", "不低于");

  private final Words words;

  LimitSide(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
