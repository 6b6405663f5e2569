package org.lodestar.app.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.Permission;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Proposal;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.treatment.AgentDay;
import org.lodestar.trial.treatment.AgentDose;
import org.lodestar.trial.treatment.DayOneDecision;
import org.lodestar.trial.treatment.TreatmentDecision;

/** Reads the proposals of one treatment day. */
final class DayOneReader {
  private static final Words READ_ONLY =
      new Words("A named state of the log is looked at, not written to", "所查看的是日志的命名截点，不能写入");

  private final TrialState state;
  private final Frame frame;
  private final ParticipantCode code;
  private final Protocol protocol;
  private final TrialWords words;
  private final Map<String, LocalDate> visitDays;

  DayOneReader(TrialState state, Frame frame, ParticipantCode code) {
    this.state = state;
    this.frame = frame;
    this.code = code;
    this.protocol = Protocols.inForce(state);
    this.words = new TrialWords(protocol, frame.language());
    this.visitDays = visitDays();
  }

  /** The treatment visits with the last day for which something was prescribed at each. */
  private Map<String, LocalDate> visitDays() {
    Map<String, LocalDate> days = new TreeMap<>(byTime());
    Sheets sheets = Sheets.of(state.casebook(code), protocol.forms());
    for (Sheet sheet : sheets.of("prescription")) {
      sheet
          .date("planned-on")
          .known()
          .ifPresent(day -> days.merge(sheet.visit(), day, (a, b) -> a.isAfter(b) ? a : b));
    }
    return days;
  }

  private Comparator<String> byTime() {
    return Comparator.<String>comparingInt(words::order)
        .thenComparingInt(visit -> words.key(visit).number())
        .thenComparing(Comparator.naturalOrder());
  }

  /** The newest treatment visit, where the page opens. */
  Optional<String> newest() {
    return visitDays.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  DayOneView read(String visit, Optional<LocalDate> asked, List<String> problems) {
    LocalDate day = asked.orElseGet(() -> visitDays.getOrDefault(visit, frame.moment().today()));
    Standing standing = state.index().enrolment().standing(code);
    List<AgentDay> days =
        TreatmentDecision.propose(state.casebook(code), standing, protocol, visit, day);
    return new DayOneView(
        code.text(),
        standing instanceof Standing.Enrolled enrolled ? enrolled.number() : code.text(),
        visit,
        words.visit(visit),
        day.toString(),
        visitDays.keySet().stream()
            .map(key -> new DayOneView.VisitLink(key, words.visit(key), key.equals(visit)))
            .toList(),
        days.stream().map(this::line).toList(),
        notWritable(),
        problems);
  }

  private String notWritable() {
    if (!frame.isWritable()) {
      return words.say(READ_ONLY);
    }
    return Permission.DECIDE.allows(frame.role()) ? "" : mayNot();
  }

  private String mayNot() {
    return words.say(
        new Words(
            "The role " + frame.role().words().en() + " looks on; it does not decide on treatment",
            "角色“" + frame.role().words().zh() + "”仅可查看，不决定治疗"));
  }

  private DayOneView.AgentLine line(AgentDay day) {
    Derived<Action> proposed = day.proposal().derived();
    return new DayOneView.AgentLine(
        day.agent(),
        TrialWords.capital(words.agent(day.agent())),
        words.say(proposed.get().words()),
        tone(proposed.get()),
        DayOneDecision.reasons(proposed).stream()
            .map(reason -> reason.sentence(words.language()))
            .toList(),
        day.dose()
            .flatMap(dose -> dose.doseMg().known())
            .map(mg -> mg.stripTrailingZeros().toPlainString() + " mg")
            .orElse(""),
        day.dose().map(dose -> dose.doseMg().sentence(words.language())).orElse(""),
        day.dose().stream()
            .flatMap(dose -> dose.guardRails().stream())
            .map(rail -> rail.message().in(words.language()))
            .toList(),
        why(day),
        decided(day.proposal()),
        day.proposal().inputs().hex(),
        options(day));
  }

  /** The trees of the proposal and of the dose that goes with it. */
  private List<WhyView.Node> why(AgentDay day) {
    return Stream.concat(
            Stream.of(day.proposal().derived()), day.dose().stream().map(AgentDose::doseMg))
        .flatMap(derived -> WhyView.of(derived, words, "", WhyBranches.NONE).roots().stream())
        .toList();
  }

  private static String tone(Action action) {
    return switch (action) {
      case GIVE -> "g";
      case HOLD, OMIT, REDUCE -> "a";
      case STOP -> "r";
      case ASK -> "v";
    };
  }

  private DayOneView.Decided decided(Proposal<Action> proposal) {
    Proposal.Decision decision = proposal.decision();
    if (decision == null) {
      return DayOneView.Decided.NOT_YET;
    }
    Body.Decided body = decision.body();
    String second = body.secondPerson();
    return new DayOneView.Decided(
        decision.seq(),
        action(body.decided()),
        second == null ? "" : second,
        !body.decided().equals(body.proposed()),
        proposal.status() == Proposal.Status.OUT_OF_DATE,
        body.proposed().equals(proposal.derived().get().key()));
  }

  private String action(String key) {
    return Arrays.stream(Action.values())
        .filter(action -> action.key().equals(key))
        .map(action -> words.say(action.words()))
        .findFirst()
        .orElse(key);
  }

  private List<DayOneView.Option> options(AgentDay day) {
    Action proposed = day.proposal().derived().get();
    return Arrays.stream(Action.values())
        .filter(action -> action != Action.ASK)
        .map(
            action ->
                new DayOneView.Option(action.key(), words.say(action.words()), action == proposed))
        .toList();
  }
}
