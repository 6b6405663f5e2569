package org.lodestar.trial.efficacy;

import org.lodestar.trial.fact.Words;

/**
 * Something that two readers read differently.
 *
 * @param visit of a response; empty for what holds for the whole course
 */
public record ReaderDifference(Aspect aspect, String visit, Words one, Words two) {

  /** What is compared. */
  public enum Aspect {
    BASELINE("baseline", "基线"),
    RESPONSE("response", "疗效"),
    BEST_RESPONSE("best overall response", "最佳总体疗效"),
    BEST_RESPONSE_CONFIRMED("best overall response, confirmed", "最佳总体疗效（须确认）"),
    PROGRESSION("progression on images", "影像学进展日期");

    private final Words words;

    Aspect(String en, String zh) {
      this.words = new Words(en, zh);
    }

    public Words words() {
      return words;
    }
  }

  /** Whether an endpoint moves with it. */
  public boolean movesEndpoint() {
    return aspect != Aspect.RESPONSE;
  }
}
