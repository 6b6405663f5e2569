package org.lodestar.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.app.store.CommandBus.Answer;
import org.lodestar.trial.TrialCommand;
import org.lodestar.trial.capture.CaptureCommand;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.enrolment.EnrolmentCommand;
import org.lodestar.trial.enrolment.ScreenFailure;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Refusal;

class CommandBusTest {
  @TempDir Path data;
  private CommandBus bus;

  @BeforeEach
  void open() {
    bus = open(data);
  }

  @AfterEach
  void close() {
    bus.close();
  }

  private static CommandBus open(Path data) {
    return new CommandBus(
        FactLogs.create(data, new Ports(ToyTrial.CLOCK, Salts.seeded(7), "test")), ToyTrial.CLOCK);
  }

  private static FormInstance consentOf(ParticipantCode code) {
    return new FormInstance(code, "screening", "consent", 1);
  }

  private Answer save(ParticipantCode code, String item, Entry entry, String reason) {
    TreeMap<String, Entry> items = new TreeMap<>();
    items.put(item, entry);
    return bus.send(
        new CaptureCommand.SaveForm(consentOf(code), items, reason),
        ToyTrial.COORDINATOR,
        item + entry + reason);
  }

  private static Refusal only(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    List<Refusal> refusals = ((Answer.Refused) answer).refusals();
    assertThat(refusals).hasSize(1);
    return refusals.getFirst();
  }

  @Test
  void anEmptyLogAnswersNothingButItsOpening() {
    Answer answer =
        bus.send(
            new EnrolmentCommand.RegisterParticipant(ToyTrial.consent("yes")),
            ToyTrial.COORDINATOR,
            "1");
    assertThat(only(answer).rule().id()).isEqualTo("trial.not-opened");
    assertThat(bus.log().head()).isEqualTo(Head.EMPTY);
  }

  @Test
  void registrationGivesTheNextCodeAndSavesTheConsentInOneBatch() {
    ToyTrial.start(bus, 2);
    assertThat(ToyTrial.register(bus)).hasToString("S-001");
    assertThat(ToyTrial.register(bus)).hasToString("S-002");
    List<Fact> facts = bus.log().participant(new ParticipantCode("S-001"), 1, Long.MAX_VALUE);
    assertThat(facts)
        .extracting(fact -> fact.body().kind().key())
        .containsExactly("participant-registered", "form-saved");
    assertThat(facts)
        .extracting(fact -> fact.header().batch())
        .containsOnly(facts.getFirst().seq());
  }

  @Test
  void aRepeatedCommandIsAnsweredAsTheFirstTime() {
    ToyTrial.start(bus, 2);
    var command = new EnrolmentCommand.RegisterParticipant(ToyTrial.consent("yes"));
    Answer.Done first = (Answer.Done) bus.send(command, ToyTrial.COORDINATOR, "once");
    Answer.Done second = (Answer.Done) bus.send(command, ToyTrial.COORDINATOR, "once");
    assertThat(second.repeated()).isTrue();
    assertThat(second.facts()).isEqualTo(first.facts());
    assertThat(bus.<Integer>ask(state -> state.index().enrolment().registered().size())).isOne();
  }

  @Test
  void aMissingItemIsNeverNotMetAndKeepsNobodyOutForGood() {
    ToyTrial.start(bus, 2);
    var consent = ToyTrial.consent("yes");
    consent.remove("consent.data-use");
    Answer.Done registered =
        (Answer.Done)
            bus.send(new EnrolmentCommand.RegisterParticipant(consent), ToyTrial.COORDINATOR, "r");
    ParticipantCode code =
        ((Body.ParticipantRegistered) registered.facts().getFirst().body()).code();
    Refusal refusal = only(bus.send(new EnrolmentCommand.Enrol(code), ToyTrial.INVESTIGATOR, "e1"));
    assertThat(refusal.rule().id()).isEqualTo("enrolment.not-known");
    assertThat(refusal.message().in(Language.EN)).contains("consent.data-use");
    save(code, "consent.data-use", Entry.typed("yes"), null);
    assertThat(bus.send(new EnrolmentCommand.Enrol(code), ToyTrial.INVESTIGATOR, "e2"))
        .isInstanceOf(Answer.Done.class);
  }

