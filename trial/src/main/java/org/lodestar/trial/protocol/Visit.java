package org.lodestar.trial.protocol;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RecordType.Field;

/**
 * A planned visit, or a series of them.
 *
 * @param offsetDays from the anchor to the planned day; day 1 itself has offset 0
 * @param everyDays null for a single visit
 * @param untilDays last offset from the anchor of a repeated visit; null: as long as it is due
 * @param byTelephone whether nobody meets the participant, so that she can sign nothing
 * @param forms keys of the forms that are filled at the visit
 */
public record Visit(
    String key,
    Words words,
    Anchor anchor,
    int offsetDays,
    int windowBeforeDays,
    int windowAfterDays,
    @Nullable Integer everyDays,
    @Nullable Integer untilDays,
    boolean byTelephone,
    List<String> forms,
    @Nullable Words source)
    implements Keyed {
  private static final int MAX_DIGITS = 4;

  private static final Field<Visit, String> KEY =
      Field.required("key", Labels.KEY, ValueType.key(), Visit::key);
  private static final Field<Visit, Words> WORDS =
      Field.required("words", Labels.WORDS, ValueType.words(), Visit::words);
  private static final Field<Visit, Anchor> ANCHOR =
      Field.required(
          "anchor",
          new Words("planned from", "计划起点"),
          ValueType.choice(Anchor.class),
          Visit::anchor);
  private static final Field<Visit, Integer> OFFSET_DAYS =
      Field.required(
          "offset-days",
          new Words("offset", "偏移"),
          ValueType.whole(-400, 4000, Unit.DAYS),
          Visit::offsetDays);
  private static final Field<Visit, Integer> WINDOW_BEFORE_DAYS =
      Field.required(
          "window-before-days",
          new Words("window before", "窗口（前）"),
          ValueType.whole(0, 400, Unit.DAYS),
          Visit::windowBeforeDays);
  private static final Field<Visit, Integer> WINDOW_AFTER_DAYS =
      Field.required(
          "window-after-days",
          new Words("window after", "窗口（后）"),
          ValueType.whole(0, 400, Unit.DAYS),
          Visit::windowAfterDays);
  private static final Field<Visit, Integer> EVERY_DAYS =
      Field.optional(
          "every-days",
          new Words("repeated every", "重复间隔"),
          ValueType.whole(1, 1000, Unit.DAYS),
          Visit::everyDays);
  private static final Field<Visit, Integer> UNTIL_DAYS =
      Field.optional(
          "until-days",
          new Words("until", "直至"),
          ValueType.whole(0, 8000, Unit.DAYS),
          Visit::untilDays);
  private static final Field<Visit, Boolean> BY_TELEPHONE =
      Field.optional(
          "by-telephone",
          new Words("by telephone", "电话进行"),
          ValueType.flag(),
          visit -> visit.byTelephone() ? true : null);
  private static final Field<Visit, List<String>> FORMS =
      Field.required(
          "forms", new Words("forms", "表单"), ValueType.list(ValueType.key()), Visit::forms);
  private static final Field<Visit, Words> SOURCE =
      Field.optional("source", Labels.SOURCE, ValueType.source(), Visit::source);

  static final ValueType<Visit> TYPE =
      new RecordType<>(
          List.of(
              KEY,
              WORDS,
              ANCHOR,
              OFFSET_DAYS,
              WINDOW_BEFORE_DAYS,
              WINDOW_AFTER_DAYS,
              EVERY_DAYS,
              UNTIL_DAYS,
              BY_TELEPHONE,
              FORMS,
              SOURCE),
          v ->
              new Visit(
                  v.get(KEY),
                  v.get(WORDS),
                  v.get(ANCHOR),
                  v.get(OFFSET_DAYS),
                  v.get(WINDOW_BEFORE_DAYS),
                  v.get(WINDOW_AFTER_DAYS),
                  v.find(EVERY_DAYS),
                  v.find(UNTIL_DAYS),
                  Boolean.TRUE.equals(v.find(BY_TELEPHONE)),
                  v.get(FORMS),
                  v.find(SOURCE)));

  /** The number that a visit of this series carries behind the key of the series: 2 of cycle-2. */
  public OptionalInt numberIn(String visitKey) {
    int from = key.length() + 1;
    int digits = visitKey.length() - from;
    boolean named = digits > 0 && visitKey.startsWith(key) && visitKey.charAt(from - 1) == '-';
    if (!named || digits > MAX_DIGITS || visitKey.charAt(from) == '0') {
      return OptionalInt.empty();
    }
    int number = 0;
    for (int i = from; i < visitKey.length(); i++) {
      char digit = visitKey.charAt(i);
      if (digit < '0' || digit > '9') {
        return OptionalInt.empty();
      }
      number = 10 * number + digit - '0';
    }
    return OptionalInt.of(number);
  }
}
