package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** How the primary tumour enters the response. */
public enum PrimaryTumour implements Choice {
  NON_TARGET("non-target, judged by endoscopy and CT", "非靶病灶，由内镜和 CT 判断"),
  TARGET("may be a target lesion", "可作为靶病灶");

  private final Words words;

  PrimaryTumour(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
