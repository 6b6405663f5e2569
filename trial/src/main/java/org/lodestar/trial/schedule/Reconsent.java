package org.lodestar.trial.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;

/**
 * That one participant signs a version of the consent form.
 *
 * @param isFirst whether it is the version that her first consent should have been
 * @param due the last day that is in time; null while the day of her next visit is not known
 * @param signedOn when she signed it, or a later version in its place; null while she has not
 * @param ended when it was not asked for any more although she had not signed: she died, withdrew,
 *     or a later version took its place; else null
 */
public record Reconsent(
    String version,
    boolean isFirst,
    @Nullable LocalDate due,
    @Nullable LocalDate signedOn,
    @Nullable LocalDate ended,
    State state) {

  /** Where it stands on a day. */
  public enum State {
    NOT_REQUIRED("not required", "无须再次签署"),
    DUE("re-consent due", "须再次签署"),
    OVERDUE("re-consent overdue", "再次签署已超期"),
    OUTDATED("signed a version that was not in force", "所签版本非当时有效版本"),
    DONE("signed", "已签署");

    private final Words words;

    State(String en, String zh) {
      this.words = new Words(en, zh);
    }

    public Words words() {
      return words;
    }

    /** Whether somebody must still ask her to sign. */
    public boolean isWaiting() {
      return this == DUE || this == OVERDUE || this == OUTDATED;
    }
  }

  /** Signed, but after the last day. */
  public boolean isLate() {
    return !isFirst && signedOn != null && due != null && signedOn.isAfter(due);
  }

  /** The last day went by and she had not signed, whatever came later. */
  public boolean isMissed() {
    return !isFirst
        && signedOn == null
        && due != null
        && (state == State.OVERDUE || (ended != null && ended.isAfter(due)));
  }

  /** Whether a day lies after the last one in time and before her signature. */
  public boolean isOwedOn(LocalDate day) {
    LocalDate until = signedOn != null ? signedOn : ended;
    return !isFirst && due != null && day.isAfter(due) && (until == null || day.isBefore(until));
  }
}
