package org.lodestar.trial.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.FormRecord;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.enrolment.ScreenFailure;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

class FormPlanTest {
  private static final Protocol PROTOCOL = ShippedTrial.folder().protocol();
  private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);
  private static final LocalDate CYCLE_2 = MONDAY.plusDays(21);
  private static final Standing ENROLLED =
      new Standing.Enrolled("01-001", 1, MONDAY.minusDays(3), 12);

  private static FormPlan plan(Casebook casebook, Standing standing, LocalDate asOf) {
    Schedule schedule = Schedule.derive(casebook, standing, PROTOCOL, Outlook.from(asOf));
    return FormPlan.derive(casebook, standing, schedule, PROTOCOL, asOf);
  }

  private static FormStanding at(Book book, LocalDate asOf, String visit, String form) {
    return plan(book.casebook(), ENROLLED, asOf).at(visit, form).orElseThrow();
  }

  private static Book treated() {
    return new Book()
        .form("screening", "consent", "signed-on", "2025-02-10", "type", "initial")
        .form(
            "cycle-1",
            "administration",
            "agent",
            "carboplatin",
            "cycle",
            "1",
            "started-at",
            MONDAY + "T09:00");
  }

  private static Book fraction(Book book, int number, LocalDate day, String status) {
    return book.form(
        "radiotherapy-week-1",
        "fraction",
        "number",
        Integer.toString(number),
        "delivered-at",
        day + "T15:30",
        "status",
        status);
  }

  private static String en(Message why) {
    return why.in(Language.EN);
  }

  @Test
  void aFormThatIsNotInTheLogIsDueInsideTheWindowOfItsVisit() {
    FormStanding first = at(treated(), CYCLE_2.minusDays(3), "cycle-2", "laboratory");
    FormStanding last = at(treated(), CYCLE_2.plusDays(3), "cycle-2", "laboratory");

    assertThat(first.status()).isEqualTo(FormStatus.DUE);
    assertThat(last.status()).isEqualTo(FormStatus.DUE);
    assertThat(en(first.why())).isEqualTo("due 2025-03-24, window 2025-03-21 to 2025-03-27");
    assertThat(first.why().in(Language.ZH)).isEqualTo("应于 2025-03-24，窗口 2025-03-21 至 2025-03-27");
  }

  @Test
  void aFormIsOverdueFromTheDayAfterItsWindowAndSaysForHowLong() {
    FormStanding one = at(treated(), CYCLE_2.plusDays(4), "cycle-2", "laboratory");
    FormStanding three = at(treated(), CYCLE_2.plusDays(6), "cycle-2", "laboratory");

    assertThat(one.status()).isEqualTo(FormStatus.OVERDUE);
    assertThat(en(one.why())).startsWith("overdue 1 day:");
    assertThat(en(three.why())).startsWith("overdue 3 days:").contains("2025-03-27");
  }

  @Test
  void beforeItsWindowAFormAsksForNothing() {
    FormStanding early = at(treated(), CYCLE_2.minusDays(4), "cycle-2", "laboratory");

    assertThat(early.status()).isEqualTo(FormStatus.NOT_YET_DUE);
    assertThat(early.status().isWaiting()).isFalse();
    assertThat(early.status().letter().en()).isEmpty();
  }

  @Test
  void anAssessmentWithoutAnyRecordIsMissedOnceTheNextOneHasOpened() {
    FormStanding late =
        at(treated(), MONDAY.plusDays(91 + 15), "assessment-1", "tumour-assessment");
    FormStanding missed = at(treated(), MONDAY.plusDays(182), "assessment-1", "tumour-assessment");

    assertThat(late.status()).isEqualTo(FormStatus.OVERDUE);
    assertThat(missed.status()).isEqualTo(FormStatus.NOT_DONE);
    assertThat(en(missed.why())).startsWith("missed:");
  }

  @Test
  void aFormInTheLogIsCompleteOrInProgressWhateverTheCalendarSays() {
    Book book = treated().form("cycle-2", "laboratory", "sampled-on", "2025-03-23");
    Casebook whole = book.casebook();
    FormInstance instance = new FormInstance(whole.code(), "cycle-2", "laboratory", 1);
    TreeMap<FormInstance, FormRecord> forms = new TreeMap<>(whole.forms());
    forms.computeIfPresent(
        instance, (key, form) -> new FormRecord(key, form.version(), false, form.items()));
    Casebook open = new Casebook(whole.code(), forms, whole.decisions(), whole.lastSeq());
    LocalDate later = CYCLE_2.plusDays(10);

    assertThat(plan(whole, ENROLLED, later).at("cycle-2", "laboratory").orElseThrow().status())
        .isEqualTo(FormStatus.COMPLETE);
    assertThat(plan(open, ENROLLED, later).at("cycle-2", "laboratory").orElseThrow().status())
        .isEqualTo(FormStatus.IN_PROGRESS);
  }

  @Test
  void aFormWithOnlyReasonsForMissingValuesIsNotDone() {
    Book book = treated().form("cycle-2", "laboratory", "sampled-on", "?not-done");

    assertThat(at(book, CYCLE_2, "cycle-2", "laboratory").status()).isEqualTo(FormStatus.NOT_DONE);
  }

  @Test
  void whatWasHeldByPrescriptionIsNotOverdueButNotDone() {
    Book book =
        treated().form("cycle-2", "prescription", "agent", "carboplatin", "decision", "hold");

    FormStanding administration = at(book, CYCLE_2.plusDays(9), "cycle-2", "administration");

    assertThat(administration.status()).isEqualTo(FormStatus.NOT_DONE);
    assertThat(en(administration.why())).endsWith("Hold");
    assertThat(administration.why().in(Language.ZH)).endsWith("暂停");
  }

  @Test
  void onAWorkingDayOfTheCourseTheFractionIsDueAndNumbered() {
    Book book = fraction(treated(), 1, CYCLE_2, "complete");

    FormStanding week = at(book, CYCLE_2.plusDays(1), "radiotherapy-week-1", "fraction");

    assertThat(week.status()).isEqualTo(FormStatus.DUE);
    assertThat(en(week.why())).isEqualTo("fraction 2 of 25 is due today");
    assertThat(week.recorded()).isEqualTo(1);
  }

  @Test
  void aWorkingDayWithoutARecordOfAFractionIsOverdue() {
    Book book = fraction(treated(), 1, CYCLE_2, "complete");

    FormStanding week = at(book, CYCLE_2.plusDays(3), "radiotherapy-week-1", "fraction");

    assertThat(week.status()).isEqualTo(FormStatus.OVERDUE);
    assertThat(en(week.why())).contains("2 days").contains("2025-03-25");
  }

  @Test
  void aFractionThatWasNotDeliveredIsARecordAndAsksForNoOtherThatDay() {
    Book book = fraction(treated(), 1, CYCLE_2, "complete");
    fraction(book, 2, CYCLE_2.plusDays(1), "not-delivered");

    FormStanding week = at(book, CYCLE_2.plusDays(1), "radiotherapy-week-1", "fraction");

    assertThat(week.status()).isEqualTo(FormStatus.NOT_DONE);
  }

  @Test
  void aHolidayAsksForNoFraction() {
    LocalDate friday = LocalDate.of(2025, 4, 4);
    assertThat(Schedule.machine(PROTOCOL).isWorking(friday)).isFalse();
    Book book = fraction(treated(), 1, friday.minusDays(1), "complete");

    FormStanding week = at(book, friday, "radiotherapy-week-1", "fraction");

    assertThat(week.status()).isEqualTo(FormStatus.COMPLETE);
  }

  @Test
  void afterAFailedScreeningNothingIsExpectedAnyMore() {
    Standing failed =
        new Standing.Failed(ScreenFailure.NOT_ELIGIBLE.key(), new java.util.TreeSet<>(), 3);
    Book book = new Book().form("screening", "consent", "signed-on", "2025-02-10");

    FormStanding staging =
        plan(book.casebook(), failed, LocalDate.of(2025, 2, 20))
            .at("screening", "staging")
            .orElseThrow();

    assertThat(staging.status()).isEqualTo(FormStatus.NOT_APPLICABLE);
  }

  @Test
  void onlyWhatIsDueOrOverdueWaitsForSomebody() {
    FormPlan plan = plan(treated().casebook(), ENROLLED, CYCLE_2.plusDays(4));

    assertThat(plan.waiting())
        .isNotEmpty()
        .allMatch(each -> each.status() == FormStatus.DUE || each.status() == FormStatus.OVERDUE)
        .extracting(FormStanding::form)
        .contains("laboratory");
    assertThat(plan.waiting()).noneMatch(FormStanding::isRecorded);
    assertThat(plan.at("cycle-1", "administration").orElseThrow().isRecorded()).isTrue();
    assertThat(plan.waiting()).hasSizeLessThan(plan.standings().size());
  }

  private static Book visitsEnded(LocalDate on) {
    return treated()
        .form("running", "withdrawal", "scope", "visits", "withdrawn-on", on.toString());
  }

  @Test
  void whoWithdrewFromVisitsIsNotAskedForWhatIsOpenAndMissedWhatHadClosed() {
    // Radiotherapy planning: planned 10 March, window 7 to 22 March.
    LocalDate closes = MONDAY.plusDays(7 + 12);
    Book book = visitsEnded(MONDAY.plusDays(10));

    FormStanding open = at(book, closes, "planning", "rt-plan");
    FormStanding closed = at(book, closes.plusDays(1), "planning", "rt-plan");

    assertThat(open.status()).isEqualTo(FormStatus.NOT_APPLICABLE);
    assertThat(en(open.why())).isEqualTo("no longer expected");
    assertThat(closed.status()).isEqualTo(FormStatus.NOT_DONE);
    assertThat(en(closed.why()))
        .isEqualTo("missed: planned 2025-03-10, the window closed 2025-03-22, nothing is recorded");
  }

  @Test
  void withdrawalFromTreatmentAloneEndsNoVisit() {
    Book book =
        treated()
            .form(
                "running",
                "withdrawal",
                "scope",
                "treatment",
                "withdrawn-on",
                MONDAY.plusDays(10).toString());

    assertThat(at(book, MONDAY.plusDays(20), "planning", "rt-plan").status())
        .isEqualTo(FormStatus.OVERDUE);
  }

  @Test
  void aFormOutsideOfThePlannedVisitsStandsAsItWasKept() {
    Book book =
        treated()
            .form("running", "adverse-event", "term", "Nausea", "grade", "1")
            .form("running", "adverse-event", "term", "Rash", "grade", "1");

    FormStanding events = at(book, CYCLE_2, "running", "adverse-event");

    assertThat(events.status()).isEqualTo(FormStatus.COMPLETE);
    assertThat(en(events.why())).isEqualTo("2 of 2 complete");
    assertThat(events.why().in(Language.ZH)).isEqualTo("2 份中 2 份完成");
    assertThat(events.recorded()).isEqualTo(2);
    assertThat(events.planned()).isNull();
  }

  @Test
  void aFormInTheLogSaysInWordsHowItStands() {
    Book book =
        treated()
            .form("cycle-2", "laboratory", "sampled-on", "2025-03-23")
            .form("cycle-2", "vital-signs", "measured-on", "?not-done");
    Casebook whole = book.casebook();
    TreeMap<FormInstance, FormRecord> forms = new TreeMap<>(whole.forms());
    forms.computeIfPresent(
        new FormInstance(whole.code(), "cycle-2", "laboratory", 1),
        (key, form) -> new FormRecord(key, form.version(), false, form.items()));
    Casebook begun = new Casebook(whole.code(), forms, whole.decisions(), whole.lastSeq());

    assertThat(en(at(book, CYCLE_2, "cycle-2", "laboratory").why())).isEqualTo("complete");
    assertThat(en(plan(begun, ENROLLED, CYCLE_2).at("cycle-2", "laboratory").orElseThrow().why()))
        .isEqualTo("begun, not declared complete");
    assertThat(en(at(book, CYCLE_2, "cycle-2", "vital-signs").why()))
        .isEqualTo("every item is answered with the reason why there is no value");
  }

  @Test
  void whatWasPrescribedToBeGivenIsDueAndOverdueAsAnyOtherForm() {
    Book book =
        treated().form("cycle-2", "prescription", "agent", "carboplatin", "decision", "give");

    assertThat(at(book, CYCLE_2, "cycle-2", "administration").status()).isEqualTo(FormStatus.DUE);
    assertThat(at(book, CYCLE_2.plusDays(4), "cycle-2", "administration").status())
        .isEqualTo(FormStatus.OVERDUE);
  }

  @Test
  void aHeldPrescriptionSaysNothingAboutTheOtherForms() {
    Book book =
        treated().form("cycle-2", "prescription", "agent", "carboplatin", "decision", "hold");

    assertThat(at(book, CYCLE_2.plusDays(4), "cycle-2", "laboratory").status())
        .isEqualTo(FormStatus.OVERDUE);
  }

  @Test
  void beforeTheFirstFractionTheWindowOfTheWeekDecides() {
    FormStanding week = at(treated(), CYCLE_2.plusDays(1), "radiotherapy-week-1", "fraction");

    assertThat(week.status()).isEqualTo(FormStatus.DUE);
    assertThat(en(week.why())).startsWith("due 2025-03-24, window");
  }

  @Test
  void aLaterWeekOfACourseUnderWayIsNotDueYet() {
    Book book = fraction(treated(), 1, CYCLE_2, "complete");

    FormStanding second = at(book, CYCLE_2, "radiotherapy-week-2", "fraction");

    assertThat(second.status()).isEqualTo(FormStatus.NOT_YET_DUE);
    assertThat(en(second.why())).isEqualTo("planned 2025-03-31");
  }

  @Test
  void theLastDayOfAWeekOfTheCourseIsItsSeventh() {
    Book book = fraction(treated(), 1, CYCLE_2, "complete");
    for (int day = 1; day < 5; day++) {
      fraction(book, day + 1, CYCLE_2.plusDays(day), "complete");
    }
    LocalDate sunday = CYCLE_2.plusDays(6);
    LocalDate monday = CYCLE_2.plusDays(7);

    assertThat(at(book, sunday, "radiotherapy-week-2", "fraction").status())
        .isEqualTo(FormStatus.NOT_YET_DUE);
    assertThat(at(book, monday, "radiotherapy-week-1", "fraction").status())
        .isEqualTo(FormStatus.COMPLETE);
    FormStanding second = at(book, monday, "radiotherapy-week-2", "fraction");
    assertThat(second.status()).isEqualTo(FormStatus.DUE);
    assertThat(en(second.why())).isEqualTo("fraction 6 of 25 is due today");
  }

  @Test
  void aFractionThatWasNotDeliveredSaysSo() {
    Book book = fraction(treated(), 1, CYCLE_2, "complete");
    fraction(book, 2, CYCLE_2.plusDays(1), "not-delivered");

    assertThat(en(at(book, CYCLE_2.plusDays(1), "radiotherapy-week-1", "fraction").why()))
        .isEqualTo("the fraction was not delivered");
  }

  @Test
  void attentionOutranksProgressAndProgressOutranksRest() {
    assertThat(FormStatus.values())
        .containsExactly(
            FormStatus.OVERDUE,
            FormStatus.IN_PROGRESS,
            FormStatus.DUE,
            FormStatus.NOT_DONE,
            FormStatus.COMPLETE,
            FormStatus.NOT_YET_DUE,
            FormStatus.NOT_APPLICABLE);
    assertThat(FormStatus.COMPLETE.or(FormStatus.OVERDUE)).isEqualTo(FormStatus.OVERDUE);
    assertThat(FormStatus.OVERDUE.or(FormStatus.COMPLETE)).isEqualTo(FormStatus.OVERDUE);
    assertThat(FormStatus.OVERDUE.words().in(Language.EN)).isEqualTo("Overdue");
    assertThat(FormStatus.OVERDUE.words().in(Language.ZH)).isEqualTo("超期");
  }
}
