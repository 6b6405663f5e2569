package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** What an objective claims to do to a quantity. */
public enum Direction implements Choice {
  EVALUATE("evaluate", "评价"),
  REDUCE("reduce", "降低"),
  IMPROVE("improve", "改善"),
  COMPARE("compare", "比较");

  private final Words words;

  Direction(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
