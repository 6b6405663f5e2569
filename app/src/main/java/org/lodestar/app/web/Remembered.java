package org.lodestar.app.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was derived last, by everything that it depends on; the longest unused is forgotten. Two who
 * ask for the same at once may both derive it: it is the same.
 */
final class Remembered<K, V> {
  private final Map<K, V> values;

  Remembered(int capacity) {
    this.values =
        new LinkedHashMap<>(64, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
          }
        };
  }

  V of(K key, Supplier<V> derive) {
    Optional<V> known = find(key);
    if (known.isPresent()) {
      return known.get();
    }
    V derived = derive.get();
    synchronized (values) {
      values.put(key, derived);
    }
    return derived;
  }

  Optional<V> find(K key) {
    synchronized (values) {
      return Optional.ofNullable(values.get(key));
    }
  }

  int size() {
    synchronized (values) {
      return values.size();
    }
  }
}
