package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** What a censoring rule gives. */
public enum CensoringResult implements Choice {
  EVENT("event", "事件"),
  CENSORED("censored", "删失");

  private final Words words;

  CensoringResult(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
