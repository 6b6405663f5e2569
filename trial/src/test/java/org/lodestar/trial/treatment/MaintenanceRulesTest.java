package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Outcome;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;
import org.lodestar.trial.schedule.TreatmentPlan;

/** What maintenance asks for on one of its days, in a live record under the shipped trial. */
class MaintenanceRulesTest {
  private static final Protocol PROTOCOL = ShippedTrial.folder().protocol();
  private static final LocalDate START = LocalDate.of(2025, 6, 2);
  private static final Standing ENROLLED =
      new Standing.Enrolled("01-001", 1, LocalDate.of(2025, 3, 1), 1);

  private static Book book() {
    return new Book()
        .form(
            "cycle-1",
            "administration",
            "agent",
            "camrelizumab",
            "cycle",
            "1",
            "started-at",
            "2025-03-03T09:00",
            "dose",
            "200 mg");
  }

  private static Book assessed(Book book, String on, String response) {
    return book.form(
        "assessment-" + on,
        "tumour-assessment",
        "reader",
        "investigator",
        "assessed-on",
        on,
        "response",
        response);
  }

  private static Book maintained(Book book, int number, LocalDate on) {
    return book.form(
        "maintenance-" + number,
        "administration",
        "agent",
        "camrelizumab",
        "cycle",
        Integer.toString(3 + number),
        "started-at",
        on + "T09:00",
        "dose",
        "200 mg");
  }

  private static List<Derived<Action>> derive(Book book, LocalDate day, Protocol protocol) {
    TreatmentPlan plan = TreatmentPlan.derive(book.sheets(), ENROLLED, protocol, day);
    return new MaintenanceRules(book.sheets(), protocol, plan.facts(), day).derive();
  }

  private static Protocol meaning(String meaning) {
    return ShippedTrial.folder()
        .with("decisions.yaml", "value: no-progression-at-last-assessment", "value: " + meaning)
        .protocol();
  }

  @ParameterizedTest
  @CsvSource({"SD, GIVE", "PR, GIVE", "NON-CR/NON-PD, GIVE", "NE, ASK", "PD, STOP"})
  void theFirstDoseAsksForTheLastAssessment(String response, Action expected) {
    Book book = assessed(assessed(book(), "2025-04-14", "SD"), "2025-05-26", response);
    List<Derived<Action>> proposals = derive(book, START, PROTOCOL);

    assertThat(proposals).extracting(Derived::get).containsExactly(expected);
    assertThat(proposals.getFirst().facts()).isNotEmpty();
    assertThat(proposals.getFirst().settings()).containsKey("treatment.maintenance-start");
  }

  @Test
  void withoutAnAssessmentAPersonIsAskedAndTheSentenceSaysWhatIsMissing() {
    List<Derived<Action>> proposals = derive(book(), START, PROTOCOL);
    assertThat(proposals).extracting(Derived::get).containsExactly(Action.ASK);
    assertThat(proposals.getFirst().sentence(Language.EN)).contains("tumour assessment");
    assertThat(proposals.getFirst().sentence(Language.ZH)).contains("肿瘤评估");
  }

  /** Cycle 1 was on 3 March; an assessment on that day is still from before. */
  @ParameterizedTest
  @CsvSource({"2025-02-25, SD, ASK", "2025-03-03, PR, ASK", "2025-02-25, PD, STOP"})
  void anAssessmentFromBeforeTheEndOfChemoradiationShowsNoStabilisation(
      String on, String response, Action expected) {
    for (String meaning :
        List.of(
            "no-progression-at-last-assessment",
            "stable-for-minimum-time",
            "investigator-judgement")) {
      List<Derived<Action>> proposals =
          derive(assessed(book(), on, response), START, meaning(meaning));
      assertThat(proposals).as(meaning).extracting(Derived::get).containsExactly(expected);
    }
    Derived<Action> proposal = derive(assessed(book(), on, response), START, PROTOCOL).getFirst();
    assertThat(proposal.sentence(Language.EN))
        .contains(
            expected == Action.ASK
                ? "no tumour assessment since the last of chemotherapy and radiotherapy on"
                    + " 2025-03-03"
                : "progression");
  }

