package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** On which imaging the gross tumour volume is drawn. */
public enum PlanningImage implements Choice {
  BASELINE("imaging before induction", "诱导治疗前影像"),
  AFTER_INDUCTION("imaging after induction", "诱导治疗后影像"),
  BASELINE_EXTENT_AFTER_INDUCTION(
      "original extent, adapted to anatomy after induction", "以原始范围为准，按诱导后解剖调整");

  private final Words words;

  PlanningImage(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
