package org.lodestar.app.cli.validate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one entry of a file of reference results.
 *
 * @param id the entry's own id, or {@code file#pointer}
 * @param computed what Lodestar makes of the entry's inputs, or null when it computes nothing
 * @param error the largest relative difference of a number, 0 where only labels are compared
 * @param differences every disagreement in words
 */
public record OracleResult(
    String id,
    Verdict verdict,
    @Nullable Object expected,
    @Nullable Object computed,
    double error,
    List<String> differences) {

  /** What can be said of an entry. */
  public enum Verdict {
    PASSED,
    FAILED,
    /** It differs because Lodestar follows a rule that the source of the entry does not. */
    DECLARED,
    NOT_COVERED
  }

  public OracleResult {
    differences = List.copyOf(differences);
  }

  static OracleResult notCovered(String id, @Nullable Object expected) {
    return new OracleResult(id, Verdict.NOT_COVERED, expected, null, 0, List.of());
  }
}
