package org.lodestar.trial.capture;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.PartialDate;
import org.lodestar.trial.fact.Words;

/**
 * Reads entries as typed values, each with the fact that it came from. What was not entered is
 * missing with its reason, never a default.
 */
public final class Reading {
  private static final Words A_NUMBER = new Words("a number such as 4.2", "数值（如 4.2）");
  private static final Words A_WHOLE_NUMBER = new Words("a whole number", "整数");
  private static final Words A_DATE = new Words("a date such as 2026-11-22", "日期（如 2026-11-22）");
  private static final Words A_MOMENT =
      new Words("a date with time such as 2026-11-22T09:30", "日期与时间（如 2026-11-22T09:30）");
  private static final Words YES_OR_NO = new Words("yes or no", "“是”或“否”");

  private Reading() {}

  /** The text of an item of a casebook; the item key is {@code form.item}. */
  public static Derived<String> text(Casebook casebook, String visit, String item) {
    return text(casebook, visit, item, 1);
  }

  /** The text of an item of a repeating form's copy. */
  public static Derived<String> text(Casebook casebook, String visit, String item, int repeat) {
    String form = formOf(item);
    FormRecord record = casebook.form(new FormInstance(casebook.code(), visit, form, repeat));
    if (record == null) {
      return Derived.missing(
          CaptureRule.ITEM, Message.of(CaptureRule.NO_FORM.words(), "form", form, "visit", visit));
    }
    return text(record, item);
  }

  /** The text of an item of one form. */
  public static Derived<String> text(FormRecord form, String item) {
    ItemRecord record = form.item(item);
    return record == null ? notEntered(form, item) : text(record, item);
  }

  private static Derived<String> notEntered(FormRecord form, String item) {
    return Derived.missing(
        CaptureRule.ITEM,
        Message.of(
            CaptureRule.NOT_ENTERED.words(),
            "item",
            item,
            "form",
            form.instance().form(),
            "visit",
            form.instance().visit()));
  }

  private static Derived<String> text(ItemRecord record, String item) {
    return switch (record.entry()) {
      case Entry.Redacted redacted ->
          Derived.missing(
              CaptureRule.ITEM,
              Message.of(CaptureRule.REDACTED.words(), "item", item, "by", redacted.bySeq()),
              record.ref());
      case Entry.Value value when value.missing() != null ->
          Derived.missing(
              CaptureRule.ITEM,
              Message.of(
                  CaptureRule.MISSING_FOR_REASON.words(), "item", item, "reason", value.missing()),
              record.ref());
      case Entry.Value value -> Derived.of(CaptureRule.ITEM, value.text(), record.ref());
    };
  }

  public static Derived<BigDecimal> decimal(FormRecord form, String item) {
    return typed(text(form, item), item, A_NUMBER, text -> new BigDecimal(normal(text)));
  }

  public static Derived<Integer> wholeNumber(FormRecord form, String item) {
    return typed(text(form, item), item, A_WHOLE_NUMBER, text -> Integer.valueOf(normal(text)));
  }

  /** A whole date; a partial one is unreadable as such, see {@link #partialDate}. */
  public static Derived<LocalDate> date(FormRecord form, String item) {
    ItemRecord record = form.item(item);
    return record == null
        ? notEntered(form, item).map(CaptureRule.ITEM, Reading::parseDate)
        : record.date(
            () -> typed(text(record, item), item, A_DATE, text -> parseDate(normal(text))));
  }

  /** The day of a date with time, {@code 2026-11-22T09:30} or with a space between. */
  public static Derived<LocalDate> dayOfMoment(FormRecord form, String item) {
    ItemRecord record = form.item(item);
    return record == null
        ? notEntered(form, item).map(CaptureRule.ITEM, Reading::parseMoment)
        : record.day(
            () -> typed(text(record, item), item, A_MOMENT, text -> parseMoment(normal(text))));
  }

  private static LocalDate parseMoment(String text) {
    try {
      return LocalDateTime.parse(text.replace(' ', 'T')).toLocalDate();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a date with time", e);
    }
  }

  public static Derived<PartialDate> partialDate(FormRecord form, String item) {
    return typed(text(form, item), item, A_DATE, text -> PartialDate.parse(normal(text)));
  }

  public static Derived<Boolean> yes(FormRecord form, String item) {
    return typed(text(form, item), item, YES_OR_NO, Reading::parseYes);
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

  /** Full-width digits and signs as their plain forms; the entry itself stays as it was typed. */
  static String normal(String text) {
    return isAscii(text) ? text.strip() : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  /** Plain ASCII is its own normal form. */
  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static <T> Derived<T> typed(
      Derived<String> text, String item, Words wanted, Function<String, T> parse) {
    if (!text.isKnown()) {
      return text.map(CaptureRule.ITEM, parse);
    }
    try {
      return Derived.of(CaptureRule.ITEM, parse.apply(text.get()), text.inputs());
    } catch (IllegalArgumentException e) {
      return Derived.missing(
          CaptureRule.ITEM,
          Message.of(
              CaptureRule.UNREADABLE.words(), "wanted", wanted, "item", item, "text", text.get()),
          text.inputs());
    }
  }

  private static String formOf(String item) {
    int dot = item.indexOf('.');
    if (dot < 1) {
      throw new IllegalArgumentException("an item key is form.item; got: " + item);
    }
    return item.substring(0, dot);
  }
}
