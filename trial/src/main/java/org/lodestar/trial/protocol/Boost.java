package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** Whether a boost is given. */
public enum Boost implements Choice {
  NONE("no boost", "无加量"),
  SEQUENTIAL("sequential boost", "序贯加量"),
  SIMULTANEOUS("simultaneous integrated boost", "同步加量");

  private final Words words;

  Boost(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
