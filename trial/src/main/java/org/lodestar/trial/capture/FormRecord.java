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
