package org.lodestar.trial.fact;

import java.util.Map;

/** One sentence or label in both languages, with places such as {@code {sum}} for values. */
public record Words(String en, String zh) {
  public Words {
    if (en.isBlank() != zh.isBlank()) {
      throw new IllegalArgumentException(
          "words need both languages; got: [" + en + "] [" + zh + "]");
    }
  }

  /** A text that is the same in both languages: a number, a date, a code. */
  public static Words same(String text) {
    return new Words(text, text);
  }

  public String in(Language language) {
    return switch (language) {
      case EN -> en;
      case ZH -> zh;
    };
  }

  /** The sentence with its places filled; a place without a value keeps its name in braces. */
  public String render(Language language, Map<String, Words> values) {
    String template = in(language);
    StringBuilder out = new StringBuilder(template.length() + 32);
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      int close = template.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String name = template.substring(open + 1, close);
      Words value = values.get(name);
      out.append(template, from, open)
          .append(value == null ? "{" + name + "}" : value.in(language));
      from = close + 1;
    }
    return out.append(template, from, template.length()).toString();
  }
}
