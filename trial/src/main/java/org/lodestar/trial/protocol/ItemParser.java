package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.PartialDate;
import org.lodestar.trial.fact.PlainText;
import org.lodestar.trial.protocol.ItemDefinition.Parsed;

/**
 * Reads what was entered for an item. Full-width digits and signs are read as their plain forms.
 */
final class ItemParser {
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{1,9})?");
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,12}");
  private static final Pattern CHINESE_DATE =
      Pattern.compile("(\\d{4})年(?:(\\d{1,2})月(?:(\\d{1,2})日)?)?");

  private final ItemDefinition item;

  ItemParser(ItemDefinition item) {
    this.item = item;
  }

  Parsed parse(String entered, @Nullable String unit) {
    String text = PlainText.of(entered);
    return switch (item.type()) {
      case TEXT, LESION -> text.isEmpty() ? wrong(entered) : fine(new ItemValue.Text(text));
      case CHOICE -> item.hasOption(text) ? fine(new ItemValue.Choice(text)) : wrong(entered);
      case YES_NO -> yesNo(text, entered);
      case INTEGER -> integer(text, entered);
      case DECIMAL -> decimal(text, unit, entered);
      case DATE, PARTIAL_DATE -> date(text, entered);
      case DATE_TIME -> moment(text, entered);
    };
  }

  private Parsed yesNo(String text, String entered) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "是" -> fine(new ItemValue.YesNo(true));
      case "no", "否" -> fine(new ItemValue.YesNo(false));
      default -> wrong(entered);
    };
  }

  private Parsed integer(String text, String entered) {
    if (!INTEGER.matcher(text).matches()) {
      return wrong(entered);
    }
    long number = Long.parseLong(text);
    return within(BigDecimal.valueOf(number), new ItemValue.Whole(number));
  }

  private Parsed decimal(String text, @Nullable String unit, String entered) {
    if (!DECIMAL.matcher(text).matches()) {
      return wrong(entered);
    }
    Optional<BigDecimal> number = inFirstUnit(new BigDecimal(text), unit);
    return number.isEmpty()
        ? refused(
            FormRule.UNKNOWN_UNIT,
            unit == null ? "-" : unit,
            item.units().isEmpty() ? "-" : String.join(", ", item.units()))
        : within(number.get(), new ItemValue.Decimal(number.get()));
  }

  /** A unit may be left out only where there is no other; it is never guessed. */
  private Optional<BigDecimal> inFirstUnit(BigDecimal number, @Nullable String unit) {
    Dimension dimension = item.dimension();
    if (dimension == null) {
      return unit == null ? Optional.of(number) : Optional.empty();
    }
    if (unit == null && item.units().size() > 1) {
      return Optional.empty();
    }
    String code = unit == null ? item.units().getFirst() : unitCode(unit);
    return item.units().contains(code) ? dimension.convert(number, code) : Optional.empty();
  }

  /** The usual ways of printing a unit, as its code: {@code μmol/L} is {@code umol/L}. */
  static String unitCode(String printed) {
    String code =
        PlainText.of(printed)
            .replace('μ', 'u')
            .replace("×", "")
            .replace("*", "^")
            .replace("℃", "Cel");
    return switch (code) {
      case "°C" -> "Cel";
      case "mmHg" -> "mm[Hg]";
      case "mg/m²" -> "mg/m2";
      default -> code;
    };
  }

  private Parsed within(BigDecimal number, ItemValue value) {
    if (item.hard() != null && !item.hard().contains(number)) {
      return refused(FormRule.IMPOSSIBLE, shown(number), item.hard() + unitShown());
    }
    boolean doubtful = item.soft() != null && !item.soft().contains(number);
    return new Parsed.Understood(
        value,
        doubtful ? message(FormRule.UNUSUAL, shown(number), item.soft() + unitShown()) : null);
  }

  private String shown(BigDecimal number) {
    return number.toPlainString() + unitShown();
  }

  private String unitShown() {
    return item.dimension() == null ? "" : " " + item.dimension().unit();
  }

  private Parsed date(String text, String entered) {
    try {
      PartialDate date = PartialDate.parse(isoDate(text));
      boolean whole = date.complete().isPresent();
      return whole || item.type() == ItemType.PARTIAL_DATE
          ? fine(new ItemValue.Date(date))
          : wrong(entered);
    } catch (IllegalArgumentException e) {
      return wrong(entered);
    }
  }

  private static String isoDate(String text) {
    var matcher = CHINESE_DATE.matcher(text);
    if (!matcher.matches()) {
      return text;
    }
    List<String> parts = new ArrayList<>(List.of(matcher.group(1)));
    for (int group = 2; group <= 3; group++) {
      if (matcher.group(group) != null) {
        parts.add(String.format(Locale.ROOT, "%02d", Integer.valueOf(matcher.group(group))));
      }
    }
    return String.join("-", parts);
  }

  private Parsed moment(String text, String entered) {
    try {
      return fine(new ItemValue.Moment(LocalDateTime.parse(text.replace(' ', 'T'))));
    } catch (DateTimeException e) {
      return wrong(entered);
    }
  }

  private static Parsed fine(ItemValue value) {
    return new Parsed.Understood(value, null);
  }

  private Parsed wrong(String entered) {
    return refused(
        FormRule.UNREADABLE,
        entered,
        item.type() == ItemType.CHOICE ? String.join(", ", item.codes()) : example());
  }

  private String example() {
    return switch (item.type()) {
      case TEXT, LESION, CHOICE -> "...";
      case INTEGER -> "42";
      case DECIMAL -> "4.2";
      case DATE -> "2026-11-22, 2026年11月22日";
      case PARTIAL_DATE -> "2026-11-22, 2026-11, 2026";
      case DATE_TIME -> "2026-11-22 14:30";
      case YES_NO -> "yes, no";
    };
  }

  private Parsed refused(FormRule rule, String value, String allowed) {
    return new Parsed.Wrong(rule, message(rule, value, allowed));
  }

  private Message message(FormRule rule, String value, String allowed) {
    return Message.of(rule.words(), "item", item.words(), "value", value, "allowed", allowed);
  }
}
