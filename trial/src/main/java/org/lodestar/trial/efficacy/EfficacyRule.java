package org.lodestar.trial.efficacy;

import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** The rules of efficacy, with the sentences that explain a value or say why there is none. */
public enum EfficacyRule implements Rule {
  TUMOUR_HISTORY(
      "efficacy.tumour-history", "what one reader recorded of the tumour", "一位阅片者记录的肿瘤情况"),
  SUM(
      "efficacy.sum-of-diameters",
      "sum of diameters at {visit}: {terms} = {value} mm",
      "{visit} 直径总和：{terms} = {value} mm"),
  NADIR(
      "efficacy.nadir",
      "smallest complete sum before {visit}: {value} mm, at {at}",
      "{visit} 之前最小的完整直径总和：{value} mm（{at}）"),
  CHANGE_FROM_BASELINE(
      "efficacy.change-from-baseline",
      "({sum} - {reference}) / {reference} = {value} % from baseline",
      "较基线 ({sum} - {reference}) / {reference} = {value} %"),
  CHANGE_FROM_NADIR(
      "efficacy.change-from-nadir",
      "({sum} - {reference}) / {reference} = {value} % from nadir",
      "较最小值 ({sum} - {reference}) / {reference} = {value} %"),
  TARGET_RESPONSE(
      "efficacy.target-response",
      "target lesions at {visit}: {value} (sum {sum} mm, baseline {baseline} mm, nadir {nadir} mm):"
          + " {why}",
      "{visit} 靶病灶：{value}（总和 {sum} mm，基线 {baseline} mm，最小值 {nadir} mm）：{why}"),
  NON_TARGET_RESPONSE(
      "efficacy.non-target-response",
      "non-target lesions at {visit}: {value} ({findings})",
      "{visit} 非靶病灶：{value}（{findings}）"),
  NEW_LESION(
      "efficacy.new-lesion",
      "unequivocal new lesion at {visit}: {value}",
      "{visit} 明确的新病灶：{value}"),
  OVERALL_RESPONSE(
      "efficacy.overall-response",
      "{value} at {visit}: target {target}, non-target {nonTarget}, new lesion {newLesion}",
      "{visit} 总体疗效 {value}：靶病灶 {target}，非靶病灶 {nonTarget}，新病灶 {newLesion}"),
  RETURN_AFTER_COMPLETE_RESPONSE(
      "efficacy.return-after-complete-response",
      "{value} at {visit}: disease is seen again after a complete response (target {target},"
          + " non-target {nonTarget})",
      "{visit} 总体疗效 {value}：完全缓解后再次出现病灶（靶病灶 {target}，非靶病灶 {nonTarget}）"),
  GROWTH_NOT_CONFIRMED(
      "efficacy.growth-not-confirmed",
      "{value} at {visit}: irradiated lesions grew, which no later assessment has confirmed (target"
          + " {target}, non-target {nonTarget})",
      "{visit} 总体疗效 {value}：受照病灶增大，尚无后续评估确认（靶病灶 {target}，非靶病灶 {nonTarget}）"),
  BEST_RESPONSE(
      "efficacy.best-response",
      "best overall response without confirmation: {value}, {date}",
      "最佳总体疗效（无需确认）：{value}，{date}"),
  BEST_RESPONSE_CONFIRMED(
      "efficacy.best-response-confirmed",
      "best overall response with confirmation: {value}, {date}",
      "最佳总体疗效（需确认）：{value}，{date}"),
  PROGRESSION("efficacy.progression", "first progression: {value}", "首次进展：{value}"),
  BIOPSY_PROVEN(
      "efficacy.biopsy-proven-progression",
      "recurrence proven by biopsy on {value} is progression",
      "{value} 活检证实复发，判为进展"),
  NEW_THERAPY(
      "efficacy.new-anticancer-therapy",
      "first new anti-cancer therapy: {therapy} on {value}",
      "首次新的抗肿瘤治疗：{therapy}，{value}"),
  ORIGIN("efficacy.time-origin", "{origin}: {value}", "{origin}：{value}"),
  DEATH("efficacy.death", "died on {value}", "死亡日期 {value}"),
  LAST_ALIVE("efficacy.last-known-alive", "last known alive on {value}", "末次确认存活日期 {value}"),
  PFS(
      "efficacy.progression-free-survival",
      "progression-free survival from {origin} to {date}: {days} days, {result} ({reason})",
      "无进展生存期 {origin} 至 {date}：{days} 天，{result}（{reason}）"),
  OS(
      "efficacy.overall-survival",
      "overall survival from {origin} to {date}: {days} days, {result} ({reason})",
      "总生存期 {origin} 至 {date}：{days} 天，{result}（{reason}）"),
  DURATION_OF_RESPONSE(
      "efficacy.duration-of-response",
      "duration of response from {origin} to {date}: {days} days, {result} ({reason})",
      "缓解持续时间 {origin} 至 {date}：{days} 天，{result}（{reason}）"),
  CURVE(
      "efficacy.survival-curve",
      "Kaplan-Meier curve of {participants} participants with {events} events; {without} without a"
          + " time",
      "{participants} 例受试者的 Kaplan-Meier 曲线，事件 {events} 例；{without} 例无时间数据"),
  LANDMARK_RATE(
      "efficacy.landmark-rate",
      "rate at day {day}: {rate} ({level} % interval {lower} to {upper}), {atRisk} at risk",
      "第 {day} 天的率：{rate}（{level}% 区间 {lower} 至 {upper}），风险人数 {atRisk}"),
  RESPONSE_RATE(
      "efficacy.response-rate",
      "objective response in {responders} of {participants}: {rate} ({level} % interval {lower} to"
          + " {upper}); who was not assessed counts as no response",
      "{participants} 例中客观缓解 {responders} 例：{rate}（{level}% 区间 {lower} 至 {upper}）；未评估者计为无缓解"),
  DISEASE_CONTROL_RATE(
      "efficacy.disease-control-rate",
      "disease control in {count} of {participants}: {rate} ({level} % interval {lower} to"
          + " {upper}); who was not assessed counts as not controlled",
      "{participants} 例中疾病控制 {count} 例：{rate}（{level}% 区间 {lower} 至 {upper}）；未评估者计为未控制"),
  EARLY_MORTALITY(
      "efficacy.early-mortality",
      "{count} of {participants} died within {days} days of the last study treatment: {rate}"
          + " ({level} % interval {lower} to {upper})",
      "{participants} 例中 {count} 例于末次研究治疗后 {days} 天内死亡：{rate}（{level}% 区间 {lower} 至 {upper}）"),
  DAYS_TO_DEATH(
      "efficacy.days-from-last-treatment-to-death",
      "died {value} days after the last study treatment on {last}",
      "末次研究治疗（{last}）后 {value} 天死亡"),
  LOST(
      "efficacy.lost-to-follow-up",
      "lost to follow-up since {value}: {attempts} attempts in a row without reaching anybody",
      "自 {value} 起失访：连续 {attempts} 次未能联系到"),
  NOT_LOST(
      "efficacy.not-lost",
      "Not lost: {attempts} attempts in a row failed, {needed} are needed",
      "未失访：连续 {attempts} 次未联系到，须达 {needed} 次"),
  RESPONSE_IN_TIME(
      "efficacy.response-in-time",
      "best overall response of the assessments up to month {months} (until {until}): {value},"
          + " {date}",
      "截至第 {months} 个月（{until}）的最佳总体疗效：{value}，{date}"),
  NOMINAL_VISIT(
      "efficacy.nominal-visit",
      "at the assessment due on {due} ({earliest} to {latest}): {value}",
      "应于 {due}（{earliest} 至 {latest}）进行的评估：{value}"),
  INTERVAL_TIME(
      "efficacy.interval-censored",
      "progression between day {left} and day {right}",
      "进展发生于第 {left} 天至第 {right} 天之间"),
  IRECIST(
      "efficacy.irecist",
      "iRECIST, beside RECIST 1.1: {responses}; best {value}",
      "iRECIST（与 RECIST 1.1 并列）：{responses}；最佳 {value}"),
  ENDOSCOPY(
      "efficacy.endoscopy", "primary tumour by endoscopy on {on}: {value}", "{on} 内镜评价原发灶：{value}"),
  ENDOSCOPY_CONTRADICTED(
      "efficacy.endoscopy-contradicted",
      "called complete by endoscopy on {on}, but {why}: {value}",
      "{on} 内镜评为完全缓解，但{why}：{value}"),
  READERS_DIFFER(
      "efficacy.readers-differ",
      "{what}: {one} by {first}, {two} by {second}",
      "{what}：{first}为 {one}，{second}为 {two}"),
  READERS_DIFFER_AT(
      "efficacy.readers-differ-at-visit",
      "{what} at {visit}: {one} by {first}, {two} by {second}",
      "{visit} {what}：{first}为 {one}，{second}为 {two}"),
  ADJUDICATION(
      "efficacy.adjudication",
      "the two independent readers differ in {value} points that an adjudicator settles",
      "两位独立阅片者有 {value} 处差异须由裁定者裁定"),
  STANDING_ALONE(
      "efficacy.standing-alone",
      "only {reader} has read: that reading stands",
      "仅{reader}阅片：以其评估为准"),
  STANDING_AGREED(
      "efficacy.standing-agreed",
      "{reader} and {other} differ in nothing that is adjudicated: the reading of {reader} stands",
      "{reader}与{other}没有须裁定的差异：以{reader}的评估为准"),
  STANDING_CHOSEN(
      "efficacy.standing-chosen",
      "the adjudicator chose: the reading of {reader} stands",
      "裁定结果：以{reader}的评估为准"),
  SITE_READING("efficacy.site-reading", "the investigator's reading counts", "以研究者评估为准"),
  NO_REVIEW("efficacy.no-review", "No independent reader has read", "尚无独立阅片"),
  ADJUDICATION_PENDING(
      "efficacy.adjudication-pending",
      "The independent readers differ and nobody has adjudicated yet",
      "独立阅片者存在差异，尚未裁定"),
  NOTHING_TO_ADJUDICATE(
      "efficacy.nothing-to-adjudicate",
      "There is nothing to adjudicate for {code}: no two independent readers differ in what is"
          + " adjudicated",
      "{code} 无须裁定：两位独立阅片者没有须裁定的差异"),
  READINGS_MOVED(
      "efficacy.readings-moved",
      "The readings of {code} have changed since they were shown; look at them again",
      "{code} 的阅片结果在显示之后已变化；请重新查看"),
  NOT_A_READER(
      "efficacy.not-a-reader",
      "{reader} has no independent reading here; choose one of: {readers}",
      "{reader}在此没有独立阅片；可选：{readers}"),
  ADJUDICATION_WITHOUT_REASON(
      "efficacy.adjudication-without-reason", "An adjudication needs its reason", "裁定须填写理由"),
  NO_BASELINE(
      "efficacy.no-baseline", "There is no tumour assessment at baseline: {why}", "没有基线肿瘤评估：{why}"),
  NO_TARGETS(
      "efficacy.no-targets",
      "There were no target lesions at baseline, so there is no sum of diameters",
      "基线没有靶病灶，因此没有直径总和"),
  NO_NON_TARGETS(
      "efficacy.no-non-targets", "There was no non-target disease at baseline", "基线没有非靶病灶"),
  LESION_MISSING(
      "efficacy.lesion-missing",
      "{lesion} is not evaluable at {visit}, so the sum is not complete",
      "{visit} 的 {lesion} 不可评价，直径总和不完整"),
  NADIR_ZERO(
      "efficacy.nadir-zero",
      "The nadir is 0 mm, so there is no percentage of it",
      "最小值为 0 mm，无法计算百分比"),
  NO_PROGRESSION("efficacy.no-progression", "No progression is recorded", "没有进展记录"),
  NO_NEW_THERAPY(
      "efficacy.no-new-therapy", "No new anti-cancer therapy is recorded", "没有新的抗肿瘤治疗记录"),
  NO_DEATH("efficacy.no-death", "No death is recorded", "没有死亡记录"),
  NO_ORIGIN(
      "efficacy.no-origin",
      "The time has no beginning: {origin} is not recorded",
      "时间起点缺失：{origin} 没有记录"),
  NO_RESPONSE(
      "efficacy.no-response",
      "No objective response, so there is no duration of response",
      "没有客观缓解，因此没有缓解持续时间"),
  NEVER_ALIVE("efficacy.never-alive", "Nothing says that the participant was alive", "没有任何存活记录"),
  EMPTY_SET("efficacy.empty-set", "No participant of the set has a time", "分析集中没有受试者有时间数据"),
  AFTER_FOLLOW_UP(
      "efficacy.after-follow-up",
      "Day {day} lies after the last follow-up on day {last}; the rate cannot be told",
      "第 {day} 天晚于末次随访（第 {last} 天），无法估计该率");

  private final String id;
  private final Words words;

  EfficacyRule(String id, String en, String zh) {
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
