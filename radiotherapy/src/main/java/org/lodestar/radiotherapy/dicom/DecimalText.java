package org.lodestar.radiotherapy.dicom;

import java.nio.charset.StandardCharsets;

/**
 * Reads backslash-separated decimal strings (DS, IS) straight from bytes.
 *
 * <p>Up to 15 digits with a power of ten up to 22 are exact in double arithmetic (Clinger 1990);
 * everything else goes through {@link Double#parseDouble}.
 */
final class DecimalText {
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };
  private static final int EXACT_DIGITS = 15;

  private final byte[] buffer;
  private final int end;
  private final int tag;
  private int at;

  private DecimalText(byte[] buffer, int offset, int length, int tag) {
    this.buffer = buffer;
    this.at = offset;
    this.end = offset + length;
    this.tag = tag;
  }

  /** All values; an empty text has none. */
  static double[] parse(byte[] buffer, int offset, int length, int tag) {
    int last = offset + length;
    while (last > offset && (buffer[last - 1] == ' ' || buffer[last - 1] == 0)) {
      last--;
    }
    if (last == offset) {
      return new double[0];
    }
    int count = 1;
    for (int i = offset; i < last; i++) {
      count += buffer[i] == '\\' ? 1 : 0;
    }
    DecimalText text = new DecimalText(buffer, offset, last - offset, tag);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = text.next();
    }
    return values;
  }

  private double next() {
    while (at < end && buffer[at] == ' ') {
      at++;
    }
    int start = at;
    boolean negative = at < end && buffer[at] == '-';
    if (at < end && (negative || buffer[at] == '+')) {
      at++;
    }
    long digits = 0;
    int count = 0;
    int decimals = 0;
    boolean point = false;
    for (; at < end; at++) {
      byte c = buffer[at];
      if (c >= '0' && c <= '9' && count < EXACT_DIGITS) {
        digits = 10 * digits + c - '0';
        count += digits == 0 ? 0 : 1;
        decimals += point ? 1 : 0;
      } else if (c == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    boolean some = at > start + (point ? 1 : 0) + (signed(start) ? 1 : 0);
    int stop = at;
    while (stop < end && buffer[stop] == ' ') {
      stop++;
    }
    if (some && decimals < POWERS.length && (stop == end || buffer[stop] == '\\')) {
      at = stop + 1;
      double value = digits / POWERS[decimals];
      return negative ? -value : value;
    }
    return slow(start);
  }

  private boolean signed(int start) {
    return start < end && (buffer[start] == '-' || buffer[start] == '+');
  }

  private double slow(int start) {
    int stop = start;
    while (stop < end && buffer[stop] != '\\') {
      stop++;
    }
    String text = new String(buffer, start, stop - start, StandardCharsets.US_ASCII).strip();
    at = stop + 1;
    if (text.length() > 64 || !isDecimal(text)) {
      throw new DicomException(
          DicomFault.NO_DECIMAL,
          DataDictionary.name(tag),
          text.substring(0, Math.min(24, text.length())));
    }
    return Double.parseDouble(text);
  }

  /** Java also takes hexadecimal, NaN and a type letter; DICOM does not. */
  private static boolean isDecimal(String text) {
    return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
  }
}
