package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** The parts of the treatment in which an agent is given. */
public enum TreatmentPhase implements Choice {
  INDUCTION("induction", "诱导治疗"),
  CONCURRENT("with radiotherapy", "放疗同期"),
  CONSOLIDATION("after radiotherapy", "放疗后"),
  MAINTENANCE("maintenance", "维持治疗");

  private final Words words;

  TreatmentPhase(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
