package org.lodestar.app.web;

import java.util.Arrays;
import java.util.List;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.Permission;
import org.lodestar.trial.enrolment.Eligibility;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.CriterionKind;
import org.lodestar.trial.protocol.Protocol;

/** Reads what the page of one participant's eligibility shows. */
final class EligibilityReader {
  private static final Words INCLUSION = new Words("Must be met", "入选标准");
  private static final Words EXCLUSION = new Words("Must not apply", "排除标准");
  private static final Words MET = new Words("met", "符合");
  private static final Words ABSENT = new Words("does not apply", "不存在");
  private static final Words NOT_MET = new Words("not met", "不符合");
  private static final Words PRESENT = new Words("applies", "存在");
  private static final Words MISSING = new Words("missing", "缺数据");

  private final TrialState state;
  private final Frame frame;
  private final TrialWords words;
  private final Protocol protocol;

  EligibilityReader(TrialState state, Frame frame) {
    this.state = state;
    this.frame = frame;
    this.protocol = Protocols.inForce(state);
    this.words = new TrialWords(protocol, frame.language());
  }

  /**
   * @throws NotThere when nobody was registered under this code at the moment
   */
  EligibilityView read(ParticipantCode code, List<String> problems) {
    Standing standing = state.index().enrolment().standing(code);
    if (standing == null) {
      throw new NotThere(code.text());
    }
    Eligibility judged = Eligibility.derive(state.casebook(code), protocol, frame.today());
    return new EligibilityView(
        code.text(),
        standing instanceof Standing.Enrolled enrolled ? enrolled.number() : code.text(),
        ParticipantReader.screening(standing, words),
        judged.eligible().sentence(words.language()),
        Arrays.stream(CriterionKind.values()).map(kind -> group(kind, judged)).toList(),
        mayEnrol(standing),
        problems);
  }

  private boolean mayEnrol(Standing standing) {
    return frame.isWritable()
        && Permission.ENROL.allows(frame.role())
        && !(standing instanceof Standing.Enrolled);
  }

  private EligibilityView.Group group(CriterionKind kind, Eligibility judged) {
    return new EligibilityView.Group(
        words.say(kind == CriterionKind.INCLUSION ? INCLUSION : EXCLUSION),
        judged.criteria().stream()
            .filter(each -> each.criterion().kind() == kind)
            .map(this::line)
            .toList());
  }

  private EligibilityView.Line line(Eligibility.Judged judged) {
    boolean inclusion = judged.criterion().kind() == CriterionKind.INCLUSION;
    boolean known = judged.met().isKnown();
    boolean met = judged.met().known().orElse(false);
    Words good = inclusion ? MET : ABSENT;
    Words bad = inclusion ? NOT_MET : PRESENT;
    Words source = judged.criterion().source();
    return new EligibilityView.Line(
        met ? "C" : known ? "O" : "D",
        words.say(judged.criterion().words()),
        words.say(met ? good : known ? bad : MISSING),
        source == null ? "" : words.say(source),
        WhyView.of(judged.met(), words, "", WhyBranches.NONE).roots());
  }
}
