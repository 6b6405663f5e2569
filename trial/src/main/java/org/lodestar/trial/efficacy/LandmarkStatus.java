package org.lodestar.trial.efficacy;

import org.lodestar.trial.fact.Words;

/** Where a participant stood on a day: for the table that counts by participant. */
public enum LandmarkStatus {
  EVENT_FREE("event-free", "无事件"),
  EVENT("event", "已发生事件"),
  /** Followed, but not as far as that day. */
  NOT_ASSESSED("not assessed", "未评估");

  private final Words words;

  LandmarkStatus(String en, String zh) {
    this.words = new Words(en, zh);
  }

  public Words words() {
    return words;
  }

  /** An event on the day itself has happened by it; an event on the next day has not. */
  public static LandmarkStatus of(TimeToEvent time, int day) {
    if (time.event() && time.days() <= day) {
      return EVENT;
    }
    return time.days() >= day ? EVENT_FREE : NOT_ASSESSED;
  }
}
