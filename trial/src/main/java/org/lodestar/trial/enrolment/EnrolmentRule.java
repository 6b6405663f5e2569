package org.lodestar.trial.enrolment;

import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** The rules of enrolment, with the sentences that explain and refuse. */
public enum EnrolmentRule implements Rule {
  CRITERION(
      "enrolment.criterion",
      "{criterion}: {verdict} ({expression})",
      "{criterion}：{verdict}（{expression}）"),
  CRITERION_MISSING(
      "enrolment.criterion-missing",
      "{criterion}: cannot be judged yet, because {items} is missing",
      "{criterion}：暂不能判断，因为缺少 {items}"),
  ELIGIBILITY(
      "enrolment.eligibility",
      "{met} of {count} criteria met, {notMet} not met, {missing} not yet known",
      "{count} 条标准中 {met} 条符合，{notMet} 条不符合，{missing} 条尚不可知"),
  SLOTS(
      "enrolment.slots",
      "{planned} places: {enrolled} enrolled, {holding} held by screening, {lapsed} lapsed, {left}"
          + " left",
      "共 {planned} 个名额：已入组 {enrolled}，筛选中保留 {holding}，已失效 {lapsed}，剩余 {left}"),
  UNKNOWN_PARTICIPANT(
      "enrolment.unknown-participant",
      "No participant {code} is registered; the codes given so far are {codes}",
      "没有登记受试者 {code}；目前已分配的筛选号为 {codes}"),
  NO_CONSENT_VISIT(
      "enrolment.no-consent-visit",
      "The protocol in force plans no visit with the form {form}, so nobody can be registered",
      "现行方案没有安排含表单 {form} 的访视，因此无法登记受试者"),
  NO_CONSENT(
      "enrolment.no-consent",
      "{code} has no signed consent on record; a participant is registered and enrolled only with"
          + " the date of consent",
      "{code} 没有知情同意记录；须有知情同意日期方可登记与入组"),
  ALREADY_ENROLLED(
      "enrolment.already-enrolled",
      "{code} is enrolled already, as {number}",
      "{code} 已入组，入组号 {number}"),
  SCREENING_CLOSED(
      "enrolment.screening-closed",
      "The screening of {code} was closed: {cause}",
      "{code} 的筛选已终止：{cause}"),
  NOT_MET(
      "enrolment.not-met",
      "{code} is not eligible. Not met: {criterion}. Next: close the screening, or correct the"
          + " entry if it is wrong",
      "{code} 不符合入排标准：{criterion}。下一步：终止筛选；如录入有误，请更正"),
  NOT_KNOWN(
      "enrolment.not-known",
      "{code} cannot be enrolled yet: {criterion} needs {items}",
      "{code} 暂不能入组：判断“{criterion}”尚缺 {items}"),
  CAP_REACHED(
      "enrolment.cap-reached",
      "{cap} are enrolled, the cap. No. {next} needs an amendment of the number of participants",
      "已入组 {cap} 例，达到上限。第 {next} 例须先修订方案的例数"),
  CAP_UNSPECIFIED(
      "enrolment.cap-unspecified",
      "The protocol in force does not say how many are to be enrolled ({setting})",
      "现行方案未规定计划入组例数（{setting}）"),
  REASON_NEEDED(
      "enrolment.reason-needed",
      "Closing a screening for \"{cause}\" needs a reason in words",
      "以“{cause}”终止筛选须填写说明");

  private final String id;
  private final Words words;

  EnrolmentRule(String id, String en, String zh) {
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
