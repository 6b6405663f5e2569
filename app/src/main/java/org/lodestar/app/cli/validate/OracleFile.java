package org.lodestar.app.cli.validate;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A file of reference results, parsed.
 *
 * @param name the file's name, for naming entries without id
 * @param format what the file calls itself: {@code km}, {@code lodestar-recist-cases/1}; else its
 *     top-level names joined with {@code +}
 * @param beside another file of the same folder by its name: some files of cases speak of one
 */
public record OracleFile(
    String name,
    String format,
    Map<String, Object> content,
    Function<String, Optional<Map<String, Object>>> beside) {

  /** A file that stands alone. */
  public static OracleFile of(String name, Map<String, Object> content) {
    return of(name, content, other -> Optional.empty());
  }

  public static OracleFile of(
      String name,
      Map<String, Object> content,
      Function<String, Optional<Map<String, Object>>> beside) {
    return new OracleFile(name, formatOf(content), content, beside);
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
