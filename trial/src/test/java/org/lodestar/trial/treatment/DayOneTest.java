package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestar.trial.treatment.DayOneBook.DAY;
import static org.lodestar.trial.treatment.DayOneBook.FIRST;
import static org.lodestar.trial.treatment.DayOneBook.PROTOCOL;
import static org.lodestar.trial.treatment.DayOneBook.action;
import static org.lodestar.trial.treatment.DayOneBook.book;
import static org.lodestar.trial.treatment.DayOneBook.camrelizumab;
import static org.lodestar.trial.treatment.DayOneBook.dayOne;
import static org.lodestar.trial.treatment.DayOneBook.decide;
import static org.lodestar.trial.treatment.DayOneBook.event;
import static org.lodestar.trial.treatment.DayOneBook.fit;
import static org.lodestar.trial.treatment.DayOneBook.withLaboratory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Proposal;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

/** Day 1 of cycle 2 under the shipped trial. */
class DayOneTest {
  @Test
  void whenAllConditionsHoldEveryAgentIsGivenAtItsFullDose() {
    Map<String, AgentDay> decided = decide(fit(), DAY);
    assertThat(decided).containsOnlyKeys("paclitaxel", "carboplatin", "camrelizumab");
    assertThat(decided.values()).allMatch(d -> d.proposal().derived().get() == Action.GIVE);
    assertThat(decided.get("carboplatin").dose().orElseThrow().doseMg().get())
        .isEqualByComparingTo("520");
    assertThat(decided.get("camrelizumab").dose().orElseThrow().doseMg().get())
        .isEqualByComparingTo("200");
    assertThat(decided.get("carboplatin").proposal().status()).isEqualTo(Proposal.Status.OPEN);
  }

  @Test
  void theChosenTaxaneIsTheOneGivenBeforeAndBothAreOfferedAtTheStart() {
    assertThat(dayOne(fit(), PROTOCOL, DAY).agentsOf(2))
        .extracting(agent -> agent.key())
        .containsExactly("paclitaxel", "carboplatin", "camrelizumab");
    assertThat(dayOne(new Book(), PROTOCOL, DAY).agentsOf(1))
        .extracting(agent -> agent.key())
        .contains("paclitaxel", "nab-paclitaxel");
  }

  @ParameterizedTest
  @CsvSource({"1.5, GIVE", "1.49, HOLD"})
  void limitsAreInclusiveAndConcernTheirAgentsOnly(String neutrophils, Action expected) {
    Map<String, AgentDay> decided = decide(withLaboratory(book(), neutrophils, DAY), DAY);
    assertThat(action(decided, "paclitaxel")).isEqualTo(expected);
    assertThat(action(decided, "carboplatin")).isEqualTo(expected);
    assertThat(action(decided, "camrelizumab")).isEqualTo(Action.GIVE);
  }

  @Test
  void aMissingOrOldSampleIsAskedForAndNeverPassed() {
    assertThat(action(decide(book(), DAY), "carboplatin")).isEqualTo(Action.ASK);
    Map<String, AgentDay> old = decide(withLaboratory(book(), "2.1", DAY.minusDays(4)), DAY);
    assertThat(action(old, "paclitaxel")).isEqualTo(Action.ASK);
    Derived<Action> reason =
        DayOneDecision.reasons(old.get("paclitaxel").proposal().derived()).getFirst();
    assertThat(reason.sentence(Language.EN)).contains("4 days before").contains("at most 3");
  }

  @Test
  void aCycleDelayedToTheLimitStopsChemotherapyAndNotThePd1Inhibitor() {
    LocalDate late = DAY.plusDays(42);
    Map<String, AgentDay> decided = decide(withLaboratory(book(), "1.2", late), late);
    assertThat(action(decided, "carboplatin")).isEqualTo(Action.STOP);
    assertThat(action(decided, "camrelizumab")).isEqualTo(Action.GIVE);
    LocalDate before = late.minusDays(1);
    assertThat(action(decide(withLaboratory(book(), "1.2", before), before), "carboplatin"))
        .isEqualTo(Action.HOLD);
  }

  @Test
  void neuropathyGradeTwoReducesTheTaxaneByOneLevel() {
    Map<String, AgentDay> decided =
        decide(
            event(fit(), "Peripheral sensory neuropathy", 2, "no", DAY.minusDays(2).toString()),
            DAY);
    assertThat(action(decided, "paclitaxel")).isEqualTo(Action.REDUCE);
    AgentDose dose = decided.get("paclitaxel").dose().orElseThrow();
    assertThat(dose.level()).isEqualTo(1);
    assertThat(dose.calculatedMg().sentence(Language.EN)).contains("135 mg/m2");
    assertThat(action(decided, "carboplatin")).isEqualTo(Action.GIVE);
  }

