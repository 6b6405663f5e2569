package org.lodestar.trial.schedule;

import org.lodestar.trial.fact.Words;

/**
 * Where a form stands on a day. Where several states apply, the first in this order is shown:
 * attention outranks progress.
 */
public enum FormStatus {
  OVERDUE("O", "逾", "Overdue", "超期"),
  IN_PROGRESS("P", "填", "In progress", "填写中"),
  DUE("D", "待", "Due", "待填"),
  NOT_DONE("N", "缺", "Not done", "未做"),
  COMPLETE("C", "完", "Complete", "完成"),
  NOT_YET_DUE("", "", "Not due yet", "未到期"),
  NOT_APPLICABLE("", "", "Not applicable", "不适用");

  private final Words letter;
  private final Words words;

  FormStatus(String letter, String letterZh, String en, String zh) {
    this.letter = new Words(letter, letterZh);
    this.words = new Words(en, zh);
  }

  /** The letter that stands for the state; empty for the two that ask for nothing. */
  public Words letter() {
    return letter;
  }

  public Words words() {
    return words;
  }

  /** Whether the form waits for somebody now. */
  public boolean isWaiting() {
    return this == OVERDUE || this == DUE;
  }

  FormStatus or(FormStatus other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
