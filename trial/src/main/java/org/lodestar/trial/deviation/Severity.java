package org.lodestar.trial.deviation;

import org.lodestar.trial.fact.Words;

/** How much a deviation may touch safety, rights or the value of the data. */
public enum Severity {
  MINOR("minor", "轻微"),
  MAJOR("major", "重大");

  private final Words words;

  Severity(String en, String zh) {
    this.words = new Words(en, zh);
  }

  public Words words() {
    return words;
  }
}
