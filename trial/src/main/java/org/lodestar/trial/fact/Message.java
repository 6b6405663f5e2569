package org.lodestar.trial.fact;

import java.util.Map;
import java.util.TreeMap;

/** Words with the values that fill their places. */
public record Message(Words words, Map<String, Words> values) {
  public Message {
    values = Map.copyOf(values);
  }

  /**
   * Names and values in turn: {@code Message.of(words, "sum", "42", "drug", carboplatin.words())}.
   * A value is {@link Words}, or anything whose text is the same in both languages.
   */
  public static Message of(Words words, Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "names and values come in pairs; got " + namesAndValues.length + " of them");
    }
    Map<String, Words> values = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], wordsOf(namesAndValues[i + 1]));
    }
    return new Message(words, values);
  }

  static Words wordsOf(Object value) {
    return value instanceof Words words ? words : Words.same(value.toString());
  }

  public String in(Language language) {
    return words.render(language, values);
  }
}
