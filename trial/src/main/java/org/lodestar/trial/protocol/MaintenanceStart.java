package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** What must be seen before maintenance is authorised. */
public enum MaintenanceStart implements Choice {
  NO_PROGRESSION_AT_LAST_ASSESSMENT(
      "no progression at the last assessment (CR, PR, SD or Non-CR/Non-PD)",
      "末次评估无进展（CR、PR、SD 或 Non-CR/Non-PD）"),
  STABLE_FOR_MINIMUM_TIME("no progression for at least the minimum SD time", "无进展持续至少达到最短 SD 时间"),
  INVESTIGATOR_JUDGEMENT("the investigator's judgement", "研究者判断");

  private final Words words;

  MaintenanceStart(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
