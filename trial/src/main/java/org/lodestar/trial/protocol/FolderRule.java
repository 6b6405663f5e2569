package org.lodestar.trial.protocol;

import java.util.Locale;
import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** What the calendars and the structure names of a trial must obey. */
enum FolderRule implements Rule {
  YEAR_TWICE("The year {value} stands twice.", "年份 {value} 重复。"),
  DAY_TWICE("The day {value} stands twice. Remove one.", "日期 {value} 重复。请删除其一。"),
  OTHER_YEAR(
      "{value} does not lie in {allowed}. Move it to its own year.",
      "{value} 不属于 {allowed} 年。请移至相应年份。"),
  BAD_SPAN(
      "The days {value} run backwards or are more than {allowed} days.",
      "{value} 起止颠倒或超过 {allowed} 天。"),
  UNKNOWN_BASE(
      "There is no calendar {value} to lay this one over. Calendars: {allowed}.",
      "没有可叠加的日历 {value}。已有日历：{allowed}。"),
  NAME_TWICE(
      "{value} names both {first} and {second}. Each name means one structure.",
      "{value} 同时指 {first} 与 {second}。每个名称只能对应一个结构。");

  private final Words words;

  FolderRule(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public String id() {
    return "protocol.folder." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Words words() {
    return words;
  }
}
