package org.lodestar.trial.protocol;

import java.util.List;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RecordType.Field;

/** One line of a rule set for progression-free survival. */
public record CensoringRule(
    CensoringSituation situation, CensoringResult result, CensoringDate date) {
  private static final Field<CensoringRule, CensoringSituation> SITUATION =
      Field.required(
          "situation",
          new Words("situation", "情形"),
          ValueType.choice(CensoringSituation.class),
          CensoringRule::situation);
  private static final Field<CensoringRule, CensoringResult> RESULT =
      Field.required(
          "result",
          new Words("result", "结果"),
          ValueType.choice(CensoringResult.class),
          CensoringRule::result);
  private static final Field<CensoringRule, CensoringDate> DATE =
      Field.required(
          "date",
          new Words("date", "日期"),
          ValueType.choice(CensoringDate.class),
          CensoringRule::date);

  static final ValueType<CensoringRule> TYPE =
      new RecordType<>(
          List.of(SITUATION, RESULT, DATE),
          v -> new CensoringRule(v.get(SITUATION), v.get(RESULT), v.get(DATE)));
}