  @Test
  void whereTheFirstDoseWasNotGivenTheYearCountsFromTheNextOne() {
    Book book = maintained(assessed(book(), "2025-05-26", "SD"), 2, START);

    assertThat(derive(book, START.plusYears(1), PROTOCOL)).isEmpty();
    assertThat(derive(book, START.plusYears(1).plusDays(1), PROTOCOL))
        .extracting(Derived::get)
        .containsExactly(Action.STOP);
  }

  /** Enrolled on 1 March, cycle 1 on 3 March 2025, the first maintenance dose on the start. */
  @ParameterizedTest
  @CsvSource({
    "enrolment, 2026-03-01",
    "first-dose, 2026-03-03",
    "maintenance-start, 2026-06-02",
  })
  void theYearIsCountedFromTheDayThatTheTrialNames(String origin, LocalDate last) {
    Protocol protocol =
        ShippedTrial.folder().decided("treatment.maintenance-origin", origin).protocol();
    Book book = maintained(assessed(book(), "2025-05-26", "SD"), 1, START);

    assertThat(derive(book, last, protocol)).isEmpty();
    assertThat(derive(book, last.plusDays(1), protocol))
        .extracting(Derived::get)
        .containsExactly(Action.STOP);
  }

  @Test
  void anAssessmentAfterTheDayIsNotKnownOnTheDay() {
    Book book = assessed(assessed(book(), "2025-05-26", "SD"), "2025-06-03", "PD");
    assertThat(derive(book, START, PROTOCOL)).extracting(Derived::get).containsExactly(Action.GIVE);
    assertThat(derive(book, START.plusDays(1), PROTOCOL))
        .extracting(Derived::get)
        .containsExactly(Action.STOP);
  }

