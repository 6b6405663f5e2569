package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** Whether a criterion must be met or must not be met. */
public enum CriterionKind implements Choice {
  INCLUSION("inclusion", "入选"),
  EXCLUSION("exclusion", "排除");

  private final Words words;

  CriterionKind(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
