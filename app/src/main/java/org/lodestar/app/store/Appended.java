package org.lodestar.app.store;

import java.util.List;
import java.util.Set;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.Stream;

/** What became of a batch. */
public sealed interface Appended {

  /**
   * The batch is durable.
   *
   * @param head the batch's last fact
   */
  record Written(List<Fact> facts, Head head) implements Appended {
    public Written {
      facts = List.copyOf(facts);
    }
  }

  /** The commandId was seen before: this is what it wrote then, and nothing was written now. */
  record Repeated(List<Fact> facts) implements Appended {
    public Repeated {
      facts = List.copyOf(facts);
    }
  }

  /** Nothing was written: these streams moved since they were read. Decide again. */
  record Stale(Set<Stream> moved) implements Appended {
    public Stale {
      moved = Set.copyOf(moved);
    }
  }
}
