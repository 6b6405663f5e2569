package org.lodestar.app.store;

import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;

/** The store could not do what was asked; the message says why and what to do. */
public final class StoreException extends RuntimeException {
  private final StoreErrors error;
  private final transient Message words;

  StoreException(StoreErrors error, Message words, @Nullable Throwable cause) {
    super(words.in(Language.EN), cause);
    this.error = error;
    this.words = words;
  }

  public StoreErrors error() {
    return error;
  }

  public Message words() {
    return words;
  }
}
