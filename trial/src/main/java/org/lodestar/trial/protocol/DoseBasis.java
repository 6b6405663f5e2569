package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** By what a dose is calculated. */
public enum DoseBasis implements Choice {
  FLAT("flat dose", "固定剂量"),
  BODY_SURFACE_AREA("by body surface area", "按体表面积"),
  BODY_WEIGHT("by body weight", "按体重"),
  AUC("by AUC (Calvert)", "按 AUC（Calvert 公式）");

  private final Words words;

  DoseBasis(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
