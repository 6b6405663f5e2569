package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** The sort of an intervention, in the registries' words. */
public enum InterventionType implements Choice {
  BEHAVIORAL("behavioural", "行为"),
  BIOLOGICAL("biological", "生物制品"),
  COMBINATION_PRODUCT("combination product", "组合产品"),
  DEVICE("device", "器械"),
  DIAGNOSTIC_TEST("diagnostic test", "诊断试验"),
  DIETARY_SUPPLEMENT("dietary supplement", "膳食补充剂"),
  DRUG("drug", "药物"),
  GENETIC("genetic", "基因"),
  PROCEDURE("procedure", "操作"),
  RADIATION("radiation", "放射治疗"),
  OTHER("other", "其他");

  private final Words words;

  InterventionType(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
