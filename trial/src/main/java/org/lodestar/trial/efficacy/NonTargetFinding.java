package org.lodestar.trial.efficacy;

import org.lodestar.trial.fact.Words;

/** What an assessment found of one non-target lesion. */
public enum NonTargetFinding {
  PRESENT("present", "存在"),
  ABSENT("absent", "消失"),
  /** A node with a short axis below 10 mm, or a marker back to normal. */
  NORMAL("normal", "正常"),
  UNEQUIVOCAL_PROGRESSION("unequivocal progression", "明确进展"),
  NOT_EVALUABLE("not evaluable", "不可评价");

  private final Words words;

  NonTargetFinding(String en, String zh) {
    this.words = new Words(en, zh);
  }

  public Words words() {
    return words;
  }
}
