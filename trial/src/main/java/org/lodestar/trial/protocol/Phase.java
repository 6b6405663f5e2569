package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** The phase of a trial, in the registries' words. */
public enum Phase implements Choice {
  NOT_APPLICABLE("not applicable", "不适用"),
  EARLY_PHASE_1("early phase 1", "早期 1 期"),
  PHASE_1("phase 1", "1 期"),
  PHASE_1_2("phase 1/2", "1/2 期"),
  PHASE_2("phase 2", "2 期"),
  PHASE_2_3("phase 2/3", "2/3 期"),
  PHASE_3("phase 3", "3 期"),
  PHASE_4("phase 4", "4 期");

  private final Words words;

  Phase(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
