package org.lodestar.trial.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the JSON that {@link Json#canonical} writes, letter by letter: objects with their names in
 * order, arrays, strings with the fewest escapes, true and false. It accepts nothing else, so that
 * a damaged store is noticed and never half understood.
 */
public final class JsonText {
  private static final int MAX_DEPTH = 64;
  private final String text;
  private final CanonicalObject.Places places;
  private int position;

  private JsonText(String text, CanonicalObject.Places places) {
    this.text = text;
    this.places = places;
  }

  /**
   * @throws IllegalArgumentException when the text is not such JSON, with the position
   */
  public static Json parse(String text) {
    return parse(text, new CanonicalObject.Places());
  }

  /**
   * @param places where the members' values of the outermost object begin and end
   */
  static Json parse(String text, CanonicalObject.Places places) {
    JsonText reader = new JsonText(text, places);
    Json json = reader.value(0);
    if (reader.position != text.length()) {
      throw reader.unexpected("the end");
    }
    return json;
  }

  private Json value(int depth) {
    if (depth > MAX_DEPTH) {
      throw unexpected("at most " + MAX_DEPTH + " levels");
    }
    return switch (peek()) {
      case '"' -> new Json.Text(string());
      case '{' -> object(depth);
      case '[' -> array(depth);
      case 't' -> literal("true", true);
      case 'f' -> literal("false", false);
      default -> throw unexpected("a value");
    };
  }

  private Json literal(String word, boolean value) {
    if (!text.startsWith(word, position)) {
      throw unexpected(word);
    }
    position += word.length();
    return new Json.Flag(value);
  }

  private Json object(int depth) {
    SortedMap<String, Json> members = new TreeMap<>();
    expect('{');
    if (peek() == '}') {
      position++;
      return new Json.Members(members);
    }
    String last = null;
    do {
      String name = string();
      if (last != null && name.compareTo(last) <= 0) {
        throw unexpected("each name once and in order, not " + name + " after " + last + ";");
      }
      expect(':');
      members.put(name, depth == 0 ? placed() : value(depth + 1));
      last = name;
    } while (next(',', '}'));
    return new Json.Members(members);
  }

  private Json placed() {
    places.add(position);
    Json value = value(1);
    places.add(position);
    return value;
  }

  private Json array(int depth) {
    List<Json> values = new ArrayList<>();
    expect('[');
    if (peek() == ']') {
      position++;
      return new Json.Items(values);
    }
    do {
      values.add(value(depth + 1));
    } while (next(',', ']'));
    return new Json.Items(values);
  }

  private boolean next(char more, char end) {
    char c = peek();
    position++;
    if (c == more) {
      return true;
    }
    if (c == end) {
      return false;
    }
    position--;
    throw unexpected("'" + more + "' or '" + end + "'");
  }

  private String string() {
    expect('"');
    int start = position;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '"') {
        return text.substring(start, position++);
      }
      if (c == '\\') {
        return escapedString(start);
      }
      if (c < 0x20) {
        throw unexpected("no control character");
      }
      position++;
    }
    throw unexpected("'\"'");
  }

  private String escapedString(int start) {
    StringBuilder out = new StringBuilder(text.substring(start, position));
    while (true) {
      char c = peek();
      position++;
      if (c == '"') {
        return requireFewestEscapes(out.toString(), start - 1);
      }
      if (c < 0x20) {
        throw unexpected("no control character");
      }
      out.append(c == '\\' ? escape() : c);
    }
  }

  private String requireFewestEscapes(String value, int from) {
    StringBuilder canonical = new StringBuilder();
    Canonical.writeText(value, canonical);
    if (canonical.length() != position - from
        || !text.regionMatches(from, canonical.toString(), 0, canonical.length())) {
      throw unexpected("a text with the fewest escapes");
    }
    return value;
  }

  private char escape() {
    char c = peek();
    position++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw unexpected("an escape");
    };
  }

  private char unicode() {
    if (position + 4 > text.length()) {
      throw unexpected("four hexadecimal digits");
    }
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(text.charAt(position++), 16);
      if (digit < 0) {
        throw unexpected("four hexadecimal digits");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private char peek() {
    if (position >= text.length()) {
      throw unexpected("more text");
    }
    return text.charAt(position);
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw unexpected("'" + wanted + "'");
    }
    position++;
  }

  private IllegalArgumentException unexpected(String wanted) {
    return new IllegalArgumentException(
        "not the JSON of the log: at position " + position + " " + wanted + " was expected");
  }
}
