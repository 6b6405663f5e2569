package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Proposal;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;
import org.lodestar.trial.schedule.Outlook;
import org.lodestar.trial.schedule.Schedule;
import org.lodestar.trial.schedule.ScheduleFacts;
import org.lodestar.trial.schedule.WorkingDays;

/** Day 1 of cycle 2 under the shipped trial. */
class DayOneTest {
  private static final Protocol PROTOCOL = ShippedTrial.folder().protocol();
  private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
  static final LocalDate DAY = FIRST.plusDays(21);

  static Book book() {
    Book book =
        new Book()
            .form("screening", "demography", "birth-date", "1963-05", "sex", "male")
            .form(
                "screening",
                "performance",
                "assessed-on",
                "2025-03-01",
                "height",
                "170 cm",
                "weight",
                "65 kg",
                "ecog",
                "1");
    for (String agent : new String[] {"paclitaxel", "carboplatin", "camrelizumab"}) {
      book.form(
          "cycle-1",
          "administration",
          "agent",
          agent,
          "cycle",
          "1",
          "started-at",
          FIRST + "T09:00",
          "dose",
          "200 mg");
    }
    return book;
  }

  static Book withLaboratory(Book book, String neutrophils, LocalDate on) {
    return book.form(
        "cycle-2",
        "laboratory",
        "sampled-on",
        on.toString(),
        "neutrophils",
        neutrophils + " 10^9/L",
        "platelets",
        "180 10^9/L",
        "haemoglobin",
        "110 g/L",
        "bilirubin",
        "12 umol/L",
        "bilirubin-uln",
        "1.2 mg/dL",
        "alt-uln",
        "40 U/L",
        "ast-uln",
        "40 U/L",
        "alt",
        "30 U/L",
        "ast",
        "28 U/L",
        "creatinine",
        "80 umol/L");
  }

  static Book fit() {
    return withLaboratory(book(), "2.1", DAY.minusDays(1));
  }

  private static Book event(Book book, String term, int grade, String immune, String ended) {
    return book.form(
        "cycle-1",
        "adverse-event",
        "term",
        term,
        "grade",
        Integer.toString(grade),
        "started-on",
        FIRST.plusDays(8).toString(),
        "immune-related",
        immune,
        ended.isEmpty() ? "verbatim" : "ended-on",
        ended.isEmpty() ? term : ended);
  }

  private static DayOne dayOne(Book book, Protocol protocol, LocalDate day) {
    Schedule schedule =
        Schedule.derive(
            ScheduleFacts.read(
                book.sheets(),
                protocol,
                new EnrolmentRegister.Standing.Enrolled("01-001", 1, FIRST, 1)),
            protocol,
            WorkingDays.mondayToFriday(),
            WorkingDays.mondayToFriday(),
            Outlook.from(day));
    return new DayOne(book.sheets(), protocol, schedule.treatment(), day);
  }

  private static Map<String, AgentDay> decide(Book book, LocalDate day) {
    return dayOne(book, PROTOCOL, day).deriveVisit("cycle-2").stream()
        .collect(Collectors.toMap(AgentDay::agent, Function.identity()));
  }

  private static Action action(Map<String, AgentDay> decided, String agent) {
    AgentDay one = decided.get(agent);
    assertThat(one).as(agent).isNotNull();
    return one.proposal().derived().get();
  }

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

  @ParameterizedTest
  @CsvSource({"2, HOLD", "3, STOP"})
  void pneumonitisHoldsOrStopsThePd1InhibitorAndRadiotherapy(int grade, Action expected) {
    Book book = event(fit(), "Pneumonitis", grade, "yes", "");
    assertThat(action(decide(book, DAY), "camrelizumab")).isEqualTo(expected);
    assertThat(dayOne(book, PROTOCOL, DAY).deriveFraction().proposal().derived().get())
        .isEqualTo(expected);
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
  void thePd1InhibitorIsOmittedDuringRadiotherapyWhenTheTrialSaysSo() {
    Protocol without =
        ShippedTrial.folder()
            .with(
                "decisions.yaml",
                "treatment.pd-1-during-radiotherapy:\n    value: true",
                "treatment.pd-1-during-radiotherapy:\n    value: false")
            .protocol();
    AgentDay camrelizumab =
        dayOne(fit(), without, DAY).deriveVisit("cycle-2").stream()
            .filter(one -> one.agent().equals("camrelizumab"))
            .findFirst()
            .orElseThrow();
    assertThat(camrelizumab.proposal().derived().get()).isEqualTo(Action.OMIT);
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
}
