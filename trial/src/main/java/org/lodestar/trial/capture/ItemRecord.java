package org.lodestar.trial.capture;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Role;

/**
 * One item of one form: what it holds now and everything it ever held, oldest first. It never
 * changes, so that its text is read once as what it is, however many rules ask for it.
 */
public final class ItemRecord {
  private final String key;
  private final List<Change> history;
  private @Nullable Derived<String> text;
  private @Nullable Read<?> read;

  /** What reading the text as one type gave. */
  private record Read<T>(Reading<T> as, Derived<T> value) {}

  /** One save of a form: who, when, why; all items that it changed share it. */
  public record Save(long seq, Instant at, String actor, Role role, @Nullable String reason) {}

  /** What one save made of the item. */
  public record Change(Save save, Entry entry) {
    public long seq() {
      return save.seq();
    }

    public Instant at() {
      return save.at();
    }

    public String actor() {
      return save.actor();
    }

    public Role role() {
      return save.role();
    }

    public @Nullable String reason() {
      return save.reason();
    }

    Change withEntry(Entry other) {
      return new Change(save, other);
    }
  }

  private static final Save NOT_YET = new Save(0, Instant.EPOCH, "", Role.SYSTEM, null);

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

  /** The text, or why there is none; two threads may both ask first. */
  Derived<String> text() {
    Derived<String> known = text;
    if (known == null) {
      known = readText();
      text = known;
    }
    return known;
  }

  private Derived<String> readText() {
    return switch (entry()) {
      case Entry.Redacted redacted ->
          Derived.missing(
              CaptureRule.ITEM,
              Message.of(CaptureRule.REDACTED.words(), "item", key, "by", redacted.bySeq()),
              ref());
      case Entry.Value value when value.missing() != null ->
          Derived.missing(
              CaptureRule.ITEM,
              Message.of(
                  CaptureRule.MISSING_FOR_REASON.words(), "item", key, "reason", value.missing()),
              ref());
      case Entry.Value value -> Derived.of(CaptureRule.ITEM, value.text(), ref());
    };
  }

  /** The text read as a type: an item is nearly always read as the same one, which is kept. */
  @SuppressWarnings("unchecked") // a value is kept beside the reading that gave it
  <T> Derived<T> as(Reading<T> reading) {
    Read<?> known = read;
    if (known == null || known.as() != reading) {
      known = new Read<>(reading, reading.read(text(), key));
      read = known;
    }
    return (Derived<T>) known.value();
  }

  /** An entry that is about to be saved, for checks that weigh the form as it would stand. */
  static ItemRecord notYetSaved(String key, Entry entry) {
    return new ItemRecord(key, List.of(new Change(NOT_YET, entry)));
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
