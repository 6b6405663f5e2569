package org.lodestar.trial.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lodestar.trial.deviation.Deviation;
import org.lodestar.trial.deviation.DeviationRule;
import org.lodestar.trial.deviation.Severity;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Words;

/** Deviations from the protocol: how many of each rule, and every major one. */
public final class DeviationTables {
  private static final Map<DeviationRule, Words> NAMES = names();

  private DeviationTables() {}

  private static Map<DeviationRule, Words> names() {
    Map<DeviationRule, Words> names = new EnumMap<>(DeviationRule.class);
    names.put(
        DeviationRule.CONSENT_AFTER_PROCEDURE, new Words("Procedure before consent", "知情同意前实施操作"));
    names.put(
        DeviationRule.CONSENT_OUTDATED,
        new Words("First consent on a form not in force", "首次知情同意书版本非当时有效"));
    names.put(DeviationRule.RECONSENT_LATE, new Words("Late re-consent", "再次知情同意迟签"));
    names.put(DeviationRule.RECONSENT_MISSING, new Words("Re-consent missing", "未再次签署知情同意"));
    names.put(
        DeviationRule.PROCEDURE_WITHOUT_RECONSENT,
        new Words("Procedure while re-consent was owed", "应再次知情同意而未签时实施操作"));
    names.put(
        DeviationRule.FRACTION_BEFORE_CYCLE, new Words("Fraction before its cycle", "放疗早于规定周期"));
    names.put(
        DeviationRule.FRACTION_BEYOND_PLAN, new Words("Fractions beyond the plan", "超出计划的分次"));
    names.put(DeviationRule.FRACTIONS_MISSING, new Words("Fractions missing", "分次未完成"));
    names.put(DeviationRule.FRACTION_DOSE, new Words("Dose of a fraction", "单次剂量不符"));
    names.put(DeviationRule.DRUG_DOSE, new Words("Dose of a drug", "药物剂量不符"));
    names.put(DeviationRule.NOT_PRESCRIBED, new Words("Given without prescription", "无处方给药"));
    names.put(
        DeviationRule.GIVEN_AGAINST_DECISION, new Words("Given against the decision", "违背处方决定给药"));
    names.put(
        DeviationRule.ASSESSMENT_OUTSIDE_WINDOW,
        new Words("Tumour assessment outside its window", "肿瘤评估超窗"));
    names.put(DeviationRule.ASSESSMENT_MISSED, new Words("Tumour assessment missed", "漏做肿瘤评估"));
    names.put(
        DeviationRule.SERIOUS_REPORT_LATE, new Words("Late report of a serious event", "严重不良事件迟报"));
    names.put(DeviationRule.CYCLE_OUTSIDE_WINDOW, new Words("Cycle outside its window", "周期超窗"));
    names.put(
        DeviationRule.CYCLE_DELAYED_TOO_LONG,
        new Words("Cycle given after too long a delay", "周期延迟过久仍给药"));
    names.put(
        DeviationRule.RADIOTHERAPY_STARTS_LATE, new Words("Radiotherapy started late", "放疗开始过晚"));
    names.put(DeviationRule.OVERALL_TIME_LONG, new Words("Overall time long", "总治疗时间偏长"));
    names.put(DeviationRule.OVERALL_TIME_TOO_LONG, new Words("Overall time too long", "总治疗时间过长"));
    names.put(
        DeviationRule.INTERRUPTION_TOO_LONG,
        new Words("Radiotherapy interrupted too long", "放疗中断过久"));
    names.put(
        DeviationRule.PLAN_AGAINST_PRESCRIPTION,
        new Words("Plan against the prescription", "计划与处方不符"));
    names.put(
        DeviationRule.RADIOTHERAPY_UNACCEPTABLE,
        new Words("Radiotherapy review: unacceptable", "放疗审核：不可接受"));
    names.put(DeviationRule.PROHIBITED_MEDICATION, new Words("Prohibited medication", "使用禁用药物"));
    names.put(DeviationRule.NOT_ELIGIBLE, new Words("Criterion not met", "不符合入排标准"));
    names.put(DeviationRule.PREGNANCY_REPORT_LATE, new Words("Late report of a pregnancy", "妊娠迟报"));
    return names;
  }

  /** How many of each rule, and in how many participants. */
  public static ReportTable byRule(Cohort cohort) {
    Map<DeviationRule, List<ParticipantCode>> found = new EnumMap<>(DeviationRule.class);
    for (Member member : cohort.members()) {
      for (Derived<Deviation> deviation : member.deviations()) {
        found.computeIfAbsent(deviation.get().rule(), any -> new ArrayList<>()).add(member.code());
      }
    }
    ReportTable.Builder table =
        ReportTable.of("deviations", "Protocol deviations, by rule", "方案偏离（按规则）")
            .text("Rule", "规则")
            .text("Severity", "程度")
            .figures("Deviations", "次数")
            .figures("Participants", "例数")
            .note(
                new Words(
                    "Found by rules in the enrolled; the severity is proposed, a person decides.",
                    "由规则在全部入组者中检出；程度为系统提示，由人员判定。"));
    found.forEach(
        (rule, codes) -> {
          Set<ParticipantCode> people = new HashSet<>(codes);
          table.row(
              NAMES.getOrDefault(rule, Words.same(rule.id())),
              rule.severity().words(),
              codes.size(),
              people.size());
        });
    return table.done();
  }

  static ReportTable major(Cohort cohort) {
    ReportTable.Builder table =
        ReportTable.of("deviations-major", "Major deviations", "重大偏离列表")
            .text("Participant", "受试者")
            .text("Date", "日期")
            .text("What happened", "内容");
    for (Member member : cohort.members()) {
      for (Derived<Deviation> deviation : member.deviations()) {
        if (deviation.get().severity() == Severity.MAJOR) {
          table.row(
              Words.same(member.number()),
              deviation.get().on(),
              new Words(deviation.sentence(Language.EN), deviation.sentence(Language.ZH)));
        }
      }
    }
    return table.done();
  }
}
