package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** From when a time is counted. */
public enum TimeOrigin implements Choice {
  CONSENT("informed consent", "知情同意"),
  ENROLMENT("enrolment", "入组"),
  FIRST_DOSE("first dose of study treatment", "首次研究治疗"),
  RADIOTHERAPY_START("first fraction", "首次放疗"),
  RADIOTHERAPY_END("last fraction", "末次放疗"),
  MAINTENANCE_START("first maintenance dose", "首次维持治疗"),
  LAST_DOSE("last dose of study treatment", "末次研究治疗");

  private final Words words;

  TimeOrigin(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
