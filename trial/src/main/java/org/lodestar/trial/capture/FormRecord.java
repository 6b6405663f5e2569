package org.lodestar.trial.capture;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;

/** One form of one participant, folded from its stream. */
public record FormRecord(
    FormInstance instance, long version, boolean complete, SortedMap<String, ItemRecord> items) {

  public FormRecord {
    items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
  }

  static FormRecord empty(FormInstance instance) {
    return new FormRecord(instance, 0, false, new TreeMap<>());
  }

  /** The form as it would stand after a save that is not recorded yet. */
  FormRecord with(SortedMap<String, Entry> entries) {
    SortedMap<String, ItemRecord> after = new TreeMap<>(items);
    entries.forEach((key, entry) -> after.put(key, ItemRecord.notYetSaved(key, entry)));
    return new FormRecord(instance, version, complete, after);
  }

  public @Nullable ItemRecord item(String key) {
    return items.get(key);
  }

  public @Nullable Entry entry(String key) {
    ItemRecord item = items.get(key);
    return item == null ? null : item.entry();
  }

  /** The value as entered, or null when there is none. */
  public @Nullable String text(String key) {
    return entry(key) instanceof Entry.Value value && value.missing() == null ? value.text() : null;
  }
}
