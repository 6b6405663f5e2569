package org.lodestar.app.cli.analyse;

import java.util.regex.Pattern;

/** Names and texts as R reads them. */
final class RNames {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9._]*");

  private RNames() {}

  /** A column's name, between backticks unless it is a plain one. */
  static String of(String column) {
    return PLAIN.matcher(column).matches() ? column : "`" + column.replace("`", "\\`") + "`";
  }

  /** The same as a term of {@code survdiff}, which does not find a name between backticks. */
  static String group(String column) {
    return PLAIN.matcher(column).matches() ? column : "d$" + of(column);
  }

  /** A text between quotes. */
  static String text(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
