package org.lodestar.app.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Message;

/** What an examination of a whole log found. */
public sealed interface Verification {

  /**
   * Every fact, every stored byte and every remembered head agree.
   *
   * @param notes what could not be checked
   */
  record Intact(Head head, long facts, long bundles, long attachments, List<Message> notes)
      implements Verification {
    public Intact {
      notes = List.copyOf(notes);
    }
  }

  /**
   * The first thing that does not agree.
   *
   * @param seq the fact concerned, 0 when it is none
   * @param bytes the bundle or attachment concerned, or null
   */
  record Broken(StoreErrors what, long seq, @Nullable Digest bytes, Message message)
      implements Verification {}

  /** The database cannot be read to its end. */
  record Unreadable(Message message) implements Verification {}
}
