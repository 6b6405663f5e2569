package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** What a contoured structure is for. */
public enum StructureType implements Choice {
  TARGET("target", "靶区"),
  ORGAN("organ at risk", "危及器官"),
  PLANNING_ORGAN("planning organ at risk volume", "计划危及器官"),
  EXTERNAL("outline of the body", "体表轮廓"),
  SUPPORT("couch and devices", "床板与固定装置");

  private final Words words;

  StructureType(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
