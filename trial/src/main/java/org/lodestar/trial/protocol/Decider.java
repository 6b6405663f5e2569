package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** Who must decide what a protocol leaves open. */
public enum Decider implements Choice {
  PRINCIPAL_INVESTIGATOR("principal investigator", "主要研究者"),
  MEDICAL_ONCOLOGIST("medical oncologist", "肿瘤内科医师"),
  RADIATION_ONCOLOGIST("radiation oncologist", "放射肿瘤科医师"),
  PHYSICIST("medical physicist", "医学物理师"),
  RADIOLOGIST("radiologist", "影像科医师"),
  STATISTICIAN("trial statistician", "试验统计师"),
  SAFETY_OFFICER("safety officer", "安全性负责人"),
  SPONSOR("sponsor", "申办者"),
  ETHICS_COMMITTEE("ethics committee", "伦理委员会");

  private final Words words;

  Decider(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
