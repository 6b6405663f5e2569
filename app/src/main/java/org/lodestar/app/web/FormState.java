package org.lodestar.app.web;

import org.lodestar.trial.TrialIndex;
import org.lodestar.trial.fact.Words;

/**
 * Where a form stands, as matrix and lists show it: a letter, a shape, a word. In this order the
 * first that applies is shown; attention outranks progress.
 */
enum FormState {
  IN_PROGRESS("P", "填", "In progress", "填写中"),
  COMPLETE("C", "完", "Complete", "完成"),
  NOT_STARTED("F", "", "Not started", "未开始");

  private final Words letter;
  private final String shape;
  private final Words words;

  FormState(String en, String zh, String name, String nameZh) {
    this.shape = en;
    this.letter = zh.isEmpty() ? new Words("", "") : new Words(en, zh);
    this.words = new Words(name, nameZh);
  }

  static FormState of(TrialIndex.FormRow row) {
    return row.complete() ? COMPLETE : IN_PROGRESS;
  }

  /** The name of the symbol and of the colour. */
  public String shape() {
    return shape;
  }

  public Words letter() {
    return letter;
  }

  public Words words() {
    return words;
  }
}
