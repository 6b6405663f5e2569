package org.lodestar.trial.treatment;

import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** The rules of treatment, with the sentences that explain a dose or a decision. */
public enum TreatmentRule implements Rule {
  HELD("treatment.held", "{what} is held since {since}", "{what}自 {since} 起暂停"),
  READ("treatment.read", "{value}", "{value}"),
  NOT_ENROLLED(
      "treatment.not-enrolled",
      "{code} is not enrolled; treatment of the trial is decided after enrolment",
      "{code} 尚未入组；入组后方可决定试验治疗"),
  NOTHING_PROPOSED(
      "treatment.nothing-proposed",
      "Nothing is proposed for {agent} at {visit}; the agents of this visit are: {agents}",
      "{visit} 没有关于 {agent} 的建议；该访视的药物为：{agents}"),
  PROPOSAL_MOVED(
      "treatment.proposal-moved",
      "The values behind the proposal for {agent} changed since it was shown; look at it again and"
          + " decide then",
      "{agent} 的建议所依据的数据在显示后已变化；请重新查看后再决定"),
  DEPARTS_WITHOUT_REASON(
      "treatment.departs-without-reason",
      "{decided} is not what is proposed ({proposed}); say why",
      "决定（{decided}）与建议（{proposed}）不同；须说明理由"),
  SECOND_PERSON_NEEDED(
      "treatment.second-person-needed",
      "This dose needs a second person, other than the one who decides: {why}",
      "该剂量须由决定者以外的第二人核对：{why}"),
  NOT_RECORDED("treatment.not-recorded", "{what} is not recorded", "{what}未记录"),
  GIVEN("treatment.given", "{dose} mg on {on}, cycle {cycle}", "{on} 给予 {dose} mg（第 {cycle} 周期）"),
  RULES_OPEN(
      "treatment.rules-open", "the protocol leaves open: {setting}; ask", "方案未规定：{setting}；须询问"),
  BODY_SURFACE(
      "treatment.body-surface",
      "{height} cm and {weight} kg give {surface} m2 ({formula})",
      "身高 {height} cm、体重 {weight} kg，体表面积 {surface} m2（{formula}）"),
  BODY_SURFACE_CAPPED(
      "treatment.body-surface-capped",
      "{height} cm and {weight} kg give more than the cap; {surface} m2 is used ({formula})",
      "身高 {height} cm、体重 {weight} kg 计算值超过上限，取 {surface} m2（{formula}）"),
  CLEARANCE(
      "treatment.clearance",
      "creatinine clearance {clearance} mL/min (Cockcroft-Gault: {age} years, {weight} kg {which},"
          + " creatinine {creatinine} mg/dL)",
      "肌酐清除率 {clearance} mL/min（Cockcroft-Gault：{age} 岁，{which} {weight} kg，"
          + "肌酐 {creatinine} mg/dL）"),
  CLEARANCE_CAPPED(
      "treatment.clearance-capped",
      "the estimated clearance of {estimated} mL/min is above the cap; {clearance} mL/min is used",
      "估算清除率 {estimated} mL/min 超过上限，取 {clearance} mL/min"),
  CLEARANCE_MEASURED(
      "treatment.clearance-measured",
      "a measured filtration rate of {clearance} mL/min is used instead of an estimate",
      "采用实测滤过率 {clearance} mL/min，不用估算值"),
  DOSE_FLAT("treatment.dose-flat", "{agent}: flat dose of {dose} mg", "{agent}：固定剂量 {dose} mg"),
  DOSE_BY_SURFACE(
      "treatment.dose-by-surface",
      "{agent}: {perUnit} mg/m2 x {surface} m2 = {dose} mg",
      "{agent}：{perUnit} mg/m2 × {surface} m2 = {dose} mg"),
  DOSE_BY_WEIGHT(
      "treatment.dose-by-weight",
      "{agent}: {perUnit} mg/kg x {weight} kg = {dose} mg",
      "{agent}：{perUnit} mg/kg × {weight} kg = {dose} mg"),
  DOSE_BY_AUC(
      "treatment.dose-by-auc",
      "{agent}: AUC {perUnit} x ({clearance} + 25) mL/min = {dose} mg (Calvert)",
      "{agent}：AUC {perUnit} ×（{clearance} + 25）mL/min = {dose} mg（Calvert 公式）"),
  DOSE_ROUNDED(
      "treatment.dose-rounded",
      "{agent}, dose level {level}: {calculated} mg, to be drawn up as {value} mg",
      "{agent}，剂量水平 {level}：计算值 {calculated} mg，实际配制 {value} mg"),
  NO_LEVEL_LEFT(
      "treatment.no-level-left",
      "{agent} has {levels} reduced doses; a further reduction means to stop it",
      "{agent} 仅有 {levels} 个减量水平；再次减量即停用"),
  OUT_OF_RANGE(
      "treatment.out-of-range",
      "No dose is calculated from this: {problem}. Correct the entry",
      "无法据此计算剂量：{problem}。请更正录入"),
  GUARD_AUC(
      "treatment.guard-auc",
      "AUC {value} lies outside {min} to {max}: a reason and a second person are needed",
      "AUC {value} 超出 {min}–{max}：须说明理由并由第二人核对"),
  GUARD_SURFACE(
      "treatment.guard-surface",
      "a body surface of {value} m2 lies outside {min} to {max}: a reason and a second person are"
          + " needed",
      "体表面积 {value} m2 超出 {min}–{max}：须说明理由并由第二人核对"),
  GUARD_CREATININE_OLD(
      "treatment.guard-creatinine-old",
      "the creatinine is {value} days old, more than {max}: a reason and a second person are"
          + " needed",
      "肌酐结果距今 {value} 天，超过 {max} 天：须说明理由并由第二人核对"),
  GUARD_WEIGHT_CHANGED(
      "treatment.guard-weight-changed",
      "the weight changed by {value} % since the dose was calculated ({max} % or more): calculate"
          + " anew",
      "体重较上次计算剂量时变化 {value} %（达到 {max} %）：须重新计算"),
  GUARD_ROUNDING(
      "treatment.guard-rounding",
      "rounding to {step} mg would change the dose by more than {max} %: whole milligrams are used",
      "按 {step} mg 取整将使剂量变化超过 {max} %：按整毫克取值"),
  CONDITION(
      "treatment.condition",
      "{test} {measured} {unit} is within the limits ({limits})",
      "{test} {measured} {unit} 符合要求（{limits}）"),
  CONDITION_NOT_MET(
      "treatment.condition-not-met",
      "{test} {measured} {unit} is outside the limits ({limits}): {action}",
      "{test} {measured} {unit} 不符合要求（{limits}）：{action}"),
  CONDITION_UNKNOWN(
      "treatment.condition-unknown", "{test} cannot be judged: {why}", "{test} 无法判断：{why}"),
  UNIT_OF_CONDITION(
      "treatment.unit-of-condition",
      "the condition on {test} is written in {unit}; units of {test} are: {units}",
      "{test} 的条件以 {unit} 书写；{test} 的单位为：{units}"),
  TOO_OLD(
      "treatment.too-old",
      "{test} was taken on {on}, {days} days before; at most {max} days are allowed",
      "{test} 采样于 {on}，距今 {days} 天；最多允许 {max} 天"),
  WORST_OTHER_GRADE(
      "treatment.worst-other-grade",
      "the worst other ongoing adverse event has grade {value}",
      "其他持续中不良事件的最高级别为 {value} 级"),
  TIMES_UPPER_LIMIT(
      "treatment.times-upper-limit",
      "{measured} is {times} times the upper limit of {limit}",
      "{measured} 为正常上限 {limit} 的 {times} 倍"),
  NO_UPPER_LIMIT(
      "treatment.no-upper-limit",
      "no upper limit of the reference range is known for {test}",
      "{test} 的参考值上限未知"),
  DELAY(
      "treatment.delay",
      "the cycle is delayed by {days} days, at most {max} are allowed",
      "本周期已延迟 {days} 天，最长允许 {max} 天"),
  TOXICITY(
      "treatment.toxicity",
      "{term} grade {grade}: {action} (rule {rule})",
      "{term} {grade} 级：{action}（规则 {rule}）"),
  TOXICITY_NOT_RECOVERED(
      "treatment.toxicity-not-recovered",
      "{term} is at grade {grade} and goes on only at grade {resume} or below: hold",
      "{term} 目前 {grade} 级，须降至 {resume} 级或以下方可恢复：暂停"),
  TOXICITY_STEROID(
      "treatment.toxicity-steroid",
      "{term} has recovered, but prednisone {prednisone} mg a day is above {max} mg: hold",
      "{term} 已恢复，但泼尼松每日 {prednisone} mg 高于 {max} mg：暂停"),
  TOXICITY_STEROID_UNKNOWN(
      "treatment.toxicity-steroid-unknown",
      "{term} has recovered; the daily prednisone is not recorded and must be at most {max} mg:"
          + " ask",
      "{term} 已恢复；泼尼松日剂量未记录，须不超过 {max} mg：须询问"),
  TOXICITY_RECOVERED(
      "treatment.toxicity-recovered",
      "{term} has recovered to grade {grade}; {agent} goes on",
      "{term} 已恢复至 {grade} 级；{agent} 可继续"),
  TOXICITY_REPEATED(
      "treatment.toxicity-repeated",
      "{term} came back at grade {grade}: stop permanently (rule {rule})",
      "{term} 再次出现，{grade} 级：永久停用（规则 {rule}）"),
  HELD_TOO_LONG(
      "treatment.held-too-long",
      "{agent} has been held for {days} days, more than {max}: stop permanently",
      "{agent} 已暂停 {days} 天，超过 {max} 天：永久停用"),
  DELAYED_TOO_LONG(
      "treatment.delayed-too-long",
      "the cycle is delayed by {days} days and the longest delay is {max}: stop {agent}",
      "本周期已延迟 {days} 天，最长允许 {max} 天：停用 {agent}"),
  STOPPED_BEFORE(
      "treatment.stopped-before",
      "{agent} was stopped permanently on {on}",
      "{agent} 已于 {on} 永久停用"),
  NOT_DURING_RADIOTHERAPY(
      "treatment.not-during-radiotherapy",
      "{agent} is not given during radiotherapy: omit",
      "放疗期间不给予 {agent}：略过"),
  TOO_SOON_AFTER_RADIOTHERAPY(
      "treatment.too-soon-after-radiotherapy",
      "{days} days after the last fraction; {agent} needs at least {min}: hold",
      "距末次放疗 {days} 天；{agent} 至少须间隔 {min} 天：暂停"),
  NO_CYCLE_AFTER_RADIOTHERAPY(
      "treatment.no-cycle-after-radiotherapy",
      "no cycle is given after the last fraction, which was on {end}: omit",
      "末次放疗（{end}）之后不再给予化疗周期：略过"),
  DAY_ONE(
      "treatment.day-1",
      "{agent} on {day}: {action} ({count} rules looked at)",
      "{day} {agent}：{action}（共核对 {count} 条规则）"),
  MAINTENANCE_START(
      "treatment.maintenance-start",
      "maintenance: {action}; what is asked for: {condition}; what is known: {status}",
      "维持治疗：{action}；要求：{condition}；现有信息：{status}"),
  MAINTENANCE_END(
      "treatment.maintenance-end",
      "maintenance ends on {value}: {cause}",
      "维持治疗于 {value} 结束：{cause}"),
  LAST_ASSESSMENT(
      "treatment.last-assessment",
      "last tumour assessment, of {on}: {value}",
      "末次肿瘤评估（{on}）：{value}"),
  NOT_SINCE_CHEMORADIATION(
      "treatment.not-since-chemoradiation",
      "no tumour assessment since the last of chemotherapy and radiotherapy on {last}",
      "末次化疗或放疗（{last}）之后尚无肿瘤评估"),
  STABLE_FOR(
      "treatment.stable-for",
      "from the first dose to the last assessment without progression: {value} days",
      "自首次给药至末次未见进展的评估：{value} 天"),
  STABLE_MINIMUM(
      "treatment.stable-minimum",
      "least time for stable disease: {value} days",
      "疾病稳定的最短时间：{value} 天"),
  PROGRESSED("treatment.progressed", "progression was read on {value}", "{value} 评估为进展"),
  MAINTENANCE_OVER(
      "treatment.maintenance-over",
      "maintenance was to end on {end}; this is {day}: stop",
      "维持治疗应于 {end} 结束；本日为 {day}：停止"),
  MAINTENANCE_UNDEFINED(
      "treatment.maintenance-undefined",
      "maintenance cannot be authorised. {why}",
      "不能批准维持治疗。{why}"),
  EXPOSURE(
      "treatment.exposure",
      "{agent}: {given} of {planned} mg in {cycles} cycles over {days} days; relative dose"
          + " intensity {value} %",
      "{agent}：{cycles} 个周期共 {days} 天给药 {given} mg（计划 {planned} mg）；相对剂量强度" + " {value} %"),
  NOTHING_GIVEN("treatment.nothing-given", "{agent} has not been given yet", "{agent} 尚未给药"),
  NO_DATE(
      "treatment.no-date",
      "{what} is counted from {origin}, of which no date is recorded",
      "{what}自{origin}起计算，其日期未记录");

  private final String id;
  private final Words words;

  TreatmentRule(String id, String en, String zh) {
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
