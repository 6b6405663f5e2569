package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** What a visit is planned from. */
public enum Anchor implements Choice {
  CONSENT("informed consent", "知情同意"),
  ENROLMENT("enrolment", "入组"),
  FIRST_DOSE("first dose", "首次给药"),
  EACH_CYCLE("day 1 of each chemotherapy cycle", "各化疗周期第 1 天"),
  EACH_MAINTENANCE_CYCLE("day 1 of each maintenance cycle", "各维持周期第 1 天"),
  RADIOTHERAPY_START("first fraction", "首次放疗"),
  EACH_RADIOTHERAPY_WEEK("each week of radiotherapy", "放疗每周"),
  RADIOTHERAPY_END("last fraction", "末次放疗"),
  TUMOUR_ASSESSMENT("each due tumour assessment", "各次到期的肿瘤评估"),
  LAST_DOSE("last dose", "末次给药"),
  END_OF_TREATMENT("end of treatment", "治疗结束");

  private final Words words;

  Anchor(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
