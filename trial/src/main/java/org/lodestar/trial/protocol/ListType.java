package org.lodestar.trial.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;

/** A list of values of one type; records that have a key have it once. */
final class ListType<T> extends ValueType<List<T>> {
  private final ValueType<T> item;

  ListType(ValueType<T> item) {
    this.item = item;
  }

  ValueType<T> item() {
    return item;
  }

  @Override
  @Nullable List<T> read(YamlNode node, Findings.Builder findings) {
    if (!(node instanceof YamlNode.Items items)) {
      return wrong(node, findings);
    }
    List<T> values = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (YamlNode value : items.values()) {
      T one = item.read(value, findings);
      if (one != null) {
        values.add(one);
        reportSecond(one, value, keys, findings);
      }
    }
    return values.size() == items.values().size() ? List.copyOf(values) : null;
  }

  private static void reportSecond(
      Object one, YamlNode value, Set<String> keys, Findings.Builder findings) {
    if (one instanceof Keyed keyed && !keys.add(keyed.key())) {
      findings.error(ReadingRule.DUPLICATE_KEY, value.place(), "value", keyed.key());
    }
  }

  /** The table of a list of records; empty for other lists and for a list without entries. */
  Optional<ProtocolDocument.Table> table(List<?> values) {
    return item instanceof RecordType<?> records && !values.isEmpty()
        ? Optional.of(records.table(values))
        : Optional.empty();
  }

  /** Each entry as shown, by its key; empty when the entries have no keys. */
  Map<String, Words> entries(List<?> values) {
    Map<String, Words> entries = new LinkedHashMap<>();
    for (Object value : values) {
      if (value instanceof Keyed keyed && item instanceof RecordType<?> records) {
        entries.put(keyed.key(), records.line(value));
      }
    }
    return entries;
  }

  @Override
  public String allowed() {
    return "[" + item.allowed() + ", ...]";
  }

  @Override
  public String show(List<T> value, Language language) {
    if (value.isEmpty()) {
      return language == Language.EN ? "none" : "无";
    }
    return value.stream()
        .map(one -> item.show(one, language))
        .collect(Collectors.joining(language == Language.EN ? "; " : "；"));
  }

  @Override
  JsonSchema schema() {
    return JsonSchema.type("array").with("items", item.schema());
  }
}
