package org.lodestar.trial.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
  private final List<Change> earlier;
  private final Save save;
  private final Entry entry;
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
  }

  private static final Save NOT_YET = new Save(0, Instant.EPOCH, "", Role.SYSTEM, null);

  public ItemRecord(String key, List<Change> history) {
    if (history.isEmpty()) {
      throw new IllegalArgumentException("an item is recorded with its first save: " + key);
    }
    Change last = history.getLast();
    this(key, history.subList(0, history.size() - 1), last.save(), last.entry());
  }

  /** Most items are saved once and a log has millions: the last change is no object of its own. */
  private ItemRecord(String key, List<Change> earlier, Save save, Entry entry) {
    this.key = key;
    this.earlier = List.copyOf(earlier);
    this.save = save;
    this.entry = entry;
  }

  static ItemRecord first(String key, Save save, Entry entry) {
    return new ItemRecord(key, List.of(), save, entry);
  }

  /** The same item after one more save. */
  ItemRecord with(Save next, Entry changed) {
    return new ItemRecord(key, history(), next, changed);
  }

  /** The same item without the value that one save brought. */
  ItemRecord redact(long seq, Entry.Redacted instead) {
    return new ItemRecord(
        key,
        history().stream()
            .map(change -> change.seq() == seq ? new Change(change.save(), instead) : change)
            .toList());
  }

  public String key() {
    return key;
  }

  /** Everything it ever held, oldest first. */
  public List<Change> history() {
    List<Change> history = new ArrayList<>(earlier);
    history.add(new Change(save, entry));
    return Collections.unmodifiableList(history);
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
    return first(key, NOT_YET, entry);
  }

  public Entry entry() {
    return entry;
  }

  public boolean wasSavedBy(long seq) {
    return history().stream().anyMatch(change -> change.seq() == seq);
  }

  public FactRef ref() {
    return new FactRef(save.seq(), key);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ItemRecord item
        && item.key.equals(key)
        && item.history().equals(history());
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, history());
  }

  @Override
  public String toString() {
    return key + " " + history();
  }
}
