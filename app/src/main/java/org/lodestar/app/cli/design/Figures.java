package org.lodestar.app.cli.design;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers in tables: few digits, no exponent, no locale. */
public final class Figures {
  private Figures() {}

  /** With this many decimals. */
  public static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** As short as it can be said, at most six significant digits. */
  public static String plain(double value) {
    return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }
}
