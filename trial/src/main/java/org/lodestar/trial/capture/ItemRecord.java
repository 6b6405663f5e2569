package org.lodestar.trial.capture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.Role;

/**
 * One item of one form: what it holds now and everything it ever held, oldest first. It never
 * changes, so that its day is read from its text once, however many rules ask for it.
 */
public final class ItemRecord {
  private final String key;
  private final List<Change> history;
  private @Nullable Derived<LocalDate> date;
  private @Nullable Derived<LocalDate> day;

  /** One save of the item: who, when, what, why. */
  public record Change(
      long seq, Instant at, String actor, Role role, Entry entry, @Nullable String reason) {
    Change withEntry(Entry other) {
      return new Change(seq, at, actor, role, other, reason);
    }
  }

  public ItemRecord(String key, List<Change> history) {
    this.key = key;
    this.history = List.copyOf(history);
    if (history.isEmpty()) {
      throw new IllegalArgumentException("an item is recorded with its first save: " + key);
    }
  }

  public String key() {
    return key;
  }

  public List<Change> history() {
    return history;
  }

  /** The date as it was read before, or as it is read now; two threads may both read it. */
  Derived<LocalDate> date(Supplier<Derived<LocalDate>> reading) {
    Derived<LocalDate> known = date;
    if (known == null) {
      known = reading.get();
      date = known;
    }
    return known;
  }

  /** The same for the day of a moment. */
  Derived<LocalDate> day(Supplier<Derived<LocalDate>> reading) {
    Derived<LocalDate> known = day;
    if (known == null) {
      known = reading.get();
      day = known;
    }
    return known;
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

  @Override
  public boolean equals(Object other) {
    return other instanceof ItemRecord item && item.key.equals(key) && item.history.equals(history);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, history);
  }

  @Override
  public String toString() {
    return key + " " + history;
  }
}
