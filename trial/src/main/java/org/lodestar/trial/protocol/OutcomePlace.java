package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** Under which heading an outcome is registered. */
public enum OutcomePlace implements Choice {
  PRIMARY("primary", "主要"),
  SECONDARY("secondary", "次要"),
  OTHER("other", "其他");

  private final Words words;

  OutcomePlace(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
