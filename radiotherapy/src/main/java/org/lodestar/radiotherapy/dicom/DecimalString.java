package org.lodestar.radiotherapy.dicom;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes a number as a decimal string (DS): at most 16 characters (DICOM PS3.5, table 6.2-1). */
final class DecimalString {
  private static final int LONGEST = 16;

  private DecimalString() {}

  /**
   * The nearest text of at most 16 characters.
   *
   * @throws IllegalArgumentException when the number is not finite
   */
  static String of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value " + value + ": must be finite");
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    for (int digits = 17; digits > 1; digits--) {
      BigDecimal rounded =
          new BigDecimal(Double.toString(value))
              .round(new MathContext(digits))
              .stripTrailingZeros();
      String plain = rounded.toPlainString();
      String text = plain.length() <= LONGEST ? plain : rounded.toString();
      if (text.length() <= LONGEST) {
        return text;
      }
    }
    throw new IllegalArgumentException("value " + value + ": has no decimal string");
  }
}