  @Test
  void aReductionBelowTheLowestDoseMeansToStop() {
    Book book =
        event(fit(), "Peripheral sensory neuropathy", 2, "no", DAY.minusDays(2).toString())
            .form(
                "cycle-1", "prescription", "agent", "paclitaxel", "cycle", "1", "dose-level", "2");
    assertThat(action(decide(book, DAY), "paclitaxel")).isEqualTo(Action.STOP);
  }

  @Test
  void aStoppedAgentStaysStopped() {
    Book book =
        fit()
            .form(
                "cycle-1",
                "discontinuation",
                "agent",
                "camrelizumab",
                "stopped-on",
                FIRST.plusDays(10).toString(),
                "reason",
                "toxicity");
    assertThat(action(decide(book, DAY), "camrelizumab")).isEqualTo(Action.STOP);
  }

  @Test
  void aDecisionIsOutOfDateWhenTheSampleIsCorrected() {
    Book book = fit();
    AgentDay before = decide(book, DAY).get("carboplatin");
    assertThat(before).isNotNull();
    assertThat(before.proposal().subject())
        .isEqualTo("treatment.day-1/cycle-2/2025-03-24/carboplatin");
    book.decided(before.proposal().subject(), "give");
    AgentDay after = decide(book, DAY).get("carboplatin");
    assertThat(after).isNotNull();
    assertThat(after.proposal().status()).isEqualTo(Proposal.Status.OUT_OF_DATE);
  }

  @Test
  void aProposalReachesTheFactsOfItsSample() {
    AgentDay carboplatin = decide(fit(), DAY).get("carboplatin");
    assertThat(carboplatin).isNotNull();
    assertThat(carboplatin.proposal().derived().facts())
        .extracting(fact -> fact.item())
        .contains("laboratory.neutrophils", "laboratory.creatinine");
  }

  @ParameterizedTest
  @CsvSource({"84, HOLD", "85, STOP"})
  void aHoldThatLastsLongerThanTheTrialAllowsMeansToStop(int days, Action expected) {
    // Last given on day 1 of cycle 1, so due three weeks later.
    LocalDate day = FIRST.plusDays(21 + days);
    Book book = event(book(), "Pneumonitis", 2, "yes", "");
    assertThat(camrelizumab(book, PROTOCOL, "cycle-2", day)).isEqualTo(expected);
    AgentDay proposed =
        dayOne(book, PROTOCOL, day).deriveVisit("cycle-2").stream()
            .filter(one -> one.agent().equals("camrelizumab"))
            .findFirst()
            .orElseThrow();
    if (expected == Action.STOP) {
      assertThat(
              DayOneDecision.reasons(proposed.proposal().derived())
                  .getFirst()
                  .sentence(Language.EN))
          .isEqualTo("camrelizumab has been held for 85 days, more than 84: stop permanently");
    }
  }

  @Test
  void whatIsNotHeldIsNotStoppedForItsAgeAndWhatWasNeverGivenIsNotHeldTooLong() {
    LocalDate late = FIRST.plusDays(300);
    assertThat(camrelizumab(book(), PROTOCOL, "cycle-2", late)).isEqualTo(Action.GIVE);
    Book never = event(new Book(), "Pneumonitis", 2, "yes", "");
    assertThat(camrelizumab(never, PROTOCOL, "cycle-1", late)).isEqualTo(Action.HOLD);
  }

  @Test
  void ofAlternativesBothStayOpenWhileOnlyAnotherAgentWasGiven() {
    Book carboplatin =
        new Book()
            .form(
                "cycle-1",
                "administration",
                "agent",
                "carboplatin",
                "cycle",
                "1",
                "started-at",
                FIRST + "T09:00",
                "dose",
                "450 mg");
    assertThat(dayOne(carboplatin, PROTOCOL, DAY).agentsOf(2))
        .extracting(agent -> agent.key())
        .contains("paclitaxel", "nab-paclitaxel");
    Book prescribed =
        new Book()
            .form("cycle-1", "prescription", "agent", "nab-paclitaxel", "planned-on", "2025-03-03");
    assertThat(dayOne(prescribed, PROTOCOL, DAY).agentsOf(2))
        .extracting(agent -> agent.key())
        .contains("nab-paclitaxel")
        .doesNotContain("paclitaxel");
  }

