package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** Whose data an analysis uses. */
public enum AnalysisSet implements Choice {
  ENROLLED("all enrolled", "全部入组者"),
  TREATED("all who received study treatment", "全部接受研究治疗者"),
  PER_PROTOCOL("per-protocol set", "符合方案集"),
  EVALUABLE("response-evaluable", "疗效可评价者");

  private final Words words;

  AnalysisSet(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
