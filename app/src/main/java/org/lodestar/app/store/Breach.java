package org.lodestar.app.store;

import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Digest;

/** Ends an examination at the first thing that does not agree. */
final class Breach extends RuntimeException {
  private final transient Verification.Broken broken;

  private Breach(Verification.Broken broken) {
    super(broken.what().id(), null, false, false);
    this.broken = broken;
  }

  static Breach of(StoreErrors what, long seq, @Nullable Digest bytes, Object... namesAndValues) {
    return new Breach(new Verification.Broken(what, seq, bytes, what.message(namesAndValues)));
  }

  /** A breach at a fact, whose message has the place {@code {seq}}. */
  static Breach at(long seq, StoreErrors what, Object... namesAndValues) {
    Object[] all = new Object[namesAndValues.length + 2];
    all[0] = "seq";
    all[1] = seq;
    System.arraycopy(namesAndValues, 0, all, 2, namesAndValues.length);
    return of(what, seq, null, all);
  }

  /** A breach that a message describes already. */
  static Breach of(StoreException failure, long seq) {
    return new Breach(new Verification.Broken(failure.error(), seq, null, failure.words()));
  }

  Verification.Broken broken() {
    return broken;
  }
}
