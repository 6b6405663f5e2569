package org.lodestar.app.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Draft;

/**
 * A batch that waits for the writer, with all that can be made ready before its turn, and the place
 * of its answer.
 */
final class Pending {
  private final Batch batch;
  private final List<@Nullable SaltedContent> salted;
  private final CompletableFuture<Appended> answer = new CompletableFuture<>();

  private Pending(Batch batch, List<@Nullable SaltedContent> salted) {
    this.batch = batch;
    this.salted = Collections.unmodifiableList(salted);
  }

  /**
   * Checks, salts and digests the batch in the thread of the one who brings it.
   *
   * @throws StoreException when the batch cannot be stored unchanged
   */
  static Pending of(Batch batch, Salts salts) {
    BatchCheck.requireStorable(batch);
    List<@Nullable SaltedContent> salted = new ArrayList<>();
    for (Draft draft : batch.drafts()) {
      salted.add(draft.body() instanceof Body.ValueRedacted ? null : salt(draft, salts));
    }
    return new Pending(batch, salted);
  }

  private static SaltedContent salt(Draft draft, Salts salts) {
    return SaltedContent.salt(draft.body().content().withReason(draft.reason()), salts);
  }

  Batch batch() {
    return batch;
  }

  /** The content of a draft, or null for a redaction: what it says is found under the lock. */
  @Nullable SaltedContent salted(int draft) {
    return salted.get(draft);
  }

  void complete(Appended result) {
    answer.complete(result);
  }

  void fail(StoreException failure) {
    answer.completeExceptionally(failure);
  }

  /** The answer; thrown again here, so that the trace shows who asked. */
  Appended await() {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException failure) {
        throw new StoreException(failure.error(), failure.words(), failure);
      }
      throw e;
    }
  }
}
