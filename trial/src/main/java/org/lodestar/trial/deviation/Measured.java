package org.lodestar.trial.deviation;

import java.math.BigDecimal;
import java.util.Map;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;

/** Doses in one unit, whatever the unit in which they were entered. */
final class Measured {
  private static final Map<String, BigDecimal> GRAY =
      Map.of("Gy", BigDecimal.ONE, "cGy", new BigDecimal("0.01"));
  private static final Map<String, BigDecimal> MILLIGRAM =
      Map.of("mg", BigDecimal.ONE, "g", BigDecimal.valueOf(1000));
  private static final Words UNKNOWN_UNIT =
      new Words("the unit {unit} is not known; known are {known}", "单位 {unit} 无法识别；可识别：{known}");

  private Measured() {}

  static Derived<BigDecimal> gray(Sheet sheet, String item) {
    return in(GRAY, sheet, item);
  }

  static Derived<BigDecimal> milligram(Sheet sheet, String item) {
    return in(MILLIGRAM, sheet, item);
  }

  private static Derived<BigDecimal> in(Map<String, BigDecimal> factors, Sheet sheet, String item) {
    Derived<BigDecimal> entered = sheet.decimal(item);
    Entry entry = sheet.form().entry(sheet.form().instance().form() + "." + item);
    String unit = entry instanceof Entry.Value value ? value.unit() : null;
    if (!entered.isKnown() || unit == null) {
      return entered;
    }
    BigDecimal factor = factors.get(unit);
    return factor == null
        ? Derived.missing(
            entered.rule(),
            Message.of(UNKNOWN_UNIT, "unit", unit, "known", String.join(", ", factors.keySet())),
            entered)
        : entered.map(entered.rule(), number -> number.multiply(factor));
  }
}
