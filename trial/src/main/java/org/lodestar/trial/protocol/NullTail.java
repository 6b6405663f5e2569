package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** What the null hypothesis says after the landmark. */
public enum NullTail implements Choice {
  TRUNCATED("nothing: analysis ends at the landmark", "无：分析止于里程碑时点"),
  EXPONENTIAL("the same hazard continues", "风险率保持不变"),
  PLATEAU("a plateau", "平台期");

  private final Words words;

  NullTail(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }
}
