package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RecordType.Field;

/**
 * A condition of treatment on day 1 of a cycle.
 *
 * @param agents keys of agents; {@code radiotherapy} stands for the fraction of the day
 * @param test a laboratory test, {@code creatinine-clearance}, or {@code non-haematological-grade}
 *     for the worst grade of any other ongoing adverse event
 * @param unit of the limits; {@code xULN} compares with the upper limit of the reference range
 * @param exceptTerms CTCAE terms that do not count for the worst grade
 */
public record DayOneRule(
    String key,
    List<String> agents,
    String test,
    String unit,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    List<String> exceptTerms,
    Action otherwise,
    @Nullable Words source)
    implements Keyed {
  private static final Field<DayOneRule, String> KEY =
      Field.required("key", Labels.KEY, ValueType.key(), DayOneRule::key);
  private static final Field<DayOneRule, List<String>> AGENTS =
      Field.required("agents", Labels.AGENTS, ValueType.list(ValueType.key()), DayOneRule::agents);
  private static final Field<DayOneRule, String> TEST =
      Field.required("test", new Words("test", "检查项目"), ValueType.key(), DayOneRule::test);
  private static final Field<DayOneRule, String> UNIT =
      Field.required("unit", new Words("unit", "单位"), ValueType.text(), DayOneRule::unit);
  private static final Field<DayOneRule, BigDecimal> MIN =
      Field.optional(
          "min",
          new Words("at least", "不低于"),
          ValueType.decimal("0", "1000000", Unit.NONE),
          DayOneRule::min);
  private static final Field<DayOneRule, BigDecimal> MAX =
      Field.optional(
          "max",
          new Words("at most", "不超过"),
          ValueType.decimal("0", "1000000", Unit.NONE),
          DayOneRule::max);
  private static final Field<DayOneRule, List<String>> EXCEPT_TERMS =
      Field.listOrEmpty(
          "except-terms",
          new Words("except", "除外"),
          ValueType.list(ValueType.text()),
          DayOneRule::exceptTerms);
  private static final Field<DayOneRule, Action> OTHERWISE =
      Field.required(
          "otherwise",
          new Words("otherwise", "否则"),
          ValueType.choice(Action.class),
          DayOneRule::otherwise);
  private static final Field<DayOneRule, Words> SOURCE =
      Field.optional("source", Labels.SOURCE, ValueType.source(), DayOneRule::source);

  static final ValueType<DayOneRule> TYPE =
      new RecordType<>(
          List.of(KEY, AGENTS, TEST, UNIT, MIN, MAX, EXCEPT_TERMS, OTHERWISE, SOURCE),
          v ->
              new DayOneRule(
                  v.get(KEY),
                  v.get(AGENTS),
                  v.get(TEST),
                  v.get(UNIT),
                  v.find(MIN),
                  v.find(MAX),
                  v.get(EXCEPT_TERMS),
                  v.get(OTHERWISE),
                  v.find(SOURCE)));
}
