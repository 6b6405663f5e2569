package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** How supraclavicular nodes count in staging. */
public enum NodeRegion implements Choice {
  REGIONAL("regional node", "区域淋巴结"),
  DISTANT("distant metastasis", "远处转移");

  private final Words words;

  NodeRegion(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
