package org.lodestar.app.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A batch that waits for the writer, and the place of its answer. */
final class Pending {
  private final Batch batch;
  private final CompletableFuture<Appended> answer = new CompletableFuture<>();

  Pending(Batch batch) {
    this.batch = batch;
  }

  Batch batch() {
    return batch;
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
