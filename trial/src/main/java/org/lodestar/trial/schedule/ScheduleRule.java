package org.lodestar.trial.schedule;

import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** The rules of the schedule, with the sentences that explain what is due when. */
public enum ScheduleRule implements Rule {
  ENROLLED("schedule.enrolled", "enrolled on {value}", "入组日期 {value}"),
  DECIDED("schedule.decided", "set to {value} by a person", "由人员定为 {value}"),
  DIED("schedule.died", "died on or before {value}", "于 {value} 或之前死亡"),
  FRACTION("schedule.fraction", "fraction {number} on {date}", "第 {number} 次放疗于 {date}"),
  FRACTION_DAY("schedule.fraction-day", "irradiated on {value}", "{value} 接受照射"),
  FIRST_DAY(
      "schedule.first-day",
      "the first clinic day not before enrolment on {enrolment} is {value}",
      "{enrolment} 入组后的首个门诊工作日为 {value}"),
  CYCLES(
      "schedule.cycles",
      "{given} of {count} cycles given, {interval} days apart",
      "{count} 个周期中已给 {given} 个，间隔 {interval} 天"),
  MAINTENANCE_CYCLE(
      "schedule.maintenance-cycle",
      "maintenance cycle {cycle}: {value}",
      "维持治疗第 {cycle} 周期：{value}"),
  MAINTENANCE_START(
      "schedule.maintenance-start",
      "maintenance is due on {value}: the later of one cycle after the last of chemotherapy"
          + " ({cycles}) and the assessment since chemoradiation ({assessed}) that shows what is"
          + " asked for: {condition}",
      "维持治疗应于 {value} 开始：取末次化疗后一个周期（{cycles}）与放化疗后首次符合要求的评估" + "（{assessed}）中较晚者；要求：{condition}"),
  MAINTENANCE_WAITS(
      "schedule.maintenance-waits",
      "maintenance waits for an assessment since chemoradiation that shows: {condition}",
      "维持治疗须等待放化疗结束后的评估，其结果应为：{condition}"),
  MAINTENANCE_NOT_AFTER_PROGRESSION(
      "schedule.maintenance-not-after-progression",
      "maintenance does not begin: progression was read on {on}",
      "不开始维持治疗：{on} 评估为进展"),
  MAINTENANCE_STOPPED(
      "schedule.maintenance-stopped",
      "maintenance does not begin: its agents were given up on {on}",
      "不开始维持治疗：相关药物已于 {on} 停用"),
  RADIOTHERAPY_WEEK(
      "schedule.radiotherapy-week",
      "week {week} of radiotherapy begins on {value}",
      "放疗第 {week} 周自 {value} 开始"),
  LAST_FRACTION("schedule.last-fraction", "the last fraction falls on {value}", "末次放疗为 {value}"),
  CYCLE_GIVEN("schedule.cycle-given", "cycle {cycle} began on {value}", "第 {cycle} 周期于 {value} 开始"),
  CYCLE_DECIDED(
      "schedule.cycle-decided",
      "day 1 of cycle {cycle} was set to {value} by a person; the rule gives {proposed}",
      "第 {cycle} 周期第 1 天由人员定为 {value}；按规则应为 {proposed}"),
  CYCLE_PLANNED(
      "schedule.cycle-planned",
      "day 1 of cycle {cycle} is {interval} days after {before}: {value} (first planned: {first})",
      "第 {cycle} 周期第 1 天为 {before} 后 {interval} 天：{value}（原计划：{first}）"),
  RADIOTHERAPY_START(
      "schedule.radiotherapy-start",
      "the first fraction is due on day {day} of cycle {cycle}: {due}; the machine's first working"
          + " day from there is {value}",
      "首次放疗应在第 {cycle} 周期第 {day} 天（{due}）；设备自该日起的首个工作日为 {value}"),
  FRACTIONS(
      "schedule.fractions",
      "{delivered} of {fractions} fractions delivered; the last one falls on {end}, {overall} days"
          + " after and with the first, {overrun} more than this start needs on the calendar"
          + " ({planned} days)",
      "{fractions} 次中已完成 {delivered} 次；末次为 {end}，总时间 {overall} 天，比该开始日按日历所需的"
          + " {planned} 天多 {overrun} 天"),
  FRACTIONS_PROVISIONAL(
      "schedule.fractions-provisional",
      "provisional: no calendar is published from {from} on; the last of {fractions} fractions is"
          + " expected on {end}",
      "暂定：{from} 起的日历尚未公布；{fractions} 次放疗的末次预计为 {end}"),
  ASSESSMENT(
      "schedule.assessment",
      "assessment {number} is due {interval} days after the one before, counted from {origin}:"
          + " {planned}",
      "第 {number} 次评估自 {origin} 起按 {interval} 天间隔计算：{planned}"),
  ASSESSMENT_DAY("schedule.assessment-day", "due on {value}", "应于 {value} 进行"),
  ASSESSMENT_AFTER_RADIOTHERAPY(
      "schedule.assessment-after-radiotherapy",
      "the assessment after radiotherapy is due {weeks} weeks after the last fraction on {end}:"
          + " {value}",
      "放疗后评估应在末次放疗（{end}）后 {weeks} 周：{value}"),
  VISIT(
      "schedule.visit",
      "{visit} is planned {offset} days from {anchor} ({date}): {value}",
      "{visit} 计划于{anchor}（{date}）起第 {offset} 天：{value}"),
  START_PAIRS(
      "schedule.start-pairs",
      "{count} pairs of a chemotherapy day and a radiotherapy day around {planned}, the best first",
      "{planned} 前后的化疗日与放疗日组合共 {count} 个，最佳者在前"),
  NOT_JUDGED("schedule.not-judged", "clinical stability was not judged", "未判断临床稳定性"),
  SUPPOSED("schedule.supposed", "{value}, as supposed", "假设为 {value}"),
  WHAT_IF(
      "schedule.what-if",
      "if day 1 of cycle {cycle} moved from {from} to {to}; nothing is saved",
      "假设第 {cycle} 周期第 1 天由 {from} 改为 {to}；不保存任何内容"),
  WHAT_IF_NOT_PLANNED(
      "schedule.what-if-not-planned", "cycle {cycle} is not planned", "没有计划第 {cycle} 周期"),
  WHAT_IF_PAST(
      "schedule.what-if-past",
      "cycle {cycle} was given on {date}; what happened does not move",
      "第 {cycle} 周期已于 {date} 给药；已发生的事不可移动"),
  WHAT_IF_TOO_EARLY(
      "schedule.what-if-too-early",
      "cycle {cycle} cannot be on {date}; the earliest day is {min}",
      "第 {cycle} 周期不能定在 {date}；最早为 {min}"),
  CYCLE_OUTSIDE_WINDOW(
      "schedule.cycle-outside-window",
      "cycle {cycle} on {date} is {days} days from the day due ({due}); the window is"
          + " {treatment.cycle-window-days}",
      "第 {cycle} 周期（{date}）与应有日期（{due}）相差 {days} 天；窗口为" + " {treatment.cycle-window-days}"),
  CYCLE_DELAYED_TOO_LONG(
      "schedule.cycle-delayed-too-long",
      "cycle {cycle} on {date} is delayed by {days} days; the longest delay is"
          + " {treatment.delay-max-days}",
      "第 {cycle} 周期（{date}）延迟 {days} 天；最长允许 {treatment.delay-max-days}"),
  RADIOTHERAPY_STARTS_LATE(
      "schedule.radiotherapy-starts-late",
      "radiotherapy starts on {date}; it is due on {due}, at the latest on {latest}",
      "放疗于 {date} 开始；应于 {due}，最迟 {latest}"),
  OVERALL_TIME_LONG(
      "schedule.overall-time-long",
      "the overall time of {overall} days is {overrun} more than this start needs ({planned})",
      "总治疗时间 {overall} 天，比该开始日所需（{planned} 天）多 {overrun} 天"),
  OVERALL_TIME_TOO_LONG(
      "schedule.overall-time-too-long",
      "the overall time of {overall} days is {overrun} more than this start needs ({planned}), more"
          + " than any variation allows",
      "总治疗时间 {overall} 天，比该开始日所需（{planned} 天）多 {overrun} 天，超出可接受偏差"),
  INTERRUPTION_TOO_LONG(
      "schedule.interruption-too-long",
      "radiotherapy is interrupted for {days} working days; at most {max} are allowed",
      "放疗中断 {days} 个工作日；最多允许 {max} 个"),
  CONSENT_CURRENT(
      "schedule.consent-current",
      "version {signed} of the consent form was signed on {on}; no other is asked for",
      "已于 {on} 签署知情同意书 {signed} 版；无须签署其他版本"),
  CONSENT_OUTDATED(
      "schedule.consent-outdated",
      "version {first} of the consent form was signed on {on}, when the version in force was"
          + " {inForce}; version {version} is to be signed at once",
      "{on} 签署的知情同意书为 {first} 版，当时有效版本为 {inForce}；须立即签署 {version} 版"),
  CONSENT_MENDED(
      "schedule.consent-mended",
      "version {first} of the consent form was signed on {on}, when the version in force was"
          + " {inForce}; version {version} was signed on {signedOn}",
      "{on} 签署的知情同意书为 {first} 版，当时有效版本为 {inForce}；已于 {signedOn} 签署 {version} 版"),
  RECONSENT_DUE(
      "schedule.reconsent-due",
      "version {version} of the consent form, valid from {from}, is to be signed by {due}; asked"
          + " of {who}",
      "知情同意书 {version} 版（{from} 生效）须于 {due} 前签署；适用于：{who}"),
  RECONSENT_OVERDUE(
      "schedule.reconsent-overdue",
      "version {version} of the consent form, valid from {from}, was to be signed by {due} and is"
          + " not; asked of {who}",
      "知情同意书 {version} 版（{from} 生效）应于 {due} 前签署，尚未签署；适用于：{who}"),
  RECONSENT_DONE(
      "schedule.reconsent-done",
      "version {version} of the consent form, valid from {from}, was signed on {signedOn}; due by"
          + " {due}",
      "知情同意书 {version} 版（{from} 生效）已于 {signedOn} 签署；期限为 {due}"),
  RECONSENT_LATE(
      "schedule.reconsent-late",
      "version {version} of the consent form, valid from {from}, was signed on {signedOn}, after"
          + " {due}",
      "知情同意书 {version} 版（{from} 生效）于 {signedOn} 签署，晚于期限 {due}"),
  RECONSENT_ENDED(
      "schedule.reconsent-ended",
      "version {version} of the consent form, valid from {from}, is not asked for since {ended}",
      "知情同意书 {version} 版（{from} 生效）自 {ended} 起不再要求签署"),
  NO_CONSENT("schedule.no-consent", "no consent is recorded", "未记录知情同意"),
  VERSION_NOT_RECORDED(
      "schedule.version-not-recorded",
      "the version of the consent form that was signed is not recorded",
      "未记录所签知情同意书的版本"),
  NO_ANCHOR(
      "schedule.no-anchor",
      "{what} is planned from {anchor}, of which no date is known yet",
      "{what} 以{anchor}为起点，其日期尚不可知");

  private final String id;
  private final Words words;

  ScheduleRule(String id, String en, String zh) {
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
