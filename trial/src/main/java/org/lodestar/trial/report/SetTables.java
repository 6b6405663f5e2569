package org.lodestar.trial.report;

import java.util.EnumMap;
import java.util.Map;
import org.lodestar.trial.deviation.AnalysisMembership;
import org.lodestar.trial.efficacy.EfficacyRule;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.AnalysisSet;
import org.lodestar.trial.protocol.EndpointSettings;

/** The analysis sets: how many of the enrolled each of them holds. */
public final class SetTables {
  private static final Words ENROLMENT = new Words("enrolment", "入组");
  private static final Words PRIMARY = new Words("primary analysis", "主要分析");

  private SetTables() {}

  /** In which sets an enrolled participant is, and why. */
  static Map<AnalysisSet, Derived<Boolean>> sets(Member member) {
    return AnalysisMembership.derive(
        member.enrolment().map(EfficacyRule.ORIGIN, day -> true).with("origin", ENROLMENT),
        member.efficacy(),
        member.deviations());
  }

  public static ReportTable of(Cohort cohort) {
    Map<AnalysisSet, Integer> counts = new EnumMap<>(AnalysisSet.class);
    for (Member member : cohort.members()) {
      sets(member)
          .forEach((set, in) -> counts.merge(set, in.known().orElse(false) ? 1 : 0, Integer::sum));
    }
    AnalysisSet primary = cohort.protocol().get(EndpointSettings.ANALYSIS_SET).find().orElse(null);
    int enrolled = cohort.members().size();
    ReportTable.Builder table =
        ReportTable.of("analysis-sets", "Analysis sets", "分析集")
            .text("Set", "分析集")
            .text("", "")
            .figures("n", "例数")
            .figures("% of enrolled", "占入组 %")
            .note(
                new Words(
                    "Nobody leaves the first two sets, whatever happened later. The per-protocol"
                        + " set is without participants who have a major deviation.",
                    "无论其后发生何事，均不移出前两个分析集。符合方案集不含有重大偏离者。"));
    counts.forEach(
        (set, count) ->
            table.row(
                set.words(),
                set == primary ? PRIMARY : Words.same(""),
                count,
                Shown.percent(count, enrolled)));
    return table.done();
  }
}
