package org.lodestar.trial.capture;

import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** The rules of data capture, with the sentences that explain and refuse. */
public enum CaptureRule implements Rule {
  ITEM("capture.item", "As entered: {value}", "录入值：{value}"),
  NOT_ENTERED(
      "capture.not-entered",
      "{item} is not entered on {form} ({visit})",
      "{form}（{visit}）中尚未录入 {item}"),
  NO_FORM("capture.no-form", "{form} ({visit}) has not been started", "{form}（{visit}）尚未开始填写"),
  MISSING_FOR_REASON(
      "capture.missing-for-reason",
      "{item} has no value; the reason given is: {reason}",
      "{item} 无值，所填原因：{reason}"),
  REDACTED(
      "capture.redacted",
      "{item} was taken out because it held personal data (fact {by})",
      "{item} 含个人信息，已被移除（事实 {by}）"),
  UNREADABLE(
      "capture.unreadable",
      "{item} reads \"{text}\", which is not {wanted}; correct the entry",
      "{item} 为“{text}”，不是{wanted}；请更正录入"),
  UNKNOWN_UNIT(
      "capture.unknown-unit",
      "{item} is entered in {unit}; the units that can be converted are {units}",
      "{item} 录入单位为 {unit}；可换算的单位为 {units}"),
  UNKNOWN_PARTICIPANT(
      "capture.unknown-participant",
      "No participant {code} is registered in this log; `lodestar participant list` shows who is",
      "本日志中没有登记受试者 {code}；可用 `lodestar participant list` 查看"),
  UNKNOWN_FORM(
      "capture.unknown-form",
      "The protocol in force has no form {form}; it has: {forms}",
      "现行方案没有表单 {form}；已有表单：{forms}"),
  UNKNOWN_ITEM(
      "capture.unknown-item",
      "Form {form} has no item {item}; it has: {items}",
      "表单 {form} 没有项目 {item}；已有项目：{items}"),
  NOTHING_CHANGED(
      "capture.nothing-changed",
      "Nothing was changed on {form}: every value is as saved before",
      "{form} 没有任何改动：各值与此前保存的相同"),
  REASON_NEEDED(
      "capture.reason-needed",
      "{item} was saved before as \"{old}\"; a change to \"{new}\" needs a reason",
      "{item} 此前已保存为“{old}”；改为“{new}”须填写理由"),
  NOT_COMPLETE(
      "capture.not-complete",
      "{form} cannot be declared complete: {items} still lack a value or the reason why there is"
          + " none",
      "{form} 不能标记为完成：{items} 尚无值，也未说明缺失原因"),
  ALREADY_COMPLETE("capture.already-complete", "{form} is already complete", "{form} 已处于完成状态"),
  HARD_CHECK("capture.hard-check", "A check of the form is not met", "表单的一项强制核查未通过"),
  REDACTION_NEEDS(
      "capture.redaction-needs",
      "Taking a value out needs a reason and a second person",
      "移除数据值须填写理由，并由第二人确认"),
  SECOND_PERSON(
      "capture.second-person",
      "The second person must be another than {actor}",
      "第二人不能与操作人 {actor} 相同"),
  NOT_SAVED_THERE(
      "capture.not-saved-there",
      "Fact {seq} did not save {item} on this form; its history shows which facts did",
      "事实 {seq} 未在该表单保存 {item}；请在其历史中查看"),
  NOT_PERMITTED(
      "capture.not-permitted",
      "A {role} may not {action}; this needs one of: {roles}",
      "{role} 无权{action}；需要以下角色之一：{roles}");

  private final String id;
  private final Words words;

  CaptureRule(String id, String en, String zh) {
    this.id = id;
    this.words = new Words(en, zh);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Words words() {
    return words;
  }
}
