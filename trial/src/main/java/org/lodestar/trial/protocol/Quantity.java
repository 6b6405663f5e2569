package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** What an outcome measures. */
public enum Quantity implements Choice {
  ADVERSE_EVENTS("adverse events", "不良事件"),
  PFS_RATE("progression-free survival rate", "无进展生存率"),
  PFS("progression-free survival", "无进展生存期"),
  OS("overall survival", "总生存期"),
  ORR("objective response rate", "客观缓解率"),
  DCR("disease control rate", "疾病控制率"),
  DOR("duration of response", "缓解持续时间"),
  QUALITY_OF_LIFE("quality of life", "生活质量"),
  OTHER("other", "其他");

  private final Words words;

  Quantity(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
