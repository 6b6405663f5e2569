package org.lodestar.trial.protocol;

import java.util.Locale;
import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** What an expression in the trial's files must obey. */
enum ExpressionRule implements Rule {
  NOT_AN_EXPRESSION(
      "\"{expression}\" is not an expression: {problem}.", "“{expression}”不是有效的表达式：{problem}。"),
  WRONG_TYPE(
      "\"{expression}\": {problem}. Decimals are compared with decimals, written dec('1.5').",
      "“{expression}”：{problem}。小数只能与小数比较，写作 dec('1.5')。"),
  NOT_YES_OR_NO(
      "\"{expression}\" gives {value}; it must give yes or no.",
      "“{expression}”的结果是 {value}；结果必须为是或否。"),
  UNKNOWN_ITEM(
      "\"{expression}\" names {value}, which no form has{nearest}.",
      "“{expression}”引用了 {value}，没有任何表单含此条目{nearest}。"),
  UNKNOWN_CODE(
      "\"{expression}\": {item} never has the code '{value}'. Its codes: {allowed}.",
      "“{expression}”：{item} 没有编码 '{value}'。可用编码：{allowed}。"),
  NO_BINARY_NUMBERS(
      "\"{expression}\": {value} would be rounded in binary. Write dec('{value}').",
      "“{expression}”：{value} 会按二进制舍入。请写作 dec('{value}')。"),
  NO_HAS(
      "\"{expression}\" asks has(). A missing item makes the whole answer missing; remove has().",
      "“{expression}”使用了 has()。条目缺失时整个结果即为缺失；请去掉 has()。"),
  NO_NULL(
      "\"{expression}\" compares with null. A missing item makes the whole answer missing; remove"
          + " it.",
      "“{expression}”与 null 比较。条目缺失时整个结果即为缺失；请去掉。"),
  UNKNOWN_FUNCTION(
      "\"{expression}\" calls {value}(), which does not exist. Allowed: {allowed}.",
      "“{expression}”调用了不存在的 {value}()。可用：{allowed}。"),
  BAD_LITERAL(
      "\"{expression}\": {function}() takes one written value, {allowed}; got {value}.",
      "“{expression}”：{function}() 只接受一个直接写出的值，{allowed}；当前为 {value}。"),
  NO_DATE_EQUALITY(
      "\"{expression}\" compares dates with {value}. Write a.on(b), which knows incomplete dates.",
      "“{expression}”用 {value} 比较日期。请写作 a.on(b)，它能处理不完整的日期。");

  private final Words words;

  ExpressionRule(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public String id() {
    return "protocol.expression." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Words words() {
    return words;
  }
}
