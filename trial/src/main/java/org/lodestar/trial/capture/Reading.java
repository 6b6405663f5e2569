package org.lodestar.trial.capture;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.PartialDate;
import org.lodestar.trial.fact.PlainText;
import org.lodestar.trial.fact.Words;

/**
 * Reads entries as typed values, each with the fact that it came from. What was not entered is
 * missing with its reason, never a default.
 */
final class Reading<T> {
  static final Reading<BigDecimal> NUMBER =
      new Reading<>(new Words("a number such as 4.2", "数值（如 4.2）"), BigDecimal::new);

  static final Reading<Integer> WHOLE_NUMBER =
      new Reading<>(new Words("a whole number", "整数"), Integer::valueOf);

  private static final Words A_DATE = new Words("a date such as 2026-11-22", "日期（如 2026-11-22）");

  /** A whole date; a partial one is unreadable as such. */
  static final Reading<LocalDate> DATE = new Reading<>(A_DATE, Reading::parseDate);

  static final Reading<PartialDate> PARTIAL_DATE = new Reading<>(A_DATE, PartialDate::parse);

  /** The day of a date with time, {@code 2026-11-22T09:30} or with a space between. */
  static final Reading<LocalDate> DAY_OF_MOMENT =
      new Reading<>(
          new Words("a date with time such as 2026-11-22T09:30", "日期与时间（如 2026-11-22T09:30）"),
          Reading::parseMoment);

  static final Reading<Boolean> YES_OR_NO =
      new Reading<>(new Words("yes or no", "“是”或“否”"), Reading::parseYes);

  private final Words wanted;
  private final Function<String, T> parse;

  /**
   * @param wanted what an entry must be, for the person who entered something else
   * @param parse throws {@link IllegalArgumentException} at a text that is nothing of the kind
   */
  private Reading(Words wanted, Function<String, T> parse) {
    this.wanted = wanted;
    this.parse = parse;
  }

  /** The text of an item of a form, by the name that rules know. */
  static Derived<String> text(FormRecord form, String name) {
    ItemRecord item = form.named(name);
    return item == null ? notEntered(form, name) : item.text();
  }

  /** The value of an item of a form, by the name that rules know. */
  Derived<T> of(FormRecord form, String name) {
    ItemRecord item = form.named(name);
    return item == null ? read(notEntered(form, name), name) : item.as(this);
  }

  private static Derived<String> notEntered(FormRecord form, String name) {
    return Derived.missing(
        CaptureRule.ITEM,
        Message.of(
            CaptureRule.NOT_ENTERED.words(),
            "item",
            form.instance().form() + "." + name,
            "form",
            form.instance().form(),
            "visit",
            form.instance().visit()));
  }

  /**
   * @param item key of the item, for the sentence about a text that cannot be read
   */
  Derived<T> read(Derived<String> text, String item) {
    if (!text.isKnown()) {
      return text.map(CaptureRule.ITEM, parse);
    }
    try {
      return Derived.of(CaptureRule.ITEM, parse.apply(PlainText.of(text.get())), text.inputs());
    } catch (IllegalArgumentException e) {
      return Derived.missing(
          CaptureRule.ITEM,
          Message.of(
              CaptureRule.UNREADABLE.words(), "wanted", wanted, "item", item, "text", text.get()),
          text.inputs());
    }
  }

  private static LocalDate parseMoment(String text) {
    try {
      return LocalDateTime.parse(text.replace(' ', 'T')).toLocalDate();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a date with time", e);
    }
  }

  private static LocalDate parseDate(String text) {
    return PartialDate.parse(text)
        .complete()
        .orElseThrow(() -> new IllegalArgumentException("a date with day and month"));
  }

  private static Boolean parseYes(String text) {
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalArgumentException("yes or no");
    };
  }
}
