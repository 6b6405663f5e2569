package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** When a participant counts as enrolled. */
public enum EnrolmentDefinition implements Choice {
  CONSENTED("informed consent signed", "签署知情同意"),
  ELIGIBILITY_CONFIRMED("eligibility confirmed and number given", "确认入排资格并分配入组号"),
  FIRST_DOSE("first dose given", "已首次给药");

  private final Words words;

  EnrolmentDefinition(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
