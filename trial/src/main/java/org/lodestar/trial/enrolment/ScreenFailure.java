package org.lodestar.trial.enrolment;

import java.util.Locale;
import org.lodestar.trial.fact.Words;

/** Why a screening ended without enrolment. */
public enum ScreenFailure {
  NOT_ELIGIBLE("not eligible", "不符合入排标准"),
  CONSENT_WITHDRAWN("consent withdrawn", "撤回知情同意"),
  PHYSICIAN_DECISION("physician's decision", "研究者决定"),
  TRIAL_FULL("the trial was full", "试验已满额"),
  OTHER("other", "其他");

  private final Words words;

  ScreenFailure(String en, String zh) {
    this.words = new Words(en, zh);
  }

  public Words words() {
    return words;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException when the key names no cause
   */
  public static ScreenFailure parse(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
