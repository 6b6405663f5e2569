package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** How participants are assigned. */
public enum ArmDesign implements Choice {
  SINGLE_ARM("single arm", "单臂"),
  PARALLEL("parallel arms", "平行对照"),
  CROSSOVER("crossover", "交叉");

  private final Words words;

  ArmDesign(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
