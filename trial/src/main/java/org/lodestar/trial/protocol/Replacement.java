package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** Who is replaced by a further participant. */
public enum Replacement implements Choice {
  NEVER("nobody", "不替换"),
  BEFORE_FIRST_DOSE("who leaves before the first dose", "首次给药前退出者"),
  NOT_EVALUABLE("who cannot be evaluated", "不可评价者");

  private final Words words;

  Replacement(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
