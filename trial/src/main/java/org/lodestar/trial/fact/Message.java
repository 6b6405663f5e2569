package org.lodestar.trial.fact;

import java.util.Map;
import java.util.TreeMap;

/** Words with the values that fill their places. */
public record Message(Words words, Map<String, String> values) {
  public Message {
    values = Map.copyOf(values);
  }

  /** Names and values in turn: {@code Message.of(words, "sum", "42", "limit", "60")}. */
  public static Message of(Words words, String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "names and values come in pairs; got " + namesAndValues.length + " texts");
    }
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Message(words, values);
  }

  public String in(Language language) {
    return words.render(language, values);
  }
}
