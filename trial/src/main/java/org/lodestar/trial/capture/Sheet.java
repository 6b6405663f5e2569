package org.lodestar.trial.capture;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.PartialDate;

/**
 * One filled form, read by the names that rules know: {@code agent}, not {@code
 * administration.agent}, because a trial may give its forms other keys.
 */
public record Sheet(FormRecord form) {
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
    return form.item(key(item)) != null;
  }

  public Derived<String> text(String item) {
    return Reading.text(form, key(item));
  }

  public Derived<BigDecimal> decimal(String item) {
    return Reading.decimal(form, key(item));
  }

  public Derived<Integer> wholeNumber(String item) {
    return Reading.wholeNumber(form, key(item));
  }

  public Derived<LocalDate> date(String item) {
    return Reading.date(form, key(item));
  }

  /** The day of a moment that was entered with its time. */
  public Derived<LocalDate> day(String item) {
    return Reading.dayOfMoment(form, key(item));
  }

  public Derived<PartialDate> partialDate(String item) {
    return Reading.partialDate(form, key(item));
  }

  public Derived<Boolean> yes(String item) {
    return Reading.yes(form, key(item));
  }
}
