package org.lodestar.trial.deviation;

import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** The rules that find deviations from the protocol, with the sentence that each leaves. */
public enum DeviationRule implements Rule {
  CONSENT_AFTER_PROCEDURE(
      "deviation.consent-after-procedure",
      Severity.MAJOR,
      "{what} on {date}, before consent ({consent})",
      "{what}于 {date} 进行，早于知情同意（{consent}）"),
  CONSENT_OUTDATED(
      "deviation.consent-outdated",
      Severity.MAJOR,
      "first consent on {on} with version {first} of the form, when the version in force was"
          + " {inForce}",
      "首次知情同意（{on}）签署的为 {first} 版，当时有效版本为 {inForce}"),
  RECONSENT_LATE(
      "deviation.reconsent-late",
      Severity.MINOR,
      "consent version {version} was signed on {signedOn}; it was due by {due}",
      "知情同意书 {version} 版于 {signedOn} 签署；期限为 {due}"),
  RECONSENT_MISSING(
      "deviation.reconsent-missing",
      Severity.MAJOR,
      "consent version {version} was due by {due} and was not signed",
      "知情同意书 {version} 版应于 {due} 前签署，未签署"),
  PROCEDURE_WITHOUT_RECONSENT(
      "deviation.procedure-without-reconsent",
      Severity.MAJOR,
      "{what} on {date}, after consent version {version} was due ({due}) and before it was signed",
      "{what}于 {date} 进行，此时知情同意书 {version} 版已过期限（{due}）而尚未签署"),
  FRACTION_BEFORE_CYCLE(
      "deviation.fraction-before-cycle",
      Severity.MAJOR,
      "fraction {number} on {date}, before day {day} of cycle {cycle} ({due})",
      "第 {number} 次放疗于 {date} 进行，早于第 {cycle} 周期第 {day} 天（{due}）"),
  FRACTION_BEYOND_PLAN(
      "deviation.fraction-beyond-plan",
      Severity.MAJOR,
      "{delivered} fractions delivered, the last on {date}; the protocol plans {planned}",
      "已完成 {delivered} 次放疗，末次为 {date}；方案规定 {planned} 次"),
  FRACTIONS_MISSING(
      "deviation.fractions-missing",
      Severity.MAJOR,
      "radiotherapy ended on {date} after {delivered} of {planned} fractions",
      "放疗于 {date} 结束，完成 {delivered} 次，方案规定 {planned} 次"),
  FRACTION_DOSE(
      "deviation.fraction-dose",
      Severity.MINOR,
      "fraction {number} on {date} with {dose} Gy; the protocol prescribes {planned} Gy",
      "第 {number} 次放疗（{date}）剂量 {dose} Gy；方案规定 {planned} Gy"),
  DRUG_DOSE(
      "deviation.drug-dose",
      Severity.MAJOR,
      "{agent} in cycle {cycle} on {date}: {dose} mg given, {planned} mg {basis}; more than"
          + " {percent} % apart",
      "{agent} 第 {cycle} 周期（{date}）：实际 {dose} mg，{basis} {planned} mg，相差超过 {percent}%"),
  NOT_PRESCRIBED(
      "deviation.not-prescribed",
      Severity.MAJOR,
      "{agent} in cycle {cycle} on {date} was given without a prescription on record",
      "{agent} 第 {cycle} 周期（{date}）给药，但无处方记录"),
  GIVEN_AGAINST_DECISION(
      "deviation.given-against-decision",
      Severity.MAJOR,
      "{agent} in cycle {cycle} was given on {date} although the decision was: {decision}",
      "{agent} 第 {cycle} 周期于 {date} 给药，而处方决定为：{decision}"),
  ASSESSMENT_OUTSIDE_WINDOW(
      "deviation.assessment-outside-window",
      Severity.MINOR,
      "tumour assessment on {date}; the nearest one due is {due}, {earliest} to {latest}",
      "肿瘤评估日期 {date}；最近一次应在 {due}（{earliest} 至 {latest}）"),
  ASSESSMENT_MISSED(
      "deviation.assessment-missed",
      Severity.MAJOR,
      "no tumour assessment from {earliest} to {latest}; it was due on {due}",
      "{earliest} 至 {latest} 无肿瘤评估；应于 {due} 进行"),
  CYCLE_OUTSIDE_WINDOW(
      "deviation.cycle-outside-window",
      Severity.MINOR,
      "cycle {cycle} on {date} is {days} days from the day due ({due}), without a hold on record",
      "第 {cycle} 周期（{date}）与应有日期（{due}）相差 {days} 天，且无暂停记录"),
  CYCLE_DELAYED_TOO_LONG(
      "deviation.cycle-delayed-too-long",
      Severity.MAJOR,
      "cycle {cycle} on {date} was given after a delay of {days} days; the longest is"
          + " {treatment.delay-max-days}",
      "第 {cycle} 周期（{date}）延迟 {days} 天后给药；最长允许 {treatment.delay-max-days}"),
  RADIOTHERAPY_STARTS_LATE(
      "deviation.radiotherapy-starts-late",
      Severity.MINOR,
      "radiotherapy started on {date}; it was due on {due}, at the latest on {latest}",
      "放疗于 {date} 开始；应于 {due}，最迟 {latest}"),
  OVERALL_TIME_LONG(
      "deviation.overall-time-long",
      Severity.MINOR,
      "the overall time of {overall} days was {overrun} more than this start needed ({planned})",
      "总治疗时间 {overall} 天，比该开始日所需（{planned} 天）多 {overrun} 天"),
  OVERALL_TIME_TOO_LONG(
      "deviation.overall-time-too-long",
      Severity.MAJOR,
      "the overall time of {overall} days was {overrun} more than this start needed ({planned}),"
          + " beyond any variation",
      "总治疗时间 {overall} 天，比该开始日所需（{planned} 天）多 {overrun} 天，超出可接受偏差"),
  INTERRUPTION_TOO_LONG(
      "deviation.interruption-too-long",
      Severity.MAJOR,
      "radiotherapy was interrupted for {days} working days; at most {max} are allowed",
      "放疗中断 {days} 个工作日；最多允许 {max} 个"),
  PLAN_AGAINST_PRESCRIPTION(
      "deviation.plan-against-prescription",
      Severity.MAJOR,
      "the plan approved on {date} gives {dose} Gy in {fractions} fractions; the protocol"
          + " prescribes {total} Gy in {count}",
      "{date} 批准的计划为 {dose} Gy/{fractions} 次；方案规定 {total} Gy/{count} 次"),
  RADIOTHERAPY_UNACCEPTABLE(
      "deviation.radiotherapy-unacceptable",
      Severity.MAJOR,
      "review of {date} called the {subject} an unacceptable variation",
      "{date} 审核判定{subject}为不可接受偏差"),
  PROHIBITED_MEDICATION(
      "deviation.prohibited-medication",
      Severity.MAJOR,
      "{name} ({class}) from {from}, a class that is prohibited during study treatment",
      "自 {from} 使用 {name}（{class}），研究治疗期间禁用"),
  NOT_ELIGIBLE(
      "deviation.not-eligible",
      Severity.MAJOR,
      "treated on {first} although a criterion was not met: {criterion}; the participant stays in"
          + " every set",
      "{first} 开始治疗，但不符合标准：{criterion}；仍保留在各分析集"),
  ANALYSIS_SET("deviation.analysis-set", Severity.MINOR, "{set}: {value}", "{set}：{value}"),
  PREGNANCY_REPORT_LATE(
      "deviation.pregnancy-report-late",
      Severity.MAJOR,
      "pregnancy ({who}): reported on {date}, due by {due}",
      "妊娠（{who}）：报告于 {date}，期限为 {due}"),
  SERIOUS_REPORT_LATE(
      "deviation.serious-report-late",
      Severity.MAJOR,
      "serious adverse event {event}: {report} report on {date}, due by {due}",
      "严重不良事件 {event}：{report} 报告于 {date}，期限为 {due}");

  private final String id;
  private final Severity severity;
  private final Words words;

  DeviationRule(String id, Severity severity, String en, String zh) {
    this.id = id;
    this.severity = severity;
    this.words = new Words(en, zh);
  }

  @Override
  public String id() {
    return id;
  }

  /** What the rule proposes; a person decides. */
  public Severity severity() {
    return severity;
  }

  @Override
  public Words words() {
    return words;
  }
}
