package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;

/** What is known of one agent before a day. */
class AgentRecordTest {
  private static final LocalDate DAY = LocalDate.of(2025, 4, 14);

  private static Book given(Book book, String agent, String cycle, String at, String dose) {
    return book.form(
        "cycle-" + cycle,
        "administration",
        "agent",
        agent,
        "cycle",
        cycle,
        "started-at",
        at,
        "dose",
        dose);
  }

  private static Book prescribed(Book book, String agent, String level, String plannedOn) {
    return book.form(
        "cycle-1", "prescription", "agent", agent, "planned-on", plannedOn, "dose-level", level);
  }

  private static Book stopped(Book book, String agent, String on) {
    return book.form("running", "discontinuation", "agent", agent, "stopped-on", on);
  }

  private static AgentRecord before(Book book, String agent) {
    return AgentRecord.before(book.sheets(), agent, DAY);
  }

  @Test
  void theDosesOfTheAgentAloneAreToldInTheOrderOfTime() {
    Book book = given(new Book(), "paclitaxel", "2", "2025-03-24T09:00", "240 mg");
    given(book, "paclitaxel", "1", "2025-03-03T09:00", "0.3 g");
    given(book, "carboplatin", "2", "2025-03-25T11:00", "520 mg");

    AgentRecord record = before(book, "paclitaxel");

    assertThat(record.agent()).isEqualTo("paclitaxel");
    assertThat(record.given())
        .extracting(AgentRecord.Given::on, AgentRecord.Given::cycle, AgentRecord.Given::visit)
        .containsExactly(
            tuple(LocalDate.of(2025, 3, 3), 1, "cycle-1"),
            tuple(LocalDate.of(2025, 3, 24), 2, "cycle-2"));
    assertThat(record.given().getFirst().doseMg()).isEqualByComparingTo(new BigDecimal("300"));
    assertThat(((Derived<?>) record.given().getFirst().fact()).sentence(Language.EN))
        .isEqualTo("300 mg on 2025-03-03, cycle 1");
    assertThat(record.lastGiven()).contains(LocalDate.of(2025, 3, 24));
  }

  @Test
  void aDoseOfTheDayItselfFollowsTheDecisionAndDoesNotCount() {
    Book book = given(new Book(), "paclitaxel", "2", DAY.minusDays(1) + "T23:59", "240 mg");
    given(book, "paclitaxel", "3", DAY + "T00:00", "240 mg");

    assertThat(before(book, "paclitaxel").given())
        .extracting(AgentRecord.Given::cycle)
        .containsExactly(2);
  }

  @ParameterizedTest
  @CsvSource({
    "?unknown, 2025-03-24T09:00, 240 mg",
    "2, ?unknown, 240 mg",
    "2, 2025-03-24T09:00, ?unknown",
    "2, 2025-03-24, 240 mg"
  })
  void aDoseWithoutCycleTimeOrAmountIsNotCounted(String cycle, String at, String dose) {
    Book book =
        new Book()
            .form(
                "cycle-2",
                "administration",
                "agent",
                "paclitaxel",
                "cycle",
                cycle,
                "started-at",
                at,
                "dose",
                dose);

    assertThat(before(book, "paclitaxel").given()).isEmpty();
    assertThat(before(book, "paclitaxel").lastGiven()).isEmpty();
  }

  @Test
  void beforeAnythingIsRecordedTheLevelIsTheFullDose() {
    AgentRecord record = before(new Book(), "paclitaxel");

    assertThat(record.level()).isZero();
    assertThat(record.given()).isEmpty();
    assertThat(record.stopped()).isNull();
  }

  @Test
  void aLevelIsNeverTakenBack() {
    Book book = prescribed(new Book(), "paclitaxel", "2", "2025-03-03");
    prescribed(book, "paclitaxel", "1", "2025-03-24");
    prescribed(book, "carboplatin", "3", "2025-03-24");

    assertThat(before(book, "paclitaxel").level()).isEqualTo(2);
    assertThat(before(book, "carboplatin").level()).isEqualTo(3);
  }

  @Test
  void aPrescriptionForTheDayOrLaterDoesNotMoveTheLevelOfTheDay() {
    assertThat(
            before(prescribed(new Book(), "paclitaxel", "1", DAY.toString()), "paclitaxel").level())
        .isZero();
    assertThat(
            before(
                    prescribed(new Book(), "paclitaxel", "1", DAY.minusDays(1).toString()),
                    "paclitaxel")
                .level())
        .isEqualTo(1);
  }

  @Test
  void aReductionOfUnknownDateCountsForSafety() {
    assertThat(before(prescribed(new Book(), "paclitaxel", "1", "?unknown"), "paclitaxel").level())
        .isEqualTo(1);
  }

  @Test
  void aStopCountsOnItsOwnDayAndTheEarliestOneStands() {
    Book book = stopped(new Book(), "paclitaxel", DAY.toString());
    assertThat(Objects.requireNonNull(before(book, "paclitaxel").stopped()).get()).isEqualTo(DAY);
    stopped(book, "paclitaxel", "2025-03-30");
    assertThat(Objects.requireNonNull(before(book, "paclitaxel").stopped()).get())
        .isEqualTo(LocalDate.of(2025, 3, 30));
  }

  @Test
  void aStopToComeOfAnotherAgentOrOfUnknownDateDoesNotCount() {
    Book book = stopped(new Book(), "paclitaxel", DAY.plusDays(1).toString());
    stopped(book, "carboplatin", "2025-03-30");
    stopped(book, "paclitaxel", "?unknown");

    assertThat(before(book, "paclitaxel").stopped()).isNull();
  }
}
