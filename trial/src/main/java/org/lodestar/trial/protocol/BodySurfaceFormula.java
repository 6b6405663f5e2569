package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** Formula of the body surface area. */
public enum BodySurfaceFormula implements Choice {
  MOSTELLER("Mosteller", "Mosteller 公式"),
  DUBOIS("DuBois", "DuBois 公式");

  private final Words words;

  BodySurfaceFormula(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
