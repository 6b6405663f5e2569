package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** How a death before the first assessment counts for best response. */
public enum EarlyDeath implements Choice {
  NOT_EVALUABLE("not evaluable", "不可评价"),
  PROGRESSION("progression", "进展");

  private final Words words;

  EarlyDeath(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
