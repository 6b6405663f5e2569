package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import java.util.Map;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;

/** That an argument of a formula lies outside the range for which the formula is meant. */
final class OutOfRange extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private static final Words SAYS =
      new Words(
          "{name} lies between {min} and {max}; got: {value}",
          "{name}应在 {min} 至 {max} 之间，现为 {value}");

  /** What the arguments of the formulas are called, with their units. */
  private static final Map<String, Words> NAMES =
      Map.of(
          "ageYears", new Words("age in years", "年龄（岁）"),
          "weightKg", new Words("weight in kg", "体重（kg）"),
          "heightCm", new Words("height in cm", "身高（cm）"),
          "creatinineMgPerDl", new Words("creatinine in mg/dL", "肌酐（mg/dL）"),
          "filtrationMlPerMin", new Words("filtration in mL/min", "肾小球滤过率（mL/min）"),
          "auc", new Words("AUC", "AUC"),
          "bodySurfaceM2", new Words("body surface in m2", "体表面积（m2）"),
          "stepMg", new Words("rounding step in mg", "取整步长（mg）"),
          "maxPercent", new Words("most rounding in %", "最大取整偏差（%）"));

  private final transient Message message;

  OutOfRange(Range range, BigDecimal value) {
    super(message(range, value, Words.same(range.name())).in(Language.EN));
    this.message =
        message(range, value, NAMES.getOrDefault(range.name(), Words.same(range.name())));
  }

  private static Message message(Range range, BigDecimal value, Words name) {
    return Message.of(
        SAYS,
        "name",
        name,
        "min",
        range.min().toPlainString(),
        "max",
        range.max().toPlainString(),
        "value",
        value.toPlainString());
  }

  /** The same in both languages, the argument called as people call it. */
  Words words() {
    return new Words(message.in(Language.EN), message.in(Language.ZH));
  }
}
