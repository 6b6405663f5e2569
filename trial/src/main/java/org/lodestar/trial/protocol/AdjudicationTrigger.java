package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** Which differences between two independent readers an adjudicator must settle. */
public enum AdjudicationTrigger implements Choice {
  /** Also one at a single visit that moves neither best response nor progression. */
  ANY_DIFFERENCE("any difference", "任何差异"),
  BEST_RESPONSE_OR_PROGRESSION("best response or date of progression", "最佳疗效或进展日期不同");

  private final Words words;

  AdjudicationTrigger(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
