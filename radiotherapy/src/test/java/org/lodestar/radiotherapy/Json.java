package org.lodestar.radiotherapy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A reader of JSON for oracle files: maps, lists, strings, doubles, booleans, null. */
public final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /** The value of a JSON text. */
  public static Object parse(String text) {
    return new Json(text).value();
  }

  /** The object under a path of keys. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> object(Object root, String... path) {
    return (Map<String, Object>) get(root, path);
  }

  /** The number under a path of keys. */
  public static double number(Object root, String... path) {
    return ((Number) get(root, path)).doubleValue();
  }

  /** The value under a path of keys, or null. */
  public static Object get(Object root, String... path) {
    Object value = root;
    for (String key : path) {
      value = ((Map<?, ?>) value).get(key);
    }
    return value;
  }

  private Object value() {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private char peek() {
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.charAt(at);
  }

  private Object word(String word, Object value) {
    at += word.length();
    return value;
  }

  private Double number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return Double.valueOf(text.substring(start, at));
  }

  private String string() {
    StringBuilder result = new StringBuilder();
    at++;
    while (text.charAt(at) != '"') {
      if (text.charAt(at) == '\\') {
        at++;
      }
      result.append(text.charAt(at++));
    }
    at++;
    return result.toString();
  }

  private Map<String, Object> object() {
    Map<String, Object> result = new LinkedHashMap<>();
    at++;
    while (peek() != '}') {
      if (peek() == ',') {
        at++;
        peek();
      }
      String key = string();
      peek();
      at++;
      result.put(key, value());
    }
    at++;
    return result;
  }

  private List<Object> array() {
    List<Object> result = new ArrayList<>();
    at++;
    while (peek() != ']') {
      if (peek() == ',') {
        at++;
        continue;
      }
      result.add(value());
    }
    at++;
    return result;
  }
}
