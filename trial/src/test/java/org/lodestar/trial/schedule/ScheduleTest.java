package org.lodestar.trial.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

/** The schedule of one participant under the shipped trial. */
class ScheduleTest {
  private static final Protocol PROTOCOL = ShippedTrial.folder().protocol();
  private static final WorkingDays WEEKDAYS = WorkingDays.mondayToFriday();
  private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);
  private static final EnrolmentRegister.Standing ENROLLED =
      new EnrolmentRegister.Standing.Enrolled("01-001", 1, MONDAY.minusDays(3), 12);

  private static Schedule schedule(Book book, LocalDate asOf) {
    return schedule(book, asOf, PROTOCOL, WEEKDAYS);
  }

  private static Schedule schedule(
      Book book, LocalDate asOf, Protocol protocol, WorkingDays machine) {
    return Schedule.derive(
        ScheduleFacts.read(book.sheets(), protocol, ENROLLED),
        protocol,
        WEEKDAYS,
        machine,
        Outlook.from(asOf));
  }

  private static Book consented() {
    return new Book().form("screening", "consent", "signed-on", "2025-02-10", "type", "initial");
  }

  private static Book given(Book book, int cycle, LocalDate day) {
    return book.form(
        "cycle-" + cycle,
        "administration",
        "agent",
        "carboplatin",
        "cycle",
        Integer.toString(cycle),
        "started-at",
        day + "T09:00",
        "dose",
        "450 mg");
  }

  @Test
  void beforeTheFirstDoseEverythingIsPlannedFromEnrolment() {
    Schedule schedule = schedule(consented(), MONDAY.minusDays(3));
    assertThat(schedule.cycleDays().get(1).get()).isEqualTo(MONDAY.minusDays(3));
    assertThat(schedule.cycles().get().cycles()).hasSize(3);
    assertThat(schedule.radiotherapyStart().get()).isEqualTo(MONDAY.plusDays(18));
    assertThat(schedule.radiotherapy().get().planned().fractions()).hasSize(25);
  }

  @Test
  void radiotherapyStartsWithDayOneOfCycleTwo() {
    Schedule schedule = schedule(given(consented(), 1, MONDAY), MONDAY);
    assertThat(schedule.radiotherapyStart().get()).isEqualTo(MONDAY.plusDays(21));
    assertThat(schedule.radiotherapy().get().end()).contains(LocalDate.of(2025, 4, 25));
    assertThat(schedule.radiotherapyStart().sentence(Language.EN)).contains("day 1 of cycle 2");
    assertThat(schedule.radiotherapyStart().facts()).isNotEmpty();
  }

  @Test
  void radiotherapyWaitsForADelayedCycleAsTheDecisionsSay() {
    LocalDate later = MONDAY.plusDays(28);
    Book book =
        given(consented(), 1, MONDAY).decided(ScheduleFacts.cycleSubject(2), later.toString());
    assertThat(schedule(book, MONDAY).radiotherapyStart().get()).isEqualTo(later);
    Protocol starts =
        ShippedTrial.folder().with("decisions.yaml", "value: waits", "value: starts").protocol();
    assertThat(schedule(book, MONDAY, starts, WEEKDAYS).radiotherapyStart().get())
        .isEqualTo(MONDAY.plusDays(21));
  }

  @Test
  void radiotherapyStartsOnTheMachinesNextWorkingDay() {
    Set<LocalDate> closed = Set.of(MONDAY.plusDays(21), MONDAY.plusDays(22));
    Schedule schedule =
        schedule(
            given(consented(), 1, MONDAY), MONDAY, PROTOCOL, WEEKDAYS.overlaid(Set.of(), closed));
    assertThat(schedule.radiotherapyStart().get()).isEqualTo(MONDAY.plusDays(23));
  }

  @Test
  void deliveredFractionsStayAndTheRestIsPlannedAfterThem() {
    Book book = given(given(consented(), 1, MONDAY), 2, MONDAY.plusDays(21));
    for (int fraction = 1; fraction <= 3; fraction++) {
      book.form(
          "radiotherapy-week-1",
          "fraction",
          "number",
          Integer.toString(fraction),
          "delivered-at",
          MONDAY.plusDays(20 + fraction) + "T15:30",
          "status",
          "complete");
    }
    FractionCourse course = schedule(book, MONDAY.plusDays(24)).radiotherapy().get();
    assertThat(course.completed()).isEqualTo(3);
    assertThat(course.remaining().fractions()).hasSize(22);
    assertThat(course.remaining().first()).isEqualTo(MONDAY.plusDays(24));
  }

  @Test
  void visitsAreDueFromTheAnchorsOfTheProtocol() {
    Schedule schedule = schedule(given(consented(), 1, MONDAY), MONDAY.plusDays(20));
    assertThat(schedule.visits().visit("cycle-1").orElseThrow().status())
        .isEqualTo(VisitStatus.DONE);
    assertThat(schedule.visits().visit("cycle-2").orElseThrow().status())
        .isEqualTo(VisitStatus.DUE);
    assertThat(schedule.visits().visit("assessment-1").orElseThrow().planned().get())
        .isEqualTo(MONDAY.plusDays(91));
    assertThat(schedule.visits().visit("radiotherapy-week-5")).isPresent();
    assertThat(schedule.visits().visit("radiotherapy-week-6")).isEmpty();
    assertThat(schedule.visits().visit("end-of-treatment")).isEmpty();
  }

  @Test
  void theAssessmentAfterRadiotherapyIsServedByARegularOneNearby() {
    Schedule schedule = schedule(given(consented(), 1, MONDAY), MONDAY);
    assertThat(schedule.assessmentAfterRadiotherapy().get()).isEqualTo(LocalDate.of(2025, 6, 6));
    assertThat(schedule.visits().visit("assessment-after-rt")).isEmpty();
    Protocol early =
        ShippedTrial.folder()
            .with(
                "decisions.yaml",
                "imaging.after-radiotherapy-weeks:\n    value: 6",
                "imaging.after-radiotherapy-weeks:\n    value: 1")
            .protocol();
    assertThat(
            schedule(given(consented(), 1, MONDAY), MONDAY, early, WEEKDAYS)
                .visits()
                .visit("assessment-after-rt"))
        .isPresent();
  }

  @Test
  void whenTreatmentHasEndedFollowUpIsPlannedAndNoCycleMore() {
    Book book =
        given(consented(), 1, MONDAY)
            .form(
                "cycle-2",
                "discontinuation",
                "agent",
                "carboplatin",
                "stopped-on",
                MONDAY.plusDays(20).toString(),
                "reason",
                "participant");
    Schedule schedule = schedule(book, MONDAY.plusDays(30));
    assertThat(schedule.cycles().get().cycles()).hasSize(1);
    assertThat(schedule.radiotherapyStart().isKnown()).isFalse();
    assertThat(schedule.visits().visit("end-of-treatment").orElseThrow().planned().get())
        .isEqualTo(MONDAY.plusDays(30));
    assertThat(schedule.visits().visit("survival-1").orElseThrow().planned().get())
        .isEqualTo(MONDAY.plusDays(110));
  }

  @Test
  void afterDeathNothingIsExpected() {
    Book book =
        given(consented(), 1, MONDAY)
            .form(
                "cycle-1", "death", "died-on", MONDAY.plusDays(10).toString(), "cause", "disease");
    Schedule schedule = schedule(book, MONDAY.plusDays(60));
    assertThat(schedule.visits().visits())
        .allMatch(visit -> !visit.planned().get().isAfter(MONDAY.plusDays(10)));
  }

  @Test
  void maintenanceIsPlannedFromItsFirstDoseForTwelveMonths() {
    LocalDate first = MONDAY.plusDays(100);
    Book book =
        given(consented(), 1, MONDAY)
            .form(
                "maintenance-1",
                "administration",
                "agent",
                "camrelizumab",
                "cycle",
                "1",
                "started-at",
                first + "T10:00",
                "dose",
                "200 mg");
    ScheduleFacts facts = ScheduleFacts.read(book.sheets(), PROTOCOL, ENROLLED);
    Schedule schedule =
        Schedule.derive(
            facts, PROTOCOL, WEEKDAYS, WEEKDAYS, new Outlook(first, first.plusYears(3), null));
    CyclePlan plan = schedule.maintenance().get();
    assertThat(plan.cycles()).hasSize(18);
    assertThat(plan.cycles().getLast().planned()).isEqualTo(first.plusDays(17 * 21));
    assertThat(schedule.visits().visit("maintenance-2").orElseThrow().planned().get())
        .isEqualTo(first.plusDays(21));
  }

  @Test
  void whatTheProtocolLeavesOpenIsSaidAndNotGuessed() {
    Protocol open =
        ShippedTrial.folder()
            .with(
                "decisions.yaml",
                """
                  treatment.chemotherapy-cycles-include-induction:
                    value: true
                    rationale: {en: "Read as three cycles in all: one of induction, two with radiotherapy.", zh: "理解为共三个周期：一个诱导，两个与放疗同期。"}
                    source: judgement
                    confirmed: null
                """,
                "")
            .protocol();
    Schedule schedule = schedule(given(consented(), 1, MONDAY), MONDAY, open, WEEKDAYS);
    assertThat(schedule.cycles().isKnown()).isFalse();
    assertThat(schedule.cycles().sentence(Language.EN))
        .contains("leaves open")
        .contains("chemotherapy-cycles-include-induction")
        .contains("medical oncologist");
    assertThat(schedule.radiotherapy().isKnown()).isFalse();
    assertThat(schedule.visits().visit("screening")).isPresent();
  }

  @Test
  void radiotherapyThatIsUnderWayGoesOnWhenEveryDrugWasGivenUp() {
    Book book =
        given(consented(), 1, MONDAY)
            .form(
                "running",
                "discontinuation",
                "agent",
                "carboplatin",
                "stopped-on",
                "2025-04-01",
                "reason",
                "toxicity");
    LocalDate april = LocalDate.of(2025, 4, 7);
    for (int number = 1; number <= 25; number++) {
      if (number == 11) {
        assertThat(schedule(book, april).radiotherapy().get().remaining().fractions()).hasSize(15);
        assertThat(schedule(book, april).visits().visit("end-of-treatment")).isEmpty();
        assertThat(schedule(book, april).visits().visit("radiotherapy-week-5")).isPresent();
      }
      LocalDate day = MONDAY.plusDays(21 + (number - 1) / 5 * 7L + (number - 1) % 5);
      book.form(
          "radiotherapy-week-1",
          "fraction",
          "number",
          Integer.toString(number),
          "delivered-at",
          day + "T10:00",
          "status",
          "complete");
    }
    LocalDate last = LocalDate.of(2025, 4, 25);
    assertThat(schedule(book, april).treatment().facts().treatmentEnd().get()).isEqualTo(last);
    PlannedVisit end = schedule(book, april).visits().visit("end-of-treatment").orElseThrow();
    assertThat(end.planned().get()).isEqualTo(last.plusDays(30));
  }
}
