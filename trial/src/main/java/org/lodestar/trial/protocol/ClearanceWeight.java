package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** Which weight enters the creatinine clearance. */
public enum ClearanceWeight implements Choice {
  ACTUAL("actual weight", "实际体重"),
  ADJUSTED_FROM_BMI_25("adjusted weight from BMI 25", "BMI ≥25 用校正体重"),
  ADJUSTED_FROM_BMI_30("adjusted weight from BMI 30", "BMI ≥30 用校正体重");

  private final Words words;

  ClearanceWeight(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
