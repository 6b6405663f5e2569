package org.lodestar.app.cli.validate;

import java.util.Map;
import java.util.TreeSet;

/**
 * A file of reference results, parsed.
 *
 * @param name the file's name, for naming entries without id
 * @param format what the file calls itself: {@code km}, {@code lodestar-recist-cases/1}; else its
 *     top-level names joined with {@code +}
 */
public record OracleFile(String name, String format, Map<String, Object> content) {

  public static OracleFile of(String name, Map<String, Object> content) {
    return new OracleFile(name, formatOf(content), content);
  }

  private static String formatOf(Map<String, Object> content) {
    for (String member : new String[] {"format", "oracle"}) {
      if (content.get(member) instanceof String named) {
        return named;
      }
    }
    return String.join("+", new TreeSet<>(content.keySet()));
  }
}
