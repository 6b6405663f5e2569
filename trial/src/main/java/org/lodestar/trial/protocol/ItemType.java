package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** What an item of a form can hold, and what it is called in the trial's files. */
public enum ItemType implements Choice {
  TEXT("text", "文本"),
  INTEGER("whole number", "整数"),
  DECIMAL("decimal number", "小数"),
  DATE("date", "日期"),
  PARTIAL_DATE("date, month or year", "日期（可不完整）"),
  DATE_TIME("date and time", "日期时间"),
  CHOICE("choice", "单选"),
  YES_NO("yes or no", "是或否"),
  /** The name that a lesion keeps for life. */
  LESION("name of a lesion", "病灶编号");

  private final Words words;

  ItemType(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }

  /** Whether an item of this type may stand where a kind of form asks for {@code wanted}. */
  boolean serves(ItemType wanted) {
    return this == wanted || (this == DATE && wanted == PARTIAL_DATE);
  }
}
