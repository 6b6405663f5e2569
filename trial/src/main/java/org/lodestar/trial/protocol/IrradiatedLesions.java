package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** How lesions irradiated on study count for response. */
public enum IrradiatedLesions implements Choice {
  EVALUABLE("remain evaluable", "仍可评价"),
  EXCLUDED("excluded", "排除"),
  EVALUABLE_PD_CONFIRMED("evaluable; progression only when confirmed", "可评价；进展须经确认");

  private final Words words;

  IrradiatedLesions(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
