package org.lodestar.statistics.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one reference entry.
 *
 * @param id the entry's id
 * @param verdict agrees, differs, or no method of this library covers it
 * @param compared how many numbers and labels were compared
 * @param tolerance the relative tolerance used
 * @param worst the largest relative difference seen
 * @param differences every disagreement in words; empty when it agrees
 * @param computed what the library makes of the entry's inputs, by name; {@code "error"} for a
 *     refusal; null when nothing was computed
 */
public record Outcome(
    String id,
    Verdict verdict,
    int compared,
    double tolerance,
    double worst,
    List<String> differences,
    @Nullable Object computed) {

  /** The three things that can be said of an entry. */
  public enum Verdict {
    /** Every value lies within the tolerance. */
    AGREES,
    /** At least one value does not. */
    DIFFERS,
    /** The library has no such method. */
    NOT_COVERED
  }

  /** Copies the list. */
  public Outcome {
    differences = List.copyOf(differences);
  }
}
