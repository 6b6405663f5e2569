package org.lodestar.trial.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
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
  private static final ItemRecord[] NOTHING = {};

  private final FormInstance instance;
  private final long version;
  private final boolean complete;

  /** In the order of their keys: a form has a few dozen, and a log has millions of forms. */
  private final ItemRecord[] items;

  private @Nullable Kept kept;

  /** What a reader gave, and what others gave before it. */
  private record Kept(Sheet.Reader<?> reader, Object value, @Nullable Kept before) {}

  /**
   * @param version of the form's stream
   * @param items by item key {@code form.item}
   */
  public FormRecord(
      FormInstance instance, long version, boolean complete, SortedMap<String, ItemRecord> items) {
    this(instance, version, complete, inOrder(items.values()));
  }

  private FormRecord(FormInstance instance, long version, boolean complete, ItemRecord[] items) {
    this.instance = instance;
    this.version = version;
    this.complete = complete;
    this.items = items;
  }

  static FormRecord empty(FormInstance instance) {
    return new FormRecord(instance, 0, false, NOTHING);
  }

  private static ItemRecord[] inOrder(Collection<ItemRecord> items) {
    ItemRecord[] sorted = items.toArray(NOTHING);
    Arrays.sort(sorted, Comparator.comparing(ItemRecord::key));
    return sorted;
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

  /** What a reader gives for this form; of two threads that ask first, one is forgotten. */
  @SuppressWarnings("unchecked") // a value is kept beside the reader that gave it
  <T> T once(Sheet.Reader<T> reader) {
    for (Kept each = kept; each != null; each = each.before()) {
      if (each.reader().equals(reader)) {
        return (T) each.value();
      }
    }
    T value = reader.read(new Sheet(this));
    kept = new Kept(reader, value, kept);
    return value;
  }

  /** The items by their keys. */
  public SortedMap<String, ItemRecord> items() {
    SortedMap<String, ItemRecord> byKey = new TreeMap<>();
    for (ItemRecord item : items) {
      byKey.put(item.key(), item);
    }
    return Collections.unmodifiableSortedMap(byKey);
  }

  /** The same items at another version of the stream. */
  FormRecord standing(long newVersion, boolean nowComplete) {
    return new FormRecord(instance, newVersion, nowComplete, items);
  }

  /** The same form with some items as they are now, each named once. */
  FormRecord with(Collection<ItemRecord> changed) {
    if (changed.isEmpty()) {
      return this;
    }
    return items.length == 0
        ? new FormRecord(instance, version, complete, inOrder(changed))
        : new FormRecord(instance, version, complete, merged(inOrder(changed)));
  }

  private ItemRecord[] merged(ItemRecord[] changed) {
    List<ItemRecord> after = new ArrayList<>(items.length + changed.length);
    int next = 0;
    for (ItemRecord item : items) {
      while (next < changed.length && changed[next].key().compareTo(item.key()) < 0) {
        after.add(changed[next++]);
      }
      boolean replaced = next < changed.length && changed[next].key().equals(item.key());
      after.add(replaced ? changed[next++] : item);
    }
    after.addAll(Arrays.asList(changed).subList(next, changed.length));
    return after.toArray(NOTHING);
  }

  /** The form as it would stand after a save that is not recorded yet. */
  FormRecord supposing(SortedMap<String, Entry> entries) {
    List<ItemRecord> changed = new ArrayList<>(entries.size());
    entries.forEach((key, entry) -> changed.add(ItemRecord.notYetSaved(key, entry)));
    return with(changed);
  }

  public @Nullable ItemRecord item(String key) {
    return find(0, key);
  }

  /**
   * An item by the name that rules know, {@code agent} for {@code administration.agent}. Rules read
   * the same forms again and again, which is why no key is put together for it.
   */
  @Nullable ItemRecord named(String name) {
    String form = instance.form();
    return isOfForm(0) && isOfForm(items.length - 1)
        ? find(form.length() + 1, name)
        : item(form + "." + name);
  }

  /** Whether a key is the form's name, a dot and the item's; true of all between two such. */
  private boolean isOfForm(int at) {
    if (items.length == 0) {
      return false;
    }
    String key = items[at].key();
    int dot = instance.form().length();
    return key.length() > dot && key.charAt(dot) == '.' && key.startsWith(instance.form());
  }

  /**
   * @param from the letter of the keys at which the text sought begins
   */
  private @Nullable ItemRecord find(int from, String sought) {
    int at = SortedRow.find(items.length, place -> order(items[place].key(), from, sought));
    return at < 0 ? null : items[at];
  }

  private static int order(String key, int from, String sought) {
    int letters = Math.min(key.length() - from, sought.length());
    for (int i = 0; i < letters; i++) {
      int difference = key.charAt(from + i) - sought.charAt(i);
      if (difference != 0) {
        return difference;
      }
    }
    return key.length() - from - sought.length();
  }

  public @Nullable Entry entry(String key) {
    ItemRecord item = item(key);
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
        && Arrays.equals(form.items, items);
  }

  @Override
  public int hashCode() {
    return Objects.hash(instance, version);
  }

  @Override
  public String toString() {
    return instance + " at " + version + (complete ? ", complete " : " ") + List.of(items);
  }
}
