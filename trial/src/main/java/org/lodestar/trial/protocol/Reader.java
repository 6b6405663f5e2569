package org.lodestar.trial.protocol;

import java.util.Optional;
import org.lodestar.trial.fact.Words;

/** Who read the images of a tumour assessment. */
public enum Reader implements Choice {
  INVESTIGATOR("investigator", "研究者"),
  INDEPENDENT_1("independent reader 1", "独立阅片者 1"),
  INDEPENDENT_2("independent reader 2", "独立阅片者 2"),
  ADJUDICATOR("adjudicator", "裁定者");

  private final Words words;

  Reader(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public Words words() {
    return words;
  }

  public boolean isIndependent() {
    return this != INVESTIGATOR;
  }

  /** The reader of a code in a form; earlier forms called the independent ones otherwise. */
  public static Optional<Reader> of(String code) {
    return switch (code) {
      case "investigator" -> Optional.of(INVESTIGATOR);
      case "independent-1", "independent" -> Optional.of(INDEPENDENT_1);
      case "independent-2", "second-reader" -> Optional.of(INDEPENDENT_2);
      case "adjudicator" -> Optional.of(ADJUDICATOR);
      default -> Optional.empty();
    };
  }
}
