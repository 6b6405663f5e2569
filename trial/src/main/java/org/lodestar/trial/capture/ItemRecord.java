package org.lodestar.trial.capture;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.Role;

/** One item of one form: what it holds now and everything it ever held, oldest first. */
public record ItemRecord(String key, List<Change> history) {

  /** One save of the item: who, when, what, why. */
  public record Change(
      long seq, Instant at, String actor, Role role, Entry entry, @Nullable String reason) {
    Change withEntry(Entry other) {
      return new Change(seq, at, actor, role, other, reason);
    }
  }

  public ItemRecord {
    history = List.copyOf(history);
    if (history.isEmpty()) {
      throw new IllegalArgumentException("an item is recorded with its first save: " + key);
    }
  }

  /** An entry that is about to be saved, for checks that weigh the form as it would stand. */
  static ItemRecord notYetSaved(String key, Entry entry) {
    return new ItemRecord(key, List.of(new Change(0, Instant.EPOCH, "", Role.SYSTEM, entry, null)));
  }

  public Change last() {
    return history.getLast();
  }

  public Entry entry() {
    return last().entry();
  }

  public boolean wasSavedBy(long seq) {
    return history.stream().anyMatch(change -> change.seq() == seq);
  }

  public FactRef ref() {
    return new FactRef(last().seq(), key);
  }
}
