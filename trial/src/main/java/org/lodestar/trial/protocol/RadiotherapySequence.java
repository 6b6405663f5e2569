package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** How the protocol's words place radiotherapy. */
public enum RadiotherapySequence implements Choice {
  SEQUENTIAL("sequential", "序贯"),
  CONCURRENT("concurrent", "同期"),
  NOT_NAMED("not named", "未说明");

  private final Words words;

  RadiotherapySequence(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
