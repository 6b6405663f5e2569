package org.lodestar.trial.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

/** When maintenance is due under the shipped trial: cycles on 3 and 24 March and 14 April 2025. */
class MaintenanceStartDayTest {
  private static final Protocol PROTOCOL = ShippedTrial.folder().protocol();
  private static final LocalDate TODAY = LocalDate.of(2025, 7, 1);

  /** One cycle after 14 April. */
  private static final LocalDate BY_CYCLES = LocalDate.of(2025, 5, 5);

  private static Book treated(int fractions) {
    Book book = new Book();
    dose(book, "cycle-1", "2025-03-03");
    dose(book, "cycle-2", "2025-03-24");
    dose(book, "cycle-3", "2025-04-14");
    LocalDate day = LocalDate.of(2025, 3, 24);
    for (int number = 1; number <= fractions; number++) {
      book.form(
          "radiotherapy-week-1",
          "fraction",
          "number",
          Integer.toString(number),
          "delivered-at",
          day + "T10:00",
          "status",
          "complete");
      day = day.plusDays(day.getDayOfWeek() == java.time.DayOfWeek.FRIDAY ? 3 : 1);
    }
    return book;
  }

  /** With all 25 fractions, the last on 25 April. */
  private static Book treated() {
    return treated(25);
  }

  private static void dose(Book book, String visit, String on) {
    book.form(visit, "administration", "agent", "camrelizumab", "started-at", on + "T09:00");
  }

  private static Book assessed(Book book, String on, String response) {
    return book.form(
        "assessment-" + on,
        "tumour-assessment",
        "assessed-on",
        on,
        "response",
        response,
        "clinically-stable",
        response.equals("SD") ? "yes" : "no");
  }

  private static Schedule schedule(Book book, Protocol protocol) {
    WorkingDays weekdays = WorkingDays.mondayToFriday();
    return Schedule.derive(
        ScheduleFacts.read(book.sheets(), protocol, null),
        protocol,
        weekdays,
        weekdays,
        Outlook.from(TODAY));
  }

  private static Derived<CyclePlan> maintenance(Book book) {
    return schedule(book, PROTOCOL).maintenance();
  }

