package org.lodestar.trial.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;

/** Where a planned visit stands on a day. */
public enum VisitStatus {
  PLANNED("planned", "已计划"),
  DUE("due", "到期"),
  OVERDUE("overdue", "逾期"),
  MISSED("missed", "错过"),
  DONE("done", "已完成"),
  DONE_OUTSIDE_WINDOW("done outside its window", "窗口外完成");

  private final Words words;

  VisitStatus(String en, String zh) {
    this.words = new Words(en, zh);
  }

  public Words words() {
    return words;
  }

  /**
   * @param doneOn when the visit took place, or null
   * @param missedFrom the day on which the next visit of the series opens: from there on this one
   *     can no longer be made up; null when no other follows
   */
  static VisitStatus of(
      LocalDate earliest,
      LocalDate latest,
      @Nullable LocalDate doneOn,
      @Nullable LocalDate missedFrom,
      LocalDate asOf) {
    if (doneOn != null) {
      return doneOn.isBefore(earliest) || doneOn.isAfter(latest) ? DONE_OUTSIDE_WINDOW : DONE;
    }
    if (asOf.isBefore(earliest)) {
      return PLANNED;
    }
    if (!asOf.isAfter(latest)) {
      return DUE;
    }
    return missedFrom != null && !asOf.isBefore(missedFrom) ? MISSED : OVERDUE;
  }
}
