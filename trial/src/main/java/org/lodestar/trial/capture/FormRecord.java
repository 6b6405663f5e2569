package org.lodestar.trial.capture;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;

/**
 * One form of one participant, folded from its stream. It never changes: each fact gives another
 * record, which shares the items that the fact left alone.
 */
public final class FormRecord {
  private final FormInstance instance;
  private final long version;
  private final boolean complete;
  private final SortedMap<String, ItemRecord> items;
  private @Nullable Map<String, ItemRecord> byName;

  /**
   * @param version of the form's stream
   * @param items by item key {@code form.item}
   */
  public FormRecord(
      FormInstance instance, long version, boolean complete, SortedMap<String, ItemRecord> items) {
    this.instance = instance;
    this.version = version;
    this.complete = complete;
    this.items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
  }

  private FormRecord(FormRecord from, long version, boolean complete) {
    this.instance = from.instance;
    this.version = version;
    this.complete = complete;
    this.items = from.items;
    this.byName = from.byName;
  }

  static FormRecord empty(FormInstance instance) {
    return new FormRecord(instance, 0, false, new TreeMap<>());
  }

  public FormInstance instance() {
    return instance;
  }

  public long version() {
    return version;
  }

  public boolean complete() {
    return complete;
  }

  public SortedMap<String, ItemRecord> items() {
    return items;
  }

  /** The same items at another version of the stream. */
  FormRecord standing(long newVersion, boolean nowComplete) {
    return new FormRecord(this, newVersion, nowComplete);
  }

  /** The same form with some items as they are now. */
  FormRecord with(Map<String, ItemRecord> changed) {
    if (changed.isEmpty()) {
      return this;
    }
    SortedMap<String, ItemRecord> after = new TreeMap<>(items);
    after.putAll(changed);
    return new FormRecord(instance, version, complete, after);
  }

  /** The form as it would stand after a save that is not recorded yet. */
  FormRecord supposing(SortedMap<String, Entry> entries) {
    Map<String, ItemRecord> changed = new HashMap<>();
    entries.forEach((key, entry) -> changed.put(key, ItemRecord.notYetSaved(key, entry)));
    return with(changed);
  }

  public @Nullable ItemRecord item(String key) {
    return items.get(key);
  }

  /**
   * An item by the name that rules know, {@code agent} for {@code administration.agent}. Rules read
   * the same forms again and again, by the same few names, which is why each is kept once; two
   * threads may both sort them.
   */
  @Nullable ItemRecord named(String name) {
    Map<String, ItemRecord> sorted = byName;
    if (sorted == null) {
      sorted = sortedByName();
      byName = sorted;
    }
    return sorted.get(name);
  }

  private Map<String, ItemRecord> sortedByName() {
    String prefix = instance.form() + ".";
    Map<String, ItemRecord> sorted = new HashMap<>();
    items.forEach(
        (key, item) -> {
          if (key.startsWith(prefix)) {
            sorted.put(key.substring(prefix.length()).intern(), item);
          }
        });
    return sorted;
  }

  public @Nullable Entry entry(String key) {
    ItemRecord item = items.get(key);
    return item == null ? null : item.entry();
  }

  /** The value as entered, or null when there is none. */
  public @Nullable String text(String key) {
    return entry(key) instanceof Entry.Value value && value.missing() == null ? value.text() : null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FormRecord form
        && form.version == version
        && form.complete == complete
        && form.instance.equals(instance)
        && form.items.equals(items);
  }

  @Override
  public int hashCode() {
    return Objects.hash(instance, version);
  }

  @Override
  public String toString() {
    return instance + " at " + version + (complete ? ", complete " : " ") + items.values();
  }
}
