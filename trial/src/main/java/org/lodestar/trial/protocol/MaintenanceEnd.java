package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** What ends maintenance treatment. */
public enum MaintenanceEnd implements Choice {
  TIME_LIMIT("the time limit", "达到规定期限"),
  PROGRESSION("disease progression", "疾病进展"),
  INTOLERANCE("intolerable adverse effects", "不可耐受的不良反应");

  private final Words words;

  MaintenanceEnd(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
