package org.lodestar.trial.fact;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON value as the log holds it. There are no JSON numbers: a number is the text that was typed,
 * so that {@code 1.50} stays {@code 1.50}.
 */
public sealed interface Json {
  record Text(String value) implements Json {}

  record Flag(boolean value) implements Json {}

  record Items(List<Json> values) implements Json {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** Members in the order of RFC 8785: by UTF-16 code units, which is how Java compares strings. */
  record Members(SortedMap<String, Json> values) implements Json {
    public Members {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
  }

  static Json text(String value) {
    return new Text(value);
  }

  static Json number(long value) {
    return new Text(Long.toString(value));
  }

  static Members members(Map<String, Json> values) {
    return new Members(new TreeMap<>(values));
  }

  static Items texts(List<String> values) {
    return new Items(values.stream().map(Json::text).toList());
  }

  /** The canonical form: RFC 8785, with every number as text. */
  default String canonical() {
    StringBuilder out = new StringBuilder();
    Canonical.write(this, out);
    return out.toString();
  }
}
