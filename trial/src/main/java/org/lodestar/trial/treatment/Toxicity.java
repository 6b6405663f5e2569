package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Input;

/**
 * One episode of an adverse event, as far as treatment rules look at it.
 *
 * @param term CTCAE term
 * @param start its first day; the earliest it can be where the day itself is not known
 * @param startLatest the latest that its first day can be
 * @param lastedDays days that it has lasted, first and last counted
 * @param worstGrade the highest grade that it reached, 1 to 5
 * @param currentGrade its grade on the day that is judged, 0 when it has ended
 * @param immuneRelated by the investigator's determination
 * @param prednisoneMgPerDay prednisone or equivalent on that day; null when not recorded
 * @param inputs the facts that say so
 */
public record Toxicity(
    String term,
    LocalDate start,
    LocalDate startLatest,
    int lastedDays,
    int worstGrade,
    int currentGrade,
    boolean immuneRelated,
    @Nullable BigDecimal prednisoneMgPerDay,
    List<? extends Input> inputs) {
  public Toxicity {
    if (worstGrade < 1 || worstGrade > 5 || currentGrade < 0 || currentGrade > worstGrade) {
      throw new IllegalArgumentException(
          "grades lie between 1 and 5 and the current one is not above the worst; got: worst "
              + worstGrade
              + ", current "
              + currentGrade);
    }
    inputs = List.copyOf(inputs);
  }

  /** One of which the first day is known. */
  public Toxicity(
      String term,
      LocalDate start,
      int lastedDays,
      int worstGrade,
      int currentGrade,
      boolean immuneRelated,
      @Nullable BigDecimal prednisoneMgPerDay,
      List<? extends Input> inputs) {
    this(
        term,
        start,
        start,
        lastedDays,
        worstGrade,
        currentGrade,
        immuneRelated,
        prednisoneMgPerDay,
        inputs);
  }
}
