package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** On whose reading of the images the endpoints rest. */
public enum PrimaryAssessment implements Choice {
  INVESTIGATOR("the investigator's", "研究者评估"),
  /** Of two independent readers who differ, the one whom the adjudicator chose. */
  INDEPENDENT("the independent review's", "独立影像评估");

  private final Words words;

  PrimaryAssessment(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
