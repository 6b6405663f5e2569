package org.lodestar.trial.fact;

import java.util.List;
import java.util.Map;

/** What {@code decide} says to a command. */
public sealed interface Outcome {

  /**
   * The facts to append.
   *
   * @param read every stream that the decision rests on, with the version that was read
   */
  record Accepted(List<Draft> drafts, Map<Stream, Long> read) implements Outcome {
    public Accepted {
      drafts = List.copyOf(drafts);
      read = Map.copyOf(read);
    }
  }

  /** Nothing happens, for these reasons. */
  record Refused(List<Refusal> refusals) implements Outcome {
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }

  static Outcome refused(Refusal refusal) {
    return new Refused(List.of(refusal));
  }
}
