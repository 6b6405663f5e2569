package org.lodestar.app.store;

import org.lodestar.trial.fact.Digest;

/** The newest fact of a log: what a signed report prints and {@code verify --expect} checks. */
public record Head(long seq, Digest hash) {
  public static final Head EMPTY = new Head(0, Digest.NONE);

  /**
   * Reads {@code SEQ:HASH}.
   *
   * @throws StoreException when the text is not of this form
   */
  public static Head parse(String text) {
    int colon = text.indexOf(':');
    try {
      if (colon > 0) {
        return new Head(
            Long.parseLong(text.substring(0, colon)), new Digest(text.substring(colon + 1)));
      }
    } catch (IllegalArgumentException e) {
      throw StoreErrors.NOT_A_HEAD.exception(e, "value", text);
    }
    throw StoreErrors.NOT_A_HEAD.exception("value", text);
  }

  /** {@code SEQ:HASH}. */
  @Override
  public String toString() {
    return seq + ":" + hash;
  }
}
