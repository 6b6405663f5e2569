package org.lodestar.trial.efficacy;

import org.lodestar.trial.fact.Words;

/** Why a participant's time ends: with which event, or by which rule it is censored. */
public enum EndReason {
  PROGRESSION("progression", "疾病进展"),
  DEATH("death", "死亡"),
  NEW_ANTICANCER_THERAPY("new anti-cancer therapy", "新的抗肿瘤治疗"),
  NO_BASELINE_ASSESSMENT("no baseline assessment", "无基线评估"),
  NO_POST_BASELINE_ASSESSMENT("no assessment after baseline", "无基线后评估"),
  LAST_ADEQUATE_ASSESSMENT("no event until the last adequate assessment", "至末次有效评估无事件"),
  TWO_OR_MORE_MISSED_ASSESSMENTS("assessments missed before the event", "事件前漏做评估"),
  LAST_KNOWN_ALIVE("last known alive", "末次确认存活");

  private final Words words;

  EndReason(String en, String zh) {
    this.words = new Words(en, zh);
  }

  public Words words() {
    return words;
  }
}
