package org.lodestar.trial.protocol;

import java.util.Locale;
import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/**
 * What is worth a note when a trial's documents are read side by side. The trial can run with all
 * of these; somebody should think about each. {@link Contradictions} finds all but the last three
 * in a protocol as in a registry record.
 */
public enum LintRule implements Rule {
  OUTCOME_CALLED_OTHERWISE(
      "{outcome} is called {called} in its text and listed as {place}.",
      "“{outcome}”文字中称为{called}，却列为{place}。"),
  ENROLMENT_BY_MULTIPLYING(
      "{planned} is {required} x {factor} = {product}, rounded up. To keep {required} after"
          + " {dropout} % have dropped out, {required} / {remaining} = {quotient}, so {enough} are"
          + " needed; {planned} leave {left}.",
      "{planned} = {required} × {factor} = {product} 进位。若要在 {dropout} % 脱落后仍有 {required} 例，须"
          + " {required} / {remaining} = {quotient}，即 {enough} 例；{planned} 例仅余 {left} 例。"),
  ENROLMENT_UNEXPLAINED(
      "{planned} is not explained by {required}: with {dropout} % dropout {required} / {remaining}"
          + " = {quotient}, so {enough}.",
      "{required} 不能解释 {planned}：脱落率 {dropout} % 时 {required} / {remaining} = {quotient}，即"
          + " {enough}。"),
  SEQUENTIAL_STARTS_IN_CYCLE(
      "Radiotherapy is called sequential, but starts on day {day} of cycle {cycle}, study day"
          + " {study-day}, while chemotherapy goes on to cycle {cycles}: that is concurrent.",
      "放疗称为“序贯”，却于第 {cycle} 周期第 {day} 天（研究第 {study-day} 天）开始，而化疗持续至第 {cycles} 周期：实为同期。"),
  INTERVENTIONS_LACK_DRUGS(
      "The treatment is described with {drugs}, but the list of interventions has only: {listed}.",
      "治疗描述中有 {drugs}，但干预措施列表仅有：{listed}。"),
  MAINTENANCE_BEYOND_TIME_FRAME(
      "{before} days up to radiotherapy + at least {fractions} days of radiotherapy + up to"
          + " {maintenance} months of maintenance = about {sum} months of treatment, but {outcome}"
          + " is measured for {frame} months.",
      "放疗前 {before} 天 + 放疗至少 {fractions} 天 + 维持治疗最长 {maintenance} 个月 ≈ {sum} 个月，而“{outcome}”仅观察"
          + " {frame} 个月。"),
  CLAIM_WITHOUT_COMPARATOR(
      "\"{claim}\" ({objective}) needs a comparator and a null value; missing: {missing}.",
      "“{claim}”（{objective}）须有对照与零假设值；缺少：{missing}。"),
  PRIMARY_WITHOUT_MEASURE(
      "The primary outcome \"{outcome}\" names no figure that sums it up (a proportion, a rate), so"
          + " nothing can be concluded from it.",
      "主要结局“{outcome}”未指明汇总指标（如比例、率），无从得出结论。"),
  OUTCOME_WITHOUT_TIME_FRAME(
      "{outcome} has no time frame: it is not said how long they are recorded.",
      "“{outcome}”没有时间范围：未说明记录多久。"),
  SURVIVAL_BY_RESPONSE_CRITERIA(
      "{outcome} is said to be judged by {instrument}; death needs no response criteria.",
      "“{outcome}”称按 {instrument} 评价；死亡无须疗效标准。"),
  NOT_MENTIONED(
      "{label} is not mentioned. Write a value with its source, or 'unspecified'.",
      "未提及“{label}”。请写明取值及来源，或写明 unspecified。"),
  NOT_DECIDED(
      "{label} is not specified. To decide: {deciders}.", "“{label}”未规定。须由以下人员决定：{deciders}。"),
  EXAMPLE_VALUE(
      "{label}: {value} is an example value, unconfirmed. To confirm: {deciders}.",
      "“{label}”：{value} 为示例值，未确认。须由以下人员确认：{deciders}。");

  private final Words words;

  LintRule(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public String id() {
    return "protocol.lint." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Words words() {
    return words;
  }
}
