package org.lodestar.trial.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known when an expression is evaluated: the value of an item, or null when missing. */
@FunctionalInterface
public interface Answers {
  @Nullable ItemValue valueOf(String key);

  static Answers of(Map<String, ? extends ItemValue> values) {
    Map<String, ? extends ItemValue> known = Map.copyOf(values);
    return known::get;
  }
}
