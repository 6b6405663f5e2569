package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** What a rule proposes for an agent or for radiotherapy. */
public enum Action implements Choice {
  GIVE("give", "给予"),
  HOLD("hold", "暂停"),
  REDUCE("reduce by one level", "降低一个剂量水平"),
  OMIT("omit", "略过"),
  STOP("stop permanently", "永久停用"),
  ASK("ask", "询问");

  private final Words words;

  Action(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
