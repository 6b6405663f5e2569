package org.lodestar.trial.safety;

import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** The rules of safety, with the sentences that explain a value or say why there is none. */
public enum SafetyRule implements Rule {
  FIRST_TREATMENT("safety.first-treatment", "first study treatment on {value}", "首次研究治疗日期 {value}"),
  LAST_TREATMENT(
      "safety.last-treatment", "last study treatment so far on {value}", "迄今末次研究治疗日期 {value}"),
  FIRST_FRACTION("safety.first-fraction", "first fraction on {value}", "首次放疗日期 {value}"),
  LAST_FRACTION("safety.last-fraction", "last fraction so far on {value}", "迄今末次放疗日期 {value}"),
  ADVERSE_EVENT(
      "safety.adverse-event",
      "{term}, grade {grade}, from {from}{until}",
      "{term}，{grade} 级，自 {from}{until}"),
  TREATMENT_EMERGENT(
      "safety.treatment-emergent",
      "{term} began on {from}; treatment ran from {first} to {last}, and {days} days after it still"
          + " count: {value}",
      "{term} 始于 {from}；治疗期 {first} 至 {last}，其后 {days} 天内仍计入：{value}"),
  RELATED("safety.related", "{term} related to {cause}: {value}", "{term} 与{cause}的相关性：{value}"),
  WORST_GRADE(
      "safety.worst-grade",
      "worst grade of {term}: {value}, of {events} records",
      "{term} 的最高级别：{value}（共 {events} 条记录）"),
  RADIATION_EFFECT(
      "safety.radiation-effect",
      "{term} began {days} days {side} {origin}; from day {limit} on an effect is late: {value}",
      "{term} 始于{origin}{side} {days} 天；第 {limit} 天起为晚期反应：{value}"),
  BEFORE_RADIOTHERAPY(
      "safety.before-radiotherapy",
      "{term} began on {from}, before the first fraction on {first}: no effect of radiation",
      "{term} 始于 {from}，早于首次放疗（{first}）：不属于放射反应"),
  SPECIAL_INTEREST(
      "safety.special-interest", "{term} is of special interest: {value}", "{term} 属特别关注：{value}"),
  GRADE_NOT_OF_TERM(
      "safety.grade-not-of-term",
      "{term} has no grade {grade}; it has {existing}",
      "{term} 没有 {grade} 级；可用级别：{existing}"),
  GRADE_WITHOUT_EVENT(
      "safety.grade-without-event",
      "{term}, grade {grade} on {date}; no adverse event of this grade was recorded for that day",
      "{term} 于 {date} 为 {grade} 级；当日未记录该级别的不良事件"),
  FATAL_WITHOUT_DEATH(
      "safety.fatal-without-death",
      "adverse event {event} is fatal, but no death with its date is recorded",
      "不良事件 {event} 为致死性，但没有死亡记录及日期"),
  GRADE_AGAINST_OUTCOME(
      "safety.grade-against-outcome",
      "adverse event {event}: grade 5 and a fatal outcome belong together",
      "不良事件 {event}：5 级与结局“死亡”应一致"),
  FATAL_ON_ANOTHER_DAY(
      "safety.fatal-on-another-day",
      "fatal adverse event {event} ended on {ended}, but death is dated {died}",
      "致死性不良事件 {event} 结束于 {ended}，但死亡日期为 {died}"),
  FATAL_NOT_IN_REPORT(
      "safety.fatal-not-in-report",
      "adverse event {event} is fatal, but no serious report of it says so",
      "不良事件 {event} 为致死性，但其严重不良事件报告未注明死亡"),
  SERIOUS_WITHOUT_REPORT(
      "safety.serious-without-report",
      "adverse event {event} is serious, but there is no serious report of it",
      "不良事件 {event} 为严重，但没有相应的严重不良事件报告"),
  REPORT_WITHOUT_EVENT(
      "safety.report-without-event",
      "a serious report names adverse event {event}, which is not recorded",
      "严重不良事件报告所指的不良事件 {event} 没有记录"),
  REPORT_OF_NOT_SERIOUS(
      "safety.report-of-not-serious",
      "adverse event {event} has a serious report, but is recorded as not serious",
      "不良事件 {event} 有严重不良事件报告，但记录为非严重"),
  REPORTED_DEATH_NOT_FATAL(
      "safety.reported-death-not-fatal",
      "a serious report of adverse event {event} says death, but the event is not fatal",
      "不良事件 {event} 的严重不良事件报告注明死亡，但该事件并非致死性"),
  HOSPITAL_WITHOUT_DAYS(
      "safety.hospital-without-days",
      "the serious report of adverse event {event} says hospital, but names no day of admission",
      "不良事件 {event} 的严重不良事件报告注明住院，但没有入院日期"),
  TOXIC_DEATH_WITHOUT_EVENT(
      "safety.toxic-death-without-event",
      "death by toxicity of treatment is recorded, but no fatal adverse event",
      "死亡原因为治疗毒性，但没有致死性不良事件记录"),
  ALIVE_AFTER_DEATH(
      "safety.alive-after-death",
      "a contact on {on} found the participant alive, but death is dated {died}",
      "{on} 随访记录存活，但死亡日期为 {died}"),
  SERIOUS_CLOCK(
      "safety.serious-report-due",
      "known on {aware}; the sponsor must have it within {hours} hours, by {value}",
      "获知时间 {aware}；须于 {hours} 小时内（{value} 前）报告申办者"),
  SUSAR_CLOCK(
      "safety.susar-report-due",
      "a suspected, unexpected reaction known on {aware}; to be reported within {days} days, by"
          + " {value}",
      "可疑且非预期的严重不良反应，获知时间 {aware}；须于 {days} 天内（{value} 前）报告"),
  SERIOUS_REPORTED(
      "safety.serious-reported",
      "reported at {reported}, due by {due}: {value}",
      "报告时间 {reported}，期限 {due}：{value}"),
  LABORATORY_GRADE(
      "safety.laboratory-grade",
      "{term} by laboratory value {measured} (limits {lln} to {uln}): grade {value}",
      "依据检验值 {measured}（参考范围 {lln} 至 {uln}），{term}：{value} 级"),
  LABORATORY_GRADE_POSSIBLE(
      "safety.laboratory-grade-possible",
      "{term} by laboratory value {measured} (limits {lln} to {uln}): grade {value}; grade"
          + " {possible} if {flags}",
      "依据检验值 {measured}（参考范围 {lln} 至 {uln}），{term}：{value} 级；若{flags}，则为 {possible} 级"),
  MEASURED("safety.measured", "measured: {value}", "测得值：{value}"),
  CORRECTED_CALCIUM(
      "safety.corrected-calcium",
      "calcium corrected for albumin: {calcium} + 0.02 x (40 - {albumin}) = {value} mmol/L",
      "白蛋白校正钙：{calcium} + 0.02 × (40 - {albumin}) = {value} mmol/L"),
  UNKNOWN_ITEM(
      "safety.unknown-item",
      "The protocol in force has no measured item {item}",
      "现行方案没有检验项目 {item}"),
  NO_TREATMENT("safety.no-treatment", "No study treatment is recorded", "没有研究治疗记录"),
  NO_FRACTION("safety.no-fraction", "No fraction is recorded", "没有放疗分次记录"),
  NOT_A_SUSAR(
      "safety.not-a-susar",
      "Not a suspected unexpected serious reaction, so no expedited report is due",
      "不属于可疑且非预期的严重不良反应，无需快速报告"),
  NO_LIMIT(
      "safety.no-limit",
      "{term} cannot be graded: {lacking} is missing",
      "无法对{term}分级：缺少 {lacking}"),
  UNKNOWN_UNIT(
      "safety.unknown-unit",
      "{term} cannot be graded: the unit {unit} is not one of {known}",
      "无法对{term}分级：单位 {unit} 不在可换算单位（{known}）之中"),
  UNIT_TO_ASK(
      "safety.unit-to-ask",
      "{item} of {on} was entered as {entered}; its unit is none of {known}, so that nothing is"
          + " graded by it. Ask the site for the unit",
      "{on} 的{item}录入为 {entered}；单位不在 {known} 之中，因此不据此分级。请向研究中心查询单位"),
  NO_DICTIONARY(
      "safety.no-dictionary",
      "This program has no {dictionary}; it has {known}",
      "本程序没有 {dictionary}；现有 {known}"),
  GRADE_DOES_NOT_EXIST(
      "safety.grade-does-not-exist",
      "{term} has no grade {grade}; it has {grades}",
      "{term} 没有 {grade} 级；可选级别：{grades}"),
  UNKNOWN_TERM(
      "safety.unknown-term", "{term} is not a term of {dictionary}", "{term} 不是 {dictionary} 的术语");

  private final String id;
  private final Words words;

  SafetyRule(String id, String en, String zh) {
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
