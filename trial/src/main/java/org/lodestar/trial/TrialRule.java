package org.lodestar.trial;

import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** The rules about the trial as a whole, with the sentences that refuse. */
public enum TrialRule implements Rule {
  NOT_OPENED(
      "trial.not-opened",
      "This log is empty; open it first with a trial and whether it is simulated",
      "本日志为空；请先指明试验及是否为模拟后开启"),
  ALREADY_OPENED(
      "trial.already-opened",
      "This log was opened for {trial}; one log holds one trial for ever",
      "本日志已为 {trial} 开启；一个日志始终只属于一个试验"),
  OTHER_TRIAL(
      "trial.other-trial",
      "This log belongs to {trial}; the bundle is of {other}",
      "本日志属于 {trial}；该方案包属于 {other}"),
  NO_PROTOCOL(
      "trial.no-protocol",
      "No protocol is activated yet; run `lodestar protocol activate`",
      "尚未启用任何方案；请运行 `lodestar protocol activate`"),
  ALREADY_ACTIVE(
      "trial.already-active",
      "This very bundle is in force already ({bundle})",
      "该方案包已在执行（{bundle}）"),
  UNREADABLE(
      "trial.unreadable",
      "The bundle {bundle} has {count} errors and cannot be activated; `lodestar protocol lint`"
          + " lists them with their lines",
      "方案包 {bundle} 有 {count} 处错误，不能启用；请运行 `lodestar protocol lint` 查看各处行号"),
  UNCONFIRMED(
      "trial.unconfirmed",
      "A real trial cannot start on example values: {count} decisions lack name and date"
          + " ({settings}); confirm them in decisions.yaml",
      "真实试验不能以示例值启动：{count} 项决定缺少签署人与日期（{settings}）；请在 decisions.yaml 中确认"),
  CUT_EXISTS(
      "trial.cut-exists",
      "A cut named {name} exists already, at fact {seq}; choose another name",
      "名为 {name} 的截点已存在（事实 {seq}）；请换一个名称"),
  CUT_NAME(
      "trial.cut-name",
      "A cut's name has 1 to 40 letters, digits, spaces or hyphens; got: {name}",
      "截点名称为 1 至 40 个字母、数字、空格或连字符；所给为：{name}");

  private final String id;
  private final Words words;

  TrialRule(String id, String en, String zh) {
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
