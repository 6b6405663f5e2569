package org.lodestar.trial.safety;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.lodestar.trial.fact.Words;

/** What must be known beside the numbers for some grades. */
public enum LaboratoryFlag {
  ON_ANTICOAGULATION("on anticoagulation", "正在抗凝治疗"),
  SYMPTOMATIC("with symptoms", "有症状"),
  PHYSIOLOGIC_CONSEQUENCES("with physiologic consequences", "有生理影响"),
  LONGER_THAN_24_H("for more than 24 hours", "持续超过 24 小时");

  private final Words words;

  LaboratoryFlag(String en, String zh) {
    this.words = new Words(en, zh);
  }

  public Words words() {
    return words;
  }

  /** The name in the table of rules. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<LaboratoryFlag> ofKey(String key) {
    return Arrays.stream(values()).filter(flag -> flag.key().equals(key)).findFirst();
  }
}