  private static LocalDate due(Derived<CyclePlan> plan) {
    return plan.get().cycles().getFirst().planned();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-04-28, 2025-05-05", // before the cycle rule: the rule decides
    "2025-05-05, 2025-05-05",
    "2025-05-06, 2025-05-06", // after it: the assessment decides
    "2025-06-02, 2025-06-02"
  })
  void itIsDueOnTheLaterOfTheCycleRuleAndTheAssessment(String on, LocalDate due) {
    Derived<CyclePlan> plan = maintenance(assessed(treated(), on, "SD"));

    assertThat(due(plan)).isEqualTo(due);
    Derived<?> first = (Derived<?>) plan.inputs().getFirst();
    assertThat(first.sentence(Language.EN))
        .startsWith("maintenance is due on " + due)
        .contains("2025-05-05", on, "no progression at the last assessment");
    assertThat(first.sentence(Language.ZH)).contains("维持治疗应于", "较晚者");
    assertThat(first.settings()).containsKey("treatment.maintenance-start");
    assertThat(plan.facts()).isNotEmpty();
  }

  @Test
  void onceItIsDueItsVisitsArePlanned() {
    Schedule schedule = schedule(assessed(treated(), "2025-06-02", "PR"), PROTOCOL);

    assertThat(schedule.visits().visit("maintenance-1").orElseThrow().planned().get())
        .isEqualTo(LocalDate.of(2025, 6, 2));
    assertThat(schedule.visits().visit("maintenance-2").orElseThrow().planned().get())
        .isEqualTo(LocalDate.of(2025, 6, 23));
  }

  @Test
  void theFirstAssessmentThatShowsItCountsAndNotALaterOne() {
    Book book = assessed(assessed(treated(), "2025-05-12", "NE"), "2025-05-26", "SD");

    assertThat(due(maintenance(assessed(book, "2025-06-23", "PR")))).isEqualTo("2025-05-26");
  }

  @ParameterizedTest
  @CsvSource({"2025-03-20, SD", "2025-04-25, PR", "2025-06-02, NE"})
  void itWaitsWhileNoAssessmentSinceChemoradiationShowsIt(String on, String response) {
    Derived<CyclePlan> plan = maintenance(assessed(treated(), on, response));

    assertThat(plan.isKnown()).isFalse();
    assertThat(plan.sentence(Language.EN)).startsWith("maintenance waits for an assessment");
    assertThat(plan.sentence(Language.ZH)).startsWith("维持治疗须等待");
    assertThat(plan.facts()).isNotEmpty();
  }

  @Test
  void itWaitsWhileFractionsAreOwed() {
    Book owed = assessed(treated(24), "2025-05-12", "SD");
    assertThat(maintenance(owed).isKnown()).isFalse();

    owed.form(
        "running",
        "discontinuation",
        "agent",
        "radiotherapy",
        "stopped-on",
        "2025-04-25",
        "reason",
        "adverse-event");
    assertThat(due(maintenance(owed))).isEqualTo("2025-05-12");
  }

  @Test
  void afterProgressionItDoesNotBegin() {
    Book book = assessed(assessed(treated(), "2025-05-26", "SD"), "2025-06-23", "PD");

    assertThat(maintenance(book).sentence(Language.EN))
        .isEqualTo("maintenance does not begin: progression was read on 2025-06-23");
  }

  @Test
  void afterItsAgentWasGivenUpItDoesNotBegin() {
    Book book =
        assessed(treated(), "2025-05-26", "SD")
            .form(
                "running",
                "discontinuation",
                "agent",
                "camrelizumab",
                "stopped-on",
                "2025-05-27",
                "reason",
                "adverse-event")
            .form(
                "cycle-3",
                "administration",
                "agent",
                "carboplatin",
                "started-at",
                "2025-04-14T11:00");

    assertThat(maintenance(book).sentence(Language.EN))
        .isEqualTo("maintenance does not begin: its agents were given up on 2025-05-27");
  }

  @Test
  void aFirstDoseThatWasGivenOrDecidedComesFirst() {
    Book given = assessed(treated(), "2025-05-26", "SD");
    dose(given, "maintenance-1", "2025-05-20");
    assertThat(due(maintenance(given))).isEqualTo("2025-05-20");

    Book decided =
        assessed(treated(), "2025-05-26", "SD").decided("schedule.maintenance-start", "2025-06-10");
    assertThat(due(maintenance(decided))).isEqualTo("2025-06-10");
  }

  private static Protocol meaning(String meaning) {
    return ShippedTrial.folder()
        .with("decisions.yaml", "value: no-progression-at-last-assessment", "value: " + meaning)
        .protocol();
  }

  /** The first dose was on 3 March; 42 days after is 14 April, 70 days is 12 May. */
  @ParameterizedTest
  @CsvSource({"69, 2025-05-12", "70, 2025-05-12", "71, 2025-05-26"})
  void stableForAMinimumTimeCountsFromTheFirstDose(int days, LocalDate due) {
    Protocol protocol =
        ShippedTrial.folder()
            .with(
                "decisions.yaml",
                "value: no-progression-at-last-assessment",
                "value: stable-for-minimum-time")
            .decided("imaging.stable-min-days", Integer.toString(days))
            .protocol();
    Book book = assessed(assessed(treated(), "2025-05-12", "SD"), "2025-05-26", "SD");

    assertThat(due(schedule(book, protocol).maintenance())).isEqualTo(due);
  }

  @Test
  void theInvestigatorsJudgementIsAskedForWhereTheTrialSaysSo() {
    Book book = assessed(assessed(treated(), "2025-05-12", "PR"), "2025-05-26", "SD");

    assertThat(due(schedule(book, meaning("investigator-judgement")).maintenance()))
        .as("only the second was judged stable")
        .isEqualTo("2025-05-26");
  }

  @Test
  void whatTheProtocolLeavesOpenIsNamed() {
    Book book = assessed(treated(), "2025-05-26", "SD");
    Protocol open = ShippedTrial.folder().undecided("treatment.maintenance-start").protocol();

    assertThat(schedule(book, open).maintenance().sentence(Language.EN))
        .contains("The protocol leaves open", "treatment.maintenance-start");
  }

  @Test
  void anOpenIntervalOfItsAgentIsNamed() {
    String text = ShippedTrial.folder().text("protocol.yaml");
    int agent = text.indexOf("\n  camrelizumab:");
    String stated = "interval-days: {value: 21, source: detail-2-1}";
    int at = text.indexOf(stated, agent);
    Protocol open =
        ShippedTrial.folder()
            .with(
                "protocol.yaml",
                text.substring(0, at)
                    + "interval-days: {unspecified: {en: Not stated., zh: 未说明。}}"
                    + text.substring(at + stated.length()))
            .protocol();
    Book book = treated();
    dose(book, "maintenance-1", BY_CYCLES.toString());

    assertThat(schedule(book, open).maintenance().sentence(Language.EN))
        .contains("The protocol leaves open", "agents.camrelizumab.interval-days");
  }
}
