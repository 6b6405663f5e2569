package org.lodestar.trial.protocol;

import java.util.Locale;
import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** What the forms of a trial, and the entries in them, must obey. */
public enum FormRule implements Rule {
  KEY_IS_FILE_NAME(
      "The form calls itself {value}, but the file is {file}. Name both alike.",
      "表单键为 {value}，但文件名为 {file}。两者须一致。"),
  DUPLICATE_ITEM("The item {item} stands twice in this form.", "此表单中条目 {item} 重复。"),
  DUPLICATE_CODE("The code {value} of {item} stands twice.", "{item} 的编码 {value} 重复。"),
  RESERVED_NAME(
      "No item may be called {value}: the language of expressions uses that word.",
      "条目不能命名为 {value}：表达式语言保留该词。"),
  LACKS_ITEM(
      "A form of the kind {kind} needs the item {item} ({type}); rules use it.",
      "{kind} 类表单必须含条目 {item}（{type}），规则需要用到。"),
  TYPE_OF_KIND(
      "{item} is of type {value}; for the kind {kind} it must be {allowed}.",
      "{item} 的类型为 {value}；{kind} 类表单要求为 {allowed}。"),
  DIMENSION_OF_KIND(
      "{item} measures {value}; for the kind {kind} it must be {allowed}.",
      "{item} 的量纲为 {value}；{kind} 类表单要求为 {allowed}。"),
  CODE_OF_KIND(
      "{item} has the code {value}; for the kind {kind} it may have only: {allowed}.",
      "{item} 含编码 {value}；{kind} 类表单只允许：{allowed}。"),
  CHOICES(
      "{item} is of type {value}; a choice, and only a choice, has choices.",
      "{item} 的类型为 {value}；选项仅用于且必须用于 choice 类型。"),
  UNITS(
      "{item} has the unit {value}; its dimension allows: {allowed}.",
      "{item} 含单位 {value}；其量纲允许：{allowed}。"),
  DIMENSION_WITHOUT_DECIMAL(
      "{item} is of type {value}; only decimals have dimension, units and reference range.",
      "{item} 的类型为 {value}；只有小数条目可有量纲、单位与参考范围。"),
  RANGE(
      "The {which} range of {item} is {value}; it must be {allowed}.",
      "{item} 的 {which} 范围为 {value}；须为 {allowed}。"),
  CHECK_OF_OTHER_FORM("The check {check} names no item of this form.", "核查 {check} 未引用本表单的任何条目。"),
  NO_AGENT_ITEM(
      "The trial has the agent {agent}, but this form has no item {item}.",
      "试验含药物 {agent}，但此表单没有条目 {item}。"),
  NO_AGENT_CODE(
      "The trial has the agent {agent}, but {item} has no such code.",
      "试验含药物 {agent}，但 {item} 没有该编码。"),
  UNREADABLE(
      "{item}: \"{value}\" cannot be read. Enter it like: {allowed}.",
      "{item}：无法识别“{value}”。请按此格式填写：{allowed}。"),
  UNKNOWN_UNIT(
      "{item}: the unit {value} is not known here. Choose one of: {allowed}.",
      "{item}：不认识单位 {value}。请选择：{allowed}。"),
  IMPOSSIBLE(
      "{item}: {value} is not possible; it lies within {allowed}. Check digits and unit.",
      "{item}：{value} 不可能；应在 {allowed} 之内。请核对数值与单位。"),
  UNUSUAL(
      "{item}: {value} is unusual; mostly it lies within {allowed}. Confirm or correct it.",
      "{item}：{value} 不常见；通常在 {allowed} 之内。请确认或更正。");

  private final Words words;

  FormRule(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public String id() {
    return "protocol.form." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Words words() {
    return words;
  }
}
