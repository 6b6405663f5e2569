package org.lodestar.trial.deviation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lodestar.trial.efficacy.ParticipantEfficacy;
import org.lodestar.trial.efficacy.Response;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.AnalysisSet;

/**
 * In which analysis sets a participant is. Time-to-event analyses use all enrolled or all treated:
 * nobody leaves those sets, whatever happened later. The other two serve sensitivity analyses.
 */
public final class AnalysisMembership {
  private static final Words IN = new Words("in", "纳入");
  private static final Words OUT = new Words("not in", "不纳入");

  private AnalysisMembership() {}

  /**
   * @param enrolled whether the participant has an enrolment number
   * @param deviations of this participant, as rules found them
   */
  public static Map<AnalysisSet, Derived<Boolean>> derive(
      Derived<Boolean> enrolled,
      ParticipantEfficacy efficacy,
      List<Derived<Deviation>> deviations) {
    boolean isEnrolled = enrolled.known().orElse(false);
    boolean treated = isEnrolled && efficacy.firstTreatment().isKnown();
    List<Derived<Deviation>> major =
        deviations.stream().filter(each -> each.get().severity() == Severity.MAJOR).toList();
    boolean evaluable =
        treated
            && efficacy.response().stream()
                .flatMap(response -> response.visits().stream())
                .anyMatch(visit -> visit.overall().get() != Response.NE);
    Map<AnalysisSet, Derived<Boolean>> sets = new EnumMap<>(AnalysisSet.class);
    sets.put(AnalysisSet.ENROLLED, member(AnalysisSet.ENROLLED, isEnrolled, enrolled));
    sets.put(
        AnalysisSet.TREATED,
        member(AnalysisSet.TREATED, treated, enrolled, efficacy.firstTreatment()));
    sets.put(
        AnalysisSet.PER_PROTOCOL,
        member(
            AnalysisSet.PER_PROTOCOL,
            treated && major.isEmpty(),
            inputs(enrolled, efficacy.firstTreatment(), major)));
    sets.put(
        AnalysisSet.EVALUABLE, member(AnalysisSet.EVALUABLE, evaluable, enrolled, efficacy.best()));
    return sets;
  }

  private static Input[] inputs(
      Derived<Boolean> enrolled, Derived<?> treatment, List<Derived<Deviation>> major) {
    List<Input> inputs = new ArrayList<>(List.of(enrolled, treatment));
    inputs.addAll(major);
    return inputs.toArray(Input[]::new);
  }

  private static Derived<Boolean> member(AnalysisSet set, boolean in, Input... inputs) {
    DeviationRule rule = DeviationRule.ANALYSIS_SET;
    return Derived.of(rule, in, inputs).with("set", set.words()).with("value", in ? IN : OUT);
  }
}
