package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** The primary analysis. */
public enum AnalysisMethod implements Choice {
  EXACT_BINOMIAL("exact binomial test of the landmark rate", "里程碑率的精确二项检验"),
  KAPLAN_MEIER_RATE(
      "Kaplan-Meier rate at the landmark with confidence interval", "里程碑时点 Kaplan-Meier 率及置信区间"),
  ONE_SAMPLE_LOG_RANK("one-sample log-rank test", "单样本对数秩检验");

  private final Words words;

  AnalysisMethod(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
