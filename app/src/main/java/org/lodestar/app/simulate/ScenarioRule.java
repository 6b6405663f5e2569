package org.lodestar.app.simulate;

import java.util.Locale;
import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** What can be wrong with a scenario file, in both languages. */
enum ScenarioRule implements Rule {
  NOT_YAML("not YAML: {detail}", "不是 YAML：{detail}"),
  WRONG_FORMAT(
      "the format is \"{value}\"; this program reads \"{allowed}\"",
      "格式为“{value}”；本程序读取“{allowed}”"),
  MISSING("{name} is missing; it must be {allowed}", "缺少 {name}；应为{allowed}"),
  WRONG_VALUE("{name} is \"{value}\"; it must be {allowed}", "{name} 为“{value}”；应为{allowed}"),
  UNKNOWN_NAME("{name} is not known here; known are {allowed}", "此处没有 {name}；可用的有 {allowed}"),
  REVERSED(
      "the last consent {value} is before the first; it must not be", "末次知情同意 {value} 早于首次；不得如此");

  private final String en;
  private final String zh;

  ScenarioRule(String en, String zh) {
    this.en = en;
    this.zh = zh;
  }

  @Override
  public String id() {
    return "scenario." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Words words() {
    return new Words(en, zh);
  }
}
