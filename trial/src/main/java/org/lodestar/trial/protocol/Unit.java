package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;

/** The unit in which a setting is written; there is no conversion. */
public enum Unit {
  NONE("-", "-"),
  COUNT("-", "-"),
  PERCENT("%", "%"),
  GY("Gy", "Gy"),
  MM("mm", "mm"),
  MG("mg", "mg"),
  ML_PER_MIN("mL/min", "mL/min"),
  MG_PER_DL("mg/dL", "mg/dL"),
  HOURS("h", "小时"),
  DAYS("d", "天"),
  WORKING_DAYS("working days", "个工作日"),
  WEEKS("weeks", "周"),
  MONTHS("months", "个月"),
  YEARS("years", "岁");

  private final Words words;

  Unit(String en, String zh) {
    this.words = new Words(en, zh);
  }

  public Words words() {
    return words;
  }

  /** A number with its unit. */
  public String show(String number, Language language) {
    return switch (this) {
      case NONE, COUNT -> number;
      default -> number + " " + words.in(language);
    };
  }

  String allowed(Object min, Object max) {
    return show(min + ".." + max, Language.EN);
  }
}