  @Test
  void whoDoesNotMeetACriterionIsNotEnrolledAndItsWordsSayWhy() {
    ToyTrial.start(bus, 2);
    Answer.Done registered =
        (Answer.Done)
            bus.send(
                new EnrolmentCommand.RegisterParticipant(ToyTrial.consent("no")),
                ToyTrial.COORDINATOR,
                "r");
    ParticipantCode code =
        ((Body.ParticipantRegistered) registered.facts().getFirst().body()).code();
    Refusal refusal = only(bus.send(new EnrolmentCommand.Enrol(code), ToyTrial.INVESTIGATOR, "e"));
    assertThat(refusal.message().in(Language.ZH)).contains("同意使用数据");
    Answer.Done failed =
        (Answer.Done)
            bus.send(
                new EnrolmentCommand.FailScreening(code, ScreenFailure.NOT_ELIGIBLE, null),
                ToyTrial.COORDINATOR,
                "f");
    assertThat(((Body.ScreenFailed) failed.facts().getFirst().body()).criteria())
        .containsExactly("data-use");
    assertThat(
            only(bus.send(new EnrolmentCommand.Enrol(code), ToyTrial.INVESTIGATOR, "e3"))
                .rule()
                .id())
        .isEqualTo("enrolment.screening-closed");
  }

  @Test
  void aSavedValueChangesOnlyWithAReasonAndKeepsItsHistory() {
    ToyTrial.start(bus, 2);
    ParticipantCode code = ToyTrial.register(bus);
    Refusal refusal = only(save(code, "consent.version", Entry.typed("2.1"), null));
    assertThat(refusal.field()).isEqualTo("consent.version");
    assertThat(refusal.message().in(Language.EN)).contains("\"2.0\"", "\"2.1\"", "reason");
    save(code, "consent.version", Entry.typed("2.1"), "misread the page");
    Casebook casebook = bus.ask(state -> state.casebook(code));
    var history = casebook.form("screening", "consent").item("consent.version").history();
    assertThat(history)
        .extracting(change -> ((Entry.Value) change.entry()).text())
        .containsExactly("2.0", "2.1");
    assertThat(history.getLast().reason()).isEqualTo("misread the page");
  }

  @Test
  void impossibleValuesAreRefusedWithTheFieldAndNothingIsSaved() {
    ToyTrial.start(bus, 2);
    ParticipantCode code = ToyTrial.register(bus);
    long before = bus.log().head().seq();
    assertThat(only(save(code, "consent.signed-on", Entry.typed("2026-02-30"), "slip")).field())
        .isEqualTo("consent.signed-on");
    assertThat(
            only(save(code, "consent.signed-on", Entry.typed("2026-03-09"), "slip"))
                .message()
                .in(Language.EN))
        .isEqualTo("The signature lies in the future.");
    assertThat(only(save(code, "consent.colour", Entry.typed("red"), null)).cause())
        .isEqualTo(Refusal.Cause.NOT_FOUND);
    assertThat(only(save(code, "consent.version", Entry.typed("2.0"), null)).rule().id())
        .isEqualTo("capture.nothing-changed");
    assertThat(bus.log().head().seq()).isEqualTo(before);
  }

  @Test
  void aChangeToACompleteFormReopensIt() {
    ToyTrial.start(bus, 2);
    ParticipantCode code = ToyTrial.register(bus);
    ToyTrial.done(bus, new CaptureCommand.CompleteForm(consentOf(code)), ToyTrial.COORDINATOR);
    assertThat(bus.<Boolean>ask(state -> state.casebook(code).form(consentOf(code)).complete()))
        .isTrue();
    save(code, "consent.version", Entry.typed("2.1"), "misread the page");
    assertThat(bus.<Boolean>ask(state -> state.casebook(code).form(consentOf(code)).complete()))
        .isFalse();
    assertThat(bus.<Boolean>ask(state -> state.index().form(consentOf(code)).complete())).isFalse();
  }

  @Test
  void aRedactedValueIsGoneFromTheCasebookAndFromEveryLaterOpening() {
    ToyTrial.start(bus, 2);
    ParticipantCode code = ToyTrial.register(bus);
    long seq = bus.log().head().seq();
    Answer refused =
        bus.send(
            new CaptureCommand.RedactValue(
                consentOf(code), seq, "consent.version", "a name", "d.ma"),
            ToyTrial.COORDINATOR,
            "x");
    assertThat(only(refused).cause()).isEqualTo(Refusal.Cause.NOT_PERMITTED);
    var manager = new CommandBus.Sender("d.sun", org.lodestar.trial.fact.Role.DATA_MANAGER, "01");
    ToyTrial.done(
        bus,
        new CaptureCommand.RedactValue(consentOf(code), seq, "consent.version", "a name", "d.ma"),
        manager);
    Casebook now = bus.ask(state -> state.casebook(code));
    assertThat(now.form(consentOf(code)).entry("consent.version"))
        .isInstanceOf(Entry.Redacted.class);
    bus.close();
    bus = open(data);
    Casebook reopened = bus.ask(state -> state.casebook(code));
    assertThat(reopened).isEqualTo(now);
  }

