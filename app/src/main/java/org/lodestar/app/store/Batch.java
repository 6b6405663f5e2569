package org.lodestar.app.store;

import java.util.List;
import java.util.Map;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Stream;

/**
 * What one command wants to append: all of it or nothing.
 *
 * @param commandId chosen by the caller; the same id is answered once and for all
 * @param read every stream that the decision rests on, with the version that was read (0: empty)
 */
public record Batch(Context context, String commandId, List<Draft> drafts, Map<Stream, Long> read) {
  public Batch {
    drafts = List.copyOf(drafts);
    read = Map.copyOf(read);
  }
}
