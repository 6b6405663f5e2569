package org.lodestar.trial.treatment;

import org.lodestar.trial.fact.Words;

/** The disease at the last tumour assessment, as far as treatment asks. */
public enum DiseaseStatus {
  NO_PROGRESSION("no progression", "无进展"),
  PROGRESSION("progression", "进展"),
  NOT_EVALUABLE("not evaluable", "无法评估");

  private final Words words;

  DiseaseStatus(String en, String zh) {
    this.words = new Words(en, zh);
  }

  public Words words() {
    return words;
  }
}
