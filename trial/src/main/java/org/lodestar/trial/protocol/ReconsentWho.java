package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** Who signs again when a new version of the consent form is valid. */
public enum ReconsentWho implements Choice {
  NOBODY("nobody", "无人"),
  ON_TREATMENT("those in screening or on treatment", "筛选中或治疗中的受试者"),
  ALL_ALIVE("all alive who have not withdrawn", "所有存活且未退出的受试者");

  private final Words words;

  ReconsentWho(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
