package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** When the primary analysis is done. */
public enum AnalysisTime implements Choice {
  LAST_PARTICIPANT_LANDMARK(
      "when the last participant has passed the landmark visit's window", "末例受试者通过里程碑访视窗后"),
  FIXED_FOLLOW_UP("a fixed time after the last enrolment", "末例入组后固定时间"),
  EVENT_COUNT("at a number of events", "达到规定事件数");

  private final Words words;

  AnalysisTime(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
