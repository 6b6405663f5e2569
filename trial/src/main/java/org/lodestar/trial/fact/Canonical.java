package org.lodestar.trial.fact;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the canonical form of RFC 8785: sorted members, no white space, fewest escapes. */
final class Canonical {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private Canonical() {}

  static void write(Json json, StringBuilder out) {
    switch (json) {
      case Json.Text text -> writeText(text.value(), out);
      case Json.Flag flag -> out.append(flag.value());
      case Json.Items items -> writeItems(items, out);
      case Json.Members members -> writeMembers(members, out, null);
    }
  }

  private static void writeItems(Json.Items items, StringBuilder out) {
    out.append('[');
    Iterator<Json> iterator = items.values().iterator();
    while (iterator.hasNext()) {
      write(iterator.next(), out);
      if (iterator.hasNext()) {
        out.append(',');
      }
    }
    out.append(']');
  }

  /**
   * @param places takes where the members' values begin and end, when somebody asks
   */
  static void writeMembers(
      Json.Members members, StringBuilder out, CanonicalObject.@Nullable Places places) {
    out.append('{');
    Iterator<Map.Entry<String, Json>> iterator = members.values().entrySet().iterator();
    while (iterator.hasNext()) {
      Map.Entry<String, Json> member = iterator.next();
      writeText(member.getKey(), out);
      out.append(':');
      int begin = out.length();
      write(member.getValue(), out);
      if (places != null) {
        places.add(begin);
        places.add(out.length());
      }
      if (iterator.hasNext()) {
        out.append(',');
      }
    }
    out.append('}');
  }

  static void writeText(String text, StringBuilder out) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\') {
        out.append(text, written, i);
        writeEscape(c, out);
        written = i + 1;
      }
    }
    if (written == 0) {
      out.append(text).append('"');
    } else {
      out.append(text, written, text.length()).append('"');
    }
  }

  private static void writeEscape(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
    }
  }
}
