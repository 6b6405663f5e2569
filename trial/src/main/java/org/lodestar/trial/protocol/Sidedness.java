package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** Sides of a test. */
public enum Sidedness implements Choice {
  ONE_SIDED("one-sided", "单侧"),
  TWO_SIDED("two-sided", "双侧");

  private final Words words;

  Sidedness(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
