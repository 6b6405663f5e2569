package org.lodestar.app.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lodestar.trial.fact.Entry;

/** The items that are entered into one form. */
final class Chart {
  private final String form;
  private final SortedMap<String, Entry> items = new TreeMap<>();

  Chart(String form) {
    this.form = form;
  }

  String form() {
    return form;
  }

  SortedMap<String, Entry> items() {
    return items;
  }

  /** Everything that another chart has entered. */
  Chart with(Chart other) {
    items.putAll(other.items);
    return this;
  }

  /** A number that was entered with its unit. */
  Optional<BigDecimal> number(String item) {
    return items.get(form + "." + item) instanceof Entry.Value value && value.unit() != null
        ? Optional.of(new BigDecimal(value.text()))
        : Optional.empty();
  }

  Chart put(String item, String text) {
    items.put(form + "." + item, Entry.typed(text));
    return this;
  }

  Chart put(String item, int number) {
    return put(item, Integer.toString(number));
  }

  Chart put(String item, boolean yes) {
    return put(item, yes ? "yes" : "no");
  }

  Chart put(String item, LocalDate date) {
    return put(item, date.toString());
  }

  Chart put(String item, LocalDateTime at) {
    return put(item, at.truncatedTo(ChronoUnit.MINUTES).toString());
  }

  Chart put(String item, BigDecimal number, String unit) {
    items.put(form + "." + item, Entry.typed(number.toPlainString(), unit));
    return this;
  }

  Chart put(String item, double number, int decimals, String unit) {
    return put(item, BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN), unit);
  }
}