  @Test
  void theLastCycleOfInductionHasItsAgentsAndTheNextOneThoseWithRadiotherapy() {
    Protocol induction =
        ShippedTrial.folder()
            .decided("agents.camrelizumab.phases", "[induction, maintenance]")
            .protocol();
    DayOne dayOne = dayOne(new Book(), induction, DAY);
    assertThat(dayOne.agentsOf(1)).extracting(agent -> agent.key()).contains("camrelizumab");
    assertThat(dayOne.agentsOf(2)).extracting(agent -> agent.key()).doesNotContain("camrelizumab");
  }

  @Test
  void aReductionToTheLowestDoseIsStillAReduction() {
    Book book =
        event(fit(), "Peripheral sensory neuropathy", 2, "no", DAY.minusDays(2).toString())
            .form(
                "cycle-1", "prescription", "agent", "paclitaxel", "cycle", "1", "dose-level", "1");
    AgentDay day = decide(book, DAY).get("paclitaxel");
    assertThat(day).isNotNull();
    assertThat(day.proposal().derived().get()).isEqualTo(Action.REDUCE);
    assertThat(day.dose().orElseThrow().level()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "treatment.day-1-rules, the protocol leaves open: ",
    "treatment.toxicity-rules, the protocol leaves open: "
  })
  void whileTheRulesAreLeftOpenAPersonIsAsked(String setting, String sentence) {
    Protocol open = ShippedTrial.folder().undecided(setting).protocol();
    DayOne dayOne = dayOne(fit(), open, DAY);
    AgentDay carboplatin =
        dayOne.deriveVisit("cycle-2").stream()
            .filter(one -> one.agent().equals("carboplatin"))
            .findFirst()
            .orElseThrow();
    assertThat(carboplatin.proposal().derived().get()).isEqualTo(Action.ASK);
    assertThat(
            DayOneDecision.reasons(carboplatin.proposal().derived())
                .getFirst()
                .sentence(Language.EN))
        .startsWith(sentence)
        .endsWith("; ask");
    assertThat(dayOne.deriveFraction().proposal().derived().get()).isEqualTo(Action.ASK);
  }

  /** The dose that would be drawn up: nothing for an agent that is not given. */
  private static BigDecimal doseMg(AgentDay day) {
    Action action = day.proposal().derived().get();
    boolean given = action == Action.GIVE || action == Action.REDUCE;
    return day.dose()
        .filter(any -> given)
        .flatMap(dose -> dose.doseMg().known())
        .orElse(BigDecimal.ZERO);
  }

  @Property(tries = 60)
  void moreToxicityOrAWorseSampleNeverRaisesADose(
      @ForAll("terms") String term,
      @ForAll @IntRange(min = 1, max = 4) int grade,
      @ForAll boolean immune,
      @ForAll @IntRange(min = 0, max = 30) int tenths) {
    String neutrophils = BigDecimal.valueOf(tenths, 1).toPlainString();
    Map<String, AgentDay> fit = decide(fit(), DAY);
    Map<String, AgentDay> worse =
        decide(
            event(
                withLaboratory(book(), neutrophils, DAY.minusDays(1)),
                term,
                grade,
                immune ? "yes" : "no",
                ""),
            DAY);

    worse.forEach(
        (agent, day) ->
            assertThat(doseMg(day)).as(agent).isLessThanOrEqualTo(doseMg(fit.get(agent))));
  }

  @Provide
  Arbitrary<String> terms() {
    return Arbitraries.of(
        "Pneumonitis",
        "Peripheral sensory neuropathy",
        "Febrile neutropenia",
        "Platelet count decreased",
        "Colitis",
        "Nausea");
  }

  private static Book anaemic() {
    return book()
        .form(
            "cycle-2",
            "laboratory",
            "sampled-on",
            DAY.minusDays(1).toString(),
            "neutrophils",
            "2.1 10^9/L",
            "platelets",
            "180 10^9/L",
            "haemoglobin",
            "75 g/L",
            "bilirubin",
            "12 umol/L",
            "bilirubin-uln",
            "1.2 mg/dL",
            "alt",
            "30 U/L",
            "alt-uln",
            "40 U/L",
            "ast",
            "28 U/L",
            "ast-uln",
            "40 U/L",
            "creatinine",
            "80 umol/L");
  }

