package org.lodestar.trial.protocol;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an expression says about a participant. What is not known is never held against anyone. */
public sealed interface Verdict {
  Verdict MET = new Met();
  Verdict NOT_MET = new NotMet();

  record Met() implements Verdict {}

  record NotMet() implements Verdict {}

  /**
   * The answer hangs on something that is not known.
   *
   * @param items keys of the items whose value is absent, or whose date is too incomplete to decide
   */
  record Missing(SortedSet<String> items) implements Verdict {
    public Missing {
      items = Collections.unmodifiableSortedSet(new TreeSet<>(items));
    }
  }

  static Verdict of(boolean met) {
    return met ? MET : NOT_MET;
  }
}
