package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** A situation in which a rule set says whether progression-free survival ends. */
public enum CensoringSituation implements Choice {
  NO_BASELINE("no baseline assessment", "无基线评估"),
  NO_EVENT("no progression or death", "无进展或死亡"),
  PROGRESSION("progression", "进展"),
  DEATH("death without progression", "无进展死亡"),
  NEW_THERAPY("new anti-cancer therapy before progression", "进展前接受新的抗肿瘤治疗"),
  EVENT_AFTER_MISSED("progression or death after missed assessments", "漏评后进展或死亡"),
  LOST("lost to follow-up or withdrawn", "失访或退出");

  private final Words words;

  CensoringSituation(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