  @Test
  void aQuestionDoesNotHideTheReductionThatIsDue() {
    Book book = event(anaemic(), "Febrile neutropenia", 3, "no", DAY.minusDays(5).toString());
    AgentDay day = decide(book, DAY).get("paclitaxel");
    assertThat(day).isNotNull();
    assertThat(day.proposal().derived().get()).isEqualTo(Action.ASK);
    assertThat(day.dose().orElseThrow().level()).isEqualTo(1);
    assertThat(DayOneDecision.reasons(day.proposal().derived()))
        .extracting(Derived::get)
        .containsExactlyInAnyOrder(Action.ASK, Action.REDUCE);

    book.form("cycle-1", "prescription", "agent", "paclitaxel", "cycle", "1", "dose-level", "2");
    assertThat(action(decide(book, DAY), "paclitaxel"))
        .as("no level is left")
        .isEqualTo(Action.STOP);
  }

  @Test
  void aReducedDoseThatWasPrescribedAndNotGivenIsNotReducedOnceMore() {
    Book book =
        event(fit(), "Peripheral sensory neuropathy", 2, "no", DAY.minusDays(2).toString())
            .form(
                "cycle-2",
                "prescription",
                "agent",
                "paclitaxel",
                "cycle",
                "2",
                "planned-on",
                DAY.toString(),
                "decision",
                "give",
                "dose-level",
                "1");
    AgentDay onTheDay = decide(book, DAY).get("paclitaxel");
    assertThat(onTheDay).isNotNull();
    assertThat(onTheDay.proposal().derived().get()).isEqualTo(Action.REDUCE);
    assertThat(onTheDay.dose().orElseThrow().level()).isEqualTo(1);

    LocalDate later = DAY.plusDays(7);
    AgentDay aWeekLater =
        decide(withLaboratory(book, "2.1", later.minusDays(1)), later).get("paclitaxel");
    assertThat(aWeekLater).isNotNull();
    assertThat(aWeekLater.proposal().derived().get()).isEqualTo(Action.GIVE);
    assertThat(aWeekLater.dose().orElseThrow().level()).isEqualTo(1);
  }

  /** Cycle 1 was on 3 March. */
  @ParameterizedTest
  @CsvSource({"2025-03-12, REDUCE", "2025-03, REDUCE", "2025-02, GIVE"})
  void anEventOfWhichOnlyTheMonthIsKnownIsReducedForUnlessItWasCertainlyBeforeTheLastDose(
      String started, Action expected) {
    Book book =
        fit()
            .form(
                "cycle-1",
                "adverse-event",
                "term",
                "Febrile neutropenia",
                "grade",
                "3",
                "started-on",
                started,
                "ended-on",
                "2025-03-20",
                "immune-related",
                "no");
    assertThat(action(decide(book, DAY), "carboplatin")).isEqualTo(expected);
  }

  /** Cycle 3 on 14 April, so due on 5 May; what holds the first maintenance dose began in July. */
  @ParameterizedTest
  @CsvSource({"2025-07-29, HOLD", "2025-10-17, HOLD", "2025-10-18, STOP"})
  void aHoldIsNotCountedFromBeforeWhatHolds(LocalDate day, Action expected) {
    Book book =
        book()
            .form(
                "cycle-3",
                "administration",
                "agent",
                "camrelizumab",
                "cycle",
                "3",
                "started-at",
                "2025-04-14T09:00",
                "dose",
                "200 mg")
            .form(
                "assessment-1",
                "tumour-assessment",
                "reader",
                "investigator",
                "assessed-on",
                "2025-06-20",
                "response",
                "PR")
            .form(
                "running",
                "adverse-event",
                "term",
                "Pneumonitis",
                "grade",
                "2",
                "started-on",
                "2025-07-25",
                "immune-related",
                "yes");
    assertThat(camrelizumab(book, PROTOCOL, "maintenance-1", day)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, GIVE", "1, ASK"})
  void whileTheLongestDelayIsOpenADelayIsAskedFor(int delayedDays, Action expected) {
    Protocol open = ShippedTrial.folder().undecided("treatment.delay-max-days").protocol();
    LocalDate day = DAY.plusDays(delayedDays);
    AgentDay carboplatin =
        dayOne(withLaboratory(book(), "2.1", day), open, day).deriveVisit("cycle-2").stream()
            .filter(one -> one.agent().equals("carboplatin"))
            .findFirst()
            .orElseThrow();
    assertThat(carboplatin.proposal().derived().get()).isEqualTo(expected);
  }
}
