package org.lodestar.trial.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.enrolment.ScreenFailure;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Agent;
import org.lodestar.trial.protocol.ItemDefinition;
import org.lodestar.trial.protocol.RadiotherapySettings;

/** Participant flow: from screening to the cut-off, and why treatment ended. */
final class FlowTables {
  static final String RADIOTHERAPY = "radiotherapy";
  static final Words RADIOTHERAPY_WORDS = new Words("Radiotherapy", "放射治疗");

  private FlowTables() {}

  static ReportTable flow(Cohort cohort) {
    int enrolled = cohort.members().size();
    ReportTable.Builder table =
        ReportTable.of("flow", "Participant flow", "受试者流程")
            .text("", "")
            .figures("n", "例数")
            .figures("% of enrolled", "占入组 %")
            .note(
                new Words(
                    "Percentages are of all enrolled. Completed radiotherapy: every planned"
                        + " fraction delivered. Withdrawals are of treatment, visits or use of"
                        + " data.",
                    "百分比以全部入组者为分母。完成放疗：计划分次全部照射。退出包括退出治疗、随访或数据使用。"));
    table.main(new Words("Screened", "筛选"), cohort.register().registered().size(), "");
    causes(cohort)
        .forEach(
            (cause, count) ->
                table.row(
                    new Words("Not enrolled: " + cause.en(), "未入组：" + cause.zh()), count, ""));
    table.row(new Words("In screening", "筛选中"), inScreening(cohort), "");
    table.main(new Words("Enrolled", "入组"), enrolled, Shown.percent(enrolled, enrolled));
    List<Member> treated = cohort.treated();
    row(table, "Received study treatment", "接受研究治疗", treated.size(), enrolled);
    int irradiated = (int) treated.stream().filter(m -> !fractions(m).isEmpty()).count();
    row(table, "Began radiotherapy", "开始放疗", irradiated, enrolled);
    cohort
        .protocol()
        .get(RadiotherapySettings.FRACTIONS)
        .find()
        .ifPresent(
            planned ->
                row(
                    table,
                    "Completed radiotherapy, " + planned + " fractions",
                    "完成放疗（" + planned + " 次）",
                    count(treated, member -> fractions(member).size() >= planned),
                    enrolled));
    row(
        table,
        "Withdrew",
        "退出",
        count(cohort.members(), m -> !m.until("withdrawal", "withdrawn-on").isEmpty()),
        enrolled);
    row(table, "Died", "死亡", count(cohort.members(), Member::diedBy), enrolled);
    return table.done();
  }

  private static void row(
      ReportTable.Builder table, String en, String zh, int count, int enrolled) {
    table.row(new Words(en, zh), count, Shown.percent(count, enrolled));
  }

  private static int count(List<Member> members, java.util.function.Predicate<Member> condition) {
    return (int) members.stream().filter(condition).count();
  }

  /** The fractions of which a dose was delivered, in whole or in part. */
  static List<Sheet> fractions(Member member) {
    return member.untilMoment("fraction", "delivered-at").stream()
        .filter(
            sheet ->
                sheet.text("status").known().filter(s -> !s.equals("not-delivered")).isPresent())
        .toList();
  }

  private static int inScreening(Cohort cohort) {
    return (int)
        cohort.register().registered().stream()
            .map(cohort.register()::standing)
            .filter(Standing.InScreening.class::isInstance)
            .count();
  }

  private static Map<Words, Integer> causes(Cohort cohort) {
    Map<ScreenFailure, Integer> counts = new TreeMap<>();
    for (ParticipantCode code : cohort.register().registered()) {
      if (cohort.register().standing(code) instanceof Standing.Failed failed) {
        counts.merge(ScreenFailure.parse(failed.cause()), 1, Integer::sum);
      }
    }
    Map<Words, Integer> causes = new LinkedHashMap<>();
    counts.forEach((cause, count) -> causes.put(cause.words(), count));
    return causes;
  }

  /** Why each part of the treatment ended, by the discontinuation forms. */
  static ReportTable discontinuation(Cohort cohort) {
    Map<String, Words> parts = new LinkedHashMap<>();
    cohort.protocol().agents().forEach(agent -> parts.put(agent.key(), name(agent)));
    parts.put(RADIOTHERAPY, RADIOTHERAPY_WORDS);
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    Map<String, Words> reasons = new LinkedHashMap<>();
    for (Member member : cohort.members()) {
      for (Sheet sheet : member.until("discontinuation", "stopped-on")) {
        for (ItemDefinition.Option option : cohort.options(sheet, "reason")) {
          reasons.putIfAbsent(option.code(), option.words());
        }
        String agent = sheet.text("agent").known().orElse("");
        String reason = sheet.text("reason").known().orElse("");
        counts.computeIfAbsent(reason, any -> new TreeMap<>()).merge(agent, 1, Integer::sum);
      }
    }
    ReportTable.Builder table =
        ReportTable.of("discontinuation", "End of treatment, by reason", "治疗结束原因")
            .text("Reason", "原因")
            .note(
                new Words(
                    "Participants with a discontinuation on record; who is still treated at the"
                        + " cut-off is not counted.",
                    "仅计已记录停药者；截止日仍在治疗者不计入。"));
    parts.values().forEach(table::figures);
    reasons.forEach(
        (code, words) -> {
          Map<String, Integer> row = counts.getOrDefault(code, Map.of());
          if (!row.isEmpty()) {
            table.row(words, figures(parts, row));
          }
        });
    return table.done();
  }

  private static Object[] figures(Map<String, Words> parts, Map<String, Integer> row) {
    List<Object> figures = new ArrayList<>();
    parts.keySet().forEach(part -> figures.add(row.getOrDefault(part, 0)));
    return figures.toArray();
  }

  static Words name(Agent agent) {
    return agent.name();
  }
}
