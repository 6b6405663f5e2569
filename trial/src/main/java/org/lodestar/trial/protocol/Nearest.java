package org.lodestar.trial.protocol;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Suggests the legal name that a misspelt one probably means. */
final class Nearest {
  private Nearest() {}

  /** The legal name nearest to the given one, when at most a third of it must change. */
  static Optional<String> to(String name, Collection<String> legal) {
    return legal.stream()
        .min(Comparator.comparingInt((String other) -> distance(name, other)))
        .filter(other -> 3 * distance(name, other) <= Math.max(name.length(), other.length()));
  }

  /** Levenshtein distance: insertions, deletions and replacements of one character. */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
