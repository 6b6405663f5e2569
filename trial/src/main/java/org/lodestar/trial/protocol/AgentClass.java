package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** The class of an agent, as far as rules tell classes apart. */
public enum AgentClass implements Choice {
  TAXANE("taxane", "紫杉类"),
  PLATINUM("platinum", "铂类"),
  PD_1("PD-1 inhibitor", "PD-1 抑制剂"),
  OTHER("other", "其他");

  private final Words words;

  AgentClass(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
