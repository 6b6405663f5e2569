package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** What radiotherapy does when the cycle that it starts with is delayed. */
public enum DelayedCycle implements Choice {
  WAITS("waits for the cycle", "等待该周期"),
  STARTS("starts on its planned day", "按原定日期开始");

  private final Words words;

  DelayedCycle(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
