package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** At which date a censoring rule ends the time. */
public enum CensoringDate implements Choice {
  EVENT_DATE("date of the event", "事件日期"),
  LAST_ADEQUATE_ASSESSMENT("last adequate assessment", "末次有效评估"),
  LAST_ADEQUATE_BEFORE_GAP("last adequate assessment before the gap", "漏评前末次有效评估"),
  LAST_ADEQUATE_BEFORE_THERAPY(
      "last adequate assessment on or before the new therapy", "新治疗当日或之前末次有效评估"),
  ORIGIN("the time origin", "时间起点");

  private final Words words;

  CensoringDate(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
