package org.lodestar.trial.capture;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.PartialDate;
import org.lodestar.trial.protocol.Dimension;

/**
 * One filled form, read by the names that rules know: {@code agent}, not {@code
 * administration.agent}, because a trial may give its forms other keys.
 */
public record Sheet(FormRecord form) {
  /**
   * Reads something from one filled form. It is one constant object and looks at nothing but this
   * form: neither at a day nor at a setting.
   */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Sheet sheet);
  }

  /** What a reader gives; it is kept as long as the form stays as it is. */
  public <T> T once(Reader<T> reader) {
    return form.once(reader);
  }

  public String visit() {
    return form.instance().visit();
  }

  public int repeat() {
    return form.instance().repeat();
  }

  private String key(String item) {
    return form.instance().form() + "." + item;
  }

  /** Whether something was entered, be it a value or the reason why there is none. */
  public boolean has(String item) {
    return form.named(item) != null;
  }

  /** The unit entered beside a value. */
  public Optional<String> unit(String item) {
    ItemRecord record = form.named(item);
    return record != null && record.entry() instanceof Entry.Value value
        ? Optional.ofNullable(value.unit())
        : Optional.empty();
  }

  public Derived<String> text(String item) {
    return Reading.text(form, item);
  }

  public Derived<BigDecimal> decimal(String item) {
    return Reading.NUMBER.of(form, item);
  }

  /**
   * A measured value in the first unit of what it measures; missing when it was entered in a unit
   * that measures something else. A value without a unit is taken as in the first one.
   */
  public Derived<BigDecimal> measured(String item, Dimension dimension) {
    Derived<BigDecimal> entered = decimal(item);
    String unit = unit(item).orElse(dimension.unit());
    if (!entered.isKnown() || unit.equals(dimension.unit())) {
      return entered;
    }
    return dimension
        .convert(entered.get(), unit)
        .map(value -> Derived.of(CaptureRule.ITEM, value, entered.inputs()))
        .orElseGet(() -> Derived.missing(CaptureRule.ITEM, unknownUnit(item, unit, dimension)));
  }

  private Message unknownUnit(String item, String unit, Dimension dimension) {
    return Message.of(
        CaptureRule.UNKNOWN_UNIT.words(),
        "item",
        key(item),
        "unit",
        unit,
        "units",
        String.join(", ", dimension.units()));
  }

  public Derived<Integer> wholeNumber(String item) {
    return Reading.WHOLE_NUMBER.of(form, item);
  }

  public Derived<LocalDate> date(String item) {
    return Reading.DATE.of(form, item);
  }

  /** The day of a moment that was entered with its time. */
  public Derived<LocalDate> day(String item) {
    return Reading.DAY_OF_MOMENT.of(form, item);
  }

  public Derived<PartialDate> partialDate(String item) {
    return Reading.PARTIAL_DATE.of(form, item);
  }

  public Derived<Boolean> yes(String item) {
    return Reading.YES_OR_NO.of(form, item);
  }
}
