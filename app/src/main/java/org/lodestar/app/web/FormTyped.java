package org.lodestar.app.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.FormRecord;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.protocol.FormDefinition;
import org.lodestar.trial.protocol.ItemDefinition;

/**
 * What a person typed into a form: by item the text {@code v:ITEM}, its unit {@code u:ITEM}, the
 * reason why there is no value {@code m:ITEM}; and the reason for the change.
 */
record FormTyped(Map<String, String> fields) {
  private static final String OFFERED = "choose";
  static final FormTyped NOTHING = new FormTyped(Map.of());

  FormTyped {
    fields = Map.copyOf(fields);
  }

  Optional<String> text(String item) {
    return Optional.ofNullable(fields.get("v:" + item)).map(String::strip);
  }

  Optional<String> unit(String item) {
    return Optional.ofNullable(fields.get("u:" + item));
  }

  Optional<String> missing(String item) {
    return Optional.ofNullable(fields.get("m:" + item));
  }

  /** Whether the reader only asks what the grades mean, or chose a term that was offered. */
  boolean isQuestion() {
    return fields.getOrDefault("act", "").equals("grades") || fields.containsKey(OFFERED);
  }

  /** The same with the term that was chosen among those offered. */
  FormTyped withOfferedTerm(String form) {
    String offered = fields.get(OFFERED);
    if (offered == null) {
      return this;
    }
    Map<String, String> changed = new HashMap<>(fields);
    changed.put("v:" + form + ".term", offered);
    return new FormTyped(changed);
  }

  String reason() {
    return fields.getOrDefault("reason", "").strip();
  }

  /** The items that differ from what is saved; an empty box without a reason says nothing. */
  SortedMap<String, Entry> changes(FormDefinition form, @Nullable FormRecord saved) {
    SortedMap<String, Entry> changes = new TreeMap<>();
    for (ItemDefinition item : form.items()) {
      entry(item)
          .filter(entry -> !isSaved(saved, item.key(), entry))
          .ifPresent(entry -> changes.put(item.key(), entry));
    }
    return changes;
  }

  private Optional<Entry> entry(ItemDefinition item) {
    String text = text(item.key()).orElse("");
    if (!text.isEmpty()) {
      String unit =
          item.units().isEmpty() ? null : unit(item.key()).orElse(item.units().getFirst());
      return Optional.of(unit == null ? Entry.typed(text) : Entry.typed(text, unit));
    }
    return missing(item.key()).filter(code -> !code.isEmpty()).map(Entry::missing);
  }

  private static boolean isSaved(@Nullable FormRecord saved, String key, Entry entry) {
    return saved != null
        && saved.entry(key) instanceof Entry.Value before
        && entry instanceof Entry.Value now
        && before.text().equals(now.text())
        && Objects.equals(before.unit(), now.unit())
        && Objects.equals(before.missing(), now.missing());
  }
}
