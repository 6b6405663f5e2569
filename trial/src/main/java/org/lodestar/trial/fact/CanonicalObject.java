package org.lodestar.trial.fact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;

/**
 * A JSON object with its canonical text and the place of each member's value in it, so that what is
 * written or read once can be digested member by member without being written again.
 */
public final class CanonicalObject {
  private final SortedMap<String, Json> members;
  private final String text;
  private final byte[] utf8;

  /** Among the bytes, where each value begins and ends, in the order of the names. */
  private final int[] places;

  private CanonicalObject(Json.Members members, String text, int[] places) {
    this.members = members.values();
    this.text = text;
    this.utf8 = text.getBytes(StandardCharsets.UTF_8);
    this.places = utf8.length == text.length() ? places : inBytes(text, places);
  }

  /**
   * @throws IllegalArgumentException when the text is no object in canonical form
   */
  public static CanonicalObject parse(String text) {
    Places places = new Places();
    if (JsonText.parse(text, places) instanceof Json.Members object) {
      return new CanonicalObject(object, text, places.places());
    }
    throw new IllegalArgumentException("not the JSON of the log: an object was expected");
  }

  public static CanonicalObject write(SortedMap<String, Json> members) {
    Places places = new Places();
    Json.Members object = new Json.Members(members);
    StringBuilder out = new StringBuilder();
    Canonical.writeMembers(object, out, places);
    return new CanonicalObject(object, out.toString(), places.places());
  }

  public SortedMap<String, Json> members() {
    return members;
  }

  public String text() {
    return text;
  }

  byte[] utf8() {
    return utf8;
  }

  int begin(int member) {
    return places[2 * member];
  }

  int end(int member) {
    return places[2 * member + 1];
  }

  /** The places counted in UTF-8 bytes instead of characters. */
  private static int[] inBytes(String text, int[] places) {
    int[] bytes = new int[places.length];
    int at = 0;
    int length = 0;
    for (int i = 0; i < places.length; i++) {
      for (; at < places[i]; at++) {
        length += bytes(text, at);
      }
      bytes[i] = length;
    }
    return bytes;
  }

  /**
   * Either half of a surrogate pair stands for two of its four bytes; half a pair is written "?".
   */
  private static int bytes(String text, int at) {
    char c = text.charAt(at);
    if (Character.isSurrogate(c)) {
      return isPaired(text, at) ? 2 : 1;
    }
    if (c < 0x80) {
      return 1;
    }
    return c < 0x800 ? 2 : 3;
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  /** Collects where values begin and end. */
  static final class Places {
    private int[] found = new int[32];
    private int count;

    void add(int place) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = place;
    }

    private int[] places() {
      return Arrays.copyOf(found, count);
    }
  }
}