  @ParameterizedTest
  @CsvSource({"2025-04-13, HOLD", "2025-04-14, GIVE", "2025-05-26, GIVE"})
  void stableForAMinimumTimeCountsFromTheFirstDoseToTheAssessment(String on, Action expected) {
    assertThat(derive(assessed(book(), on, "SD"), START, meaning("stable-for-minimum-time")))
        .as("42 days after 2025-03-03 is 2025-04-14")
        .extracting(Derived::get)
        .containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({"yes, GIVE", "no, HOLD", "'', ASK"})
  void theInvestigatorsJudgementIsReadFromTheAssessment(String stable, Action expected) {
    Book book =
        stable.isEmpty()
            ? assessed(book(), "2025-05-26", "SD")
            : book()
                .form(
                    "assessment-2",
                    "tumour-assessment",
                    "assessed-on",
                    "2025-05-26",
                    "response",
                    "SD",
                    "clinically-stable",
                    stable);
    assertThat(derive(book, START, meaning("investigator-judgement")))
        .extracting(Derived::get)
        .containsExactly(expected);
  }

  @Test
  void maintenanceIsOverAfterAYearFromItsFirstDoseAndNotOnItsLastDay() {
    Book book = maintained(assessed(book(), "2025-05-26", "SD"), 1, START);

    assertThat(derive(book, START, PROTOCOL))
        .as("on its own day the first dose is not yet behind")
        .extracting(Derived::get)
        .containsExactly(Action.GIVE);
    assertThat(derive(book, START.plusYears(1), PROTOCOL)).isEmpty();
    List<Derived<Action>> after = derive(book, START.plusYears(1).plusDays(1), PROTOCOL);
    assertThat(after).extracting(Derived::get).containsExactly(Action.STOP);
    assertThat(after.getFirst().sentence(Language.EN))
        .isEqualTo("maintenance was to end on 2026-06-02; this is 2026-06-03: stop");
  }

  @Test
  void progressionEndsMaintenanceOnTheDayThatItIsRead() {
    Book book = maintained(assessed(book(), "2025-05-26", "SD"), 1, START);
    assessed(book, "2025-07-14", "PD");

    assertThat(derive(book, LocalDate.of(2025, 7, 13), PROTOCOL)).isEmpty();
    assertThat(derive(book, LocalDate.of(2025, 7, 14), PROTOCOL))
        .extracting(Derived::get)
        .containsExactly(Action.STOP);
  }

  @Test
  void whereTheProtocolLeavesItsEndsOpenAPersonIsAsked() {
    Protocol open =
        ShippedTrial.folder()
            .with(
                "protocol.yaml",
                "maintenance-ends: {value: [time-limit, progression, intolerance], source:"
                    + " detail-3-1}",
                "maintenance-ends: {unspecified: {en: Not stated., zh: 未说明。}}")
            .protocol();
    Book book = maintained(assessed(book(), "2025-05-26", "SD"), 1, START);
    assertThat(derive(book, START.plusDays(21), open))
        .extracting(Derived::get)
        .containsExactly(Action.ASK);
  }

  private static Outcome give(Protocol protocol) {
    Book book = assessed(book(), "2025-05-26", "SD");
    ParticipantCode code = ParticipantCode.ofOrdinal(1);
    AgentDay seen =
        TreatmentDecision.propose(
                book.casebook(), ENROLLED, protocol, "maintenance-1", START, "camrelizumab")
            .orElseThrow();
    return TreatmentDecision.decide(
        book.casebook(),
        ENROLLED,
        4,
        protocol,
        new TreatmentCommand.DecideDayOne(
            code,
            "maintenance-1",
            START,
            "camrelizumab",
            seen.proposal().inputs(),
            Action.GIVE,
            "as discussed",
            "s.wu"),
        new Context("i.li", Role.INVESTIGATOR, "01", Instant.EPOCH, START, Digest.NONE));
  }

  @Test
  void maintenanceIsNotAuthorisedWhileTheProtocolDoesNotSayWhatStabilisationIs() {
    Protocol undefined = MaintenanceTest.withoutMeaning();

    assertThat(give(PROTOCOL)).isInstanceOf(Outcome.Accepted.class);
    assertThat(give(undefined)).isInstanceOf(Outcome.Refused.class);
    Refusal refusal = ((Outcome.Refused) give(undefined)).refusals().getFirst();
    assertThat(refusal.rule()).isEqualTo(TreatmentRule.MAINTENANCE_UNDEFINED);
    assertThat(refusal.message().in(Language.EN))
        .contains(
            "cannot be authorised", "The protocol leaves open", "treatment.maintenance-start");
    assertThat(refusal.message().in(Language.ZH)).contains("不能批准维持治疗", "方案未规定");
  }

  @Test
  void whereTheLimitOfMaintenanceCannotBeToldAPersonIsAsked() {
    Book book = maintained(assessed(book(), "2025-05-26", "SD"), 1, START);
    Protocol open = ShippedTrial.folder().undecided("treatment.maintenance-origin").protocol();
    assertThat(derive(book, START.plusDays(21), open))
        .extracting(Derived::get)
        .containsExactly(Action.ASK);

    Protocol withoutDay =
        ShippedTrial.folder()
            .decided("treatment.maintenance-origin", "radiotherapy-end")
            .protocol();
    List<Derived<Action>> asked = derive(book, START.plusDays(21), withoutDay);
    assertThat(asked).extracting(Derived::get).containsExactly(Action.ASK);
    assertThat(asked.getFirst().sentence(Language.EN)).contains("no date is recorded");
  }

  @Test
  void progressionEndsMaintenanceOnlyWhereTheTrialNamesIt() {
    Protocol beyond =
        ShippedTrial.folder()
            .with(
                "protocol.yaml",
                "maintenance-ends: {value: [time-limit, progression, intolerance]",
                "maintenance-ends: {value: [time-limit, intolerance]")
            .protocol();
    Book book = maintained(assessed(book(), "2025-05-26", "SD"), 1, START);
    assessed(book, "2025-07-14", "PD");

    assertThat(derive(book, LocalDate.of(2025, 7, 14), beyond)).isEmpty();
    assertThat(derive(book, START.plusYears(1).plusDays(1), beyond))
        .extracting(Derived::get)
        .containsExactly(Action.STOP);
  }

  @Test
  void noLaterReadingTakesAProgressionBack() {
    Book book = assessed(assessed(book(), "2025-05-12", "PD"), "2025-05-26", "SD");
    Derived<Action> proposal = derive(book, START, PROTOCOL).getFirst();
    assertThat(proposal.get()).isEqualTo(Action.STOP);
    assertThat(proposal.inputs())
        .anySatisfy(
            input ->
                assertThat(((Derived<?>) input).sentence(Language.EN))
                    .isEqualTo("progression was read on 2025-05-12"));
  }
}
