package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** From which day of radiotherapy the days are counted after which an effect of it is late. */
public enum LateEffectOrigin implements Choice {
  /** As the toxicity criteria of RTOG and EORTC (1995) count: days 1 to 90 are acute. */
  RADIOTHERAPY_START("the first fraction", "首次放疗"),
  /** The whole course and the days after it are acute, however long the course took. */
  RADIOTHERAPY_END("the last fraction", "末次放疗");

  private final Words words;

  LateEffectOrigin(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