  @Test
  void aMonitorMayLookButNotSave() {
    ToyTrial.start(bus, 2);
    ParticipantCode code = ToyTrial.register(bus);
    TreeMap<String, Entry> items = new TreeMap<>();
    items.put("consent.version", Entry.typed("9"));
    Refusal refusal =
        only(
            bus.send(
                new CaptureCommand.SaveForm(consentOf(code), items, "r"), ToyTrial.MONITOR, "m"));
    assertThat(refusal.message().in(Language.EN)).contains("monitor may not save a form");
    assertThat(refusal.message().in(Language.ZH)).contains("监查员");
  }

  @Test
  void aCutShowsTheStateAsItWas() {
    ToyTrial.start(bus, 2);
    ParticipantCode code = ToyTrial.register(bus);
    Head moment = bus.log().head();
    save(code, "consent.version", Entry.typed("2.1"), "misread the page");
    Casebook then = bus.askAt(moment, state -> state.casebook(code));
    assertThat(then.form(consentOf(code)).text("consent.version")).isEqualTo("2.0");
    assertThat(bus.<Long>askAt(moment, state -> state.index().seq())).isEqualTo(moment.seq());
    assertThat(bus.<Boolean>askAt(moment, state -> state.index().head().equals(moment.hash())))
        .isTrue();
  }

  @Test
  void theCapHoldsUnderFiftyAttemptsAtOnce() throws Exception {
    ToyTrial.start(bus, 41);
    List<ParticipantCode> codes = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      codes.add(ToyTrial.register(bus));
    }
    List<Answer> answers = enrolAll(bus, codes);
    assertThat(answers.stream().filter(Answer.Done.class::isInstance)).hasSize(41);
    for (Answer answer : answers) {
      if (answer instanceof Answer.Refused) {
        assertThat(only(answer).message().in(Language.EN)).startsWith("41 are enrolled, the cap.");
      }
    }
    assertThat(bus.<Integer>ask(state -> state.index().enrolment().enrolledCount())).isEqualTo(41);
  }

  static List<Answer> enrolAll(CommandBus bus, List<ParticipantCode> codes) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(codes.size())) {
      List<Callable<Answer>> attempts = new ArrayList<>();
      for (ParticipantCode code : codes) {
        attempts.add(
            () ->
                bus.send(new EnrolmentCommand.Enrol(code), ToyTrial.INVESTIGATOR, "enrol " + code));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : threads.invokeAll(attempts)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }

  @Test
  void aRealLogRefusesABundleOfAnotherTrialAndTheSameBundleTwice() {
    ToyTrial.start(bus, 2);
    var same = bus.log().putBundle(ToyTrial.bundle(2).bytes());
    assertThat(
            only(bus.send(
                    new TrialCommand.ActivateProtocol(same, "1.1"), ToyTrial.INVESTIGATOR, "a"))
                .rule()
                .id())
        .isEqualTo("trial.already-active");
  }

  @Test
  void anUnreadableBundleIsNeverActivated() {
    ToyTrial.start(bus, 2);
    var broken =
        bus.log()
            .putBundle(
                org.lodestar.trial.protocol.Bundle.of(
                        java.util.Map.of("protocol.yaml", new byte[] {'x'}))
                    .bytes());
    Answer answer =
        bus.send(new TrialCommand.ActivateProtocol(broken, "2.0"), ToyTrial.INVESTIGATOR, "broken");
    assertThat(only(answer).rule().id()).isEqualTo("trial.unreadable");
  }

  @Test
  void aCutIsNamedOnce() {
    ToyTrial.start(bus, 2);
    var statistician =
        new CommandBus.Sender("s.he", org.lodestar.trial.fact.Role.STATISTICIAN, "01");
    var cut = new TrialCommand.NameCut("Full", LocalDate.of(2026, 3, 2));
    assertThat(bus.send(cut, statistician, "1")).isInstanceOf(Answer.Done.class);
    assertThat(only(bus.send(cut, statistician, "2")).rule().id()).isEqualTo("trial.cut-exists");
    assertThat(bus.<Long>ask(state -> state.index().cuts().get("Full").seq())).isEqualTo(3L);
  }
}
