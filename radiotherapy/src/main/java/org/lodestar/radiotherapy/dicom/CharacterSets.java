package org.lodestar.radiotherapy.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The character sets of a data set (Specific Character Set, DICOM PS3.3 C.12.1.1.2): single sets,
 * GB18030, GBK and UTF-8 without code extensions, and ISO 2022 code extensions.
 *
 * <p>A text is decoded whole before it is split at backslashes, since the second byte of a GB18030
 * or JIS character may be the code of a backslash.
 */
final class CharacterSets {
  private static final Charset ASCII = StandardCharsets.US_ASCII;

  /** Defined terms with and without "2022" and the charset of their whole byte range. */
  private static final Map<String, String> TERMS =
      Map.ofEntries(
          Map.entry("ISO_IR 6", "US-ASCII"),
          Map.entry("ISO_IR 100", "ISO-8859-1"),
          Map.entry("ISO_IR 101", "ISO-8859-2"),
          Map.entry("ISO_IR 109", "ISO-8859-3"),
          Map.entry("ISO_IR 110", "ISO-8859-4"),
          Map.entry("ISO_IR 144", "ISO-8859-5"),
          Map.entry("ISO_IR 127", "ISO-8859-6"),
          Map.entry("ISO_IR 126", "ISO-8859-7"),
          Map.entry("ISO_IR 138", "ISO-8859-8"),
          Map.entry("ISO_IR 148", "ISO-8859-9"),
          Map.entry("ISO_IR 203", "ISO-8859-15"),
          Map.entry("ISO_IR 13", "JIS_X0201"),
          Map.entry("ISO_IR 166", "TIS-620"),
          Map.entry("ISO_IR 192", "UTF-8"),
          Map.entry("ISO_IR 58", "GB2312"),
          Map.entry("ISO_IR 149", "EUC-KR"),
          Map.entry("GB18030", "GB18030"),
          Map.entry("GBK", "GBK"));

  /** Escape sequences after ESC (PS3.3 tables C.12-3 and C.12-4). */
  private static final Map<String, String> ESCAPES =
      Map.ofEntries(
          Map.entry("(B", "US-ASCII"),
          Map.entry("-A", "ISO-8859-1"),
          Map.entry("-B", "ISO-8859-2"),
          Map.entry("-C", "ISO-8859-3"),
          Map.entry("-D", "ISO-8859-4"),
          Map.entry("-L", "ISO-8859-5"),
          Map.entry("-G", "ISO-8859-6"),
          Map.entry("-F", "ISO-8859-7"),
          Map.entry("-H", "ISO-8859-8"),
          Map.entry("-M", "ISO-8859-9"),
          Map.entry("-b", "ISO-8859-15"),
          Map.entry("-T", "TIS-620"),
          Map.entry(")I", "JIS_X0201"),
          Map.entry("(J", "JIS_X0201"),
          Map.entry("$B", "x-JIS0208"),
          Map.entry("$(D", "JIS_X0212-1990"),
          Map.entry("$)C", "EUC-KR"),
          Map.entry("$)A", "GB2312"));

  static final CharacterSets DEFAULT = new CharacterSets(ASCII, false);

  private final Charset first;
  private final boolean extended;

  private CharacterSets(Charset first, boolean extended) {
    this.first = first;
    this.extended = extended;
  }

  /** The sets named by the values of Specific Character Set; unknown terms are read as Latin 1. */
  static CharacterSets of(List<String> terms) {
    if (terms.isEmpty()) {
      return DEFAULT;
    }
    String term = terms.getFirst().replace("ISO 2022 IR", "ISO_IR").strip();
    boolean extended = terms.size() > 1 || terms.getFirst().startsWith("ISO 2022");
    String name = term.isEmpty() ? "US-ASCII" : TERMS.getOrDefault(term, "ISO-8859-1");
    return new CharacterSets(charset(name), extended);
  }

  /** Whether a term of Specific Character Set is known. */
  static boolean knows(String term) {
    String plain = term.replace("ISO 2022 IR", "ISO_IR").strip();
    return plain.isEmpty()
        || TERMS.containsKey(plain)
        || plain.equals("ISO_IR 87")
        || plain.equals("ISO_IR 159");
  }

  private static Charset charset(String name) {
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
  }

  String decode(byte[] buffer, int offset, int length) {
    if (!extended) {
      return new String(buffer, offset, length, first);
    }
    StringBuilder text = new StringBuilder();
    Charset current = first;
    int start = offset;
    int end = offset + length;
    for (int at = offset; at < end; at++) {
      if (buffer[at] == 0x1b) {
        text.append(part(buffer, start, at - start, current));
        String escape = escape(buffer, at + 1, end);
        current = charset(ESCAPES.getOrDefault(escape, "US-ASCII"));
        at += escape.length();
        start = at + 1;
      }
    }
    return text.append(part(buffer, start, Math.max(0, end - start), current)).toString();
  }

  private static String escape(byte[] buffer, int from, int end) {
    for (int length = 3; length >= 2; length--) {
      if (from + length <= end) {
        String escape = new String(buffer, from, length, ASCII);
        if (ESCAPES.containsKey(escape)) {
          return escape;
        }
      }
    }
    return "";
  }

  /** JIS sets are of two bytes in the left half, but delimiters stay single. */
  private static String part(byte[] buffer, int from, int length, Charset charset) {
    return new String(buffer, from, length, charset);
  }

  /** The values of a text, split at backslashes, without padding. */
  static List<String> split(String text, boolean oneText) {
    if (oneText) {
      return List.of(text.stripTrailing());
    }
    List<String> values = new ArrayList<>();
    int start = 0;
    for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', start)) {
      values.add(trimmed(text.substring(start, at)));
      start = at + 1;
    }
    values.add(trimmed(text.substring(start)));
    return values;
  }

  private static String trimmed(String value) {
    int end = value.length();
    while (end > 0 && (value.charAt(end - 1) == 0 || value.charAt(end - 1) == ' ')) {
      end--;
    }
    int start = 0;
    while (start < end && value.charAt(start) == ' ') {
      start++;
    }
    return value.substring(start, end);
  }
}
