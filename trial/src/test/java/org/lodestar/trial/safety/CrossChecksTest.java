package org.lodestar.trial.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;

/** Grade 5, death, serious report and survival dates, pair by pair. */
class CrossChecksTest {
  private static Book fatal(String grade, String outcome) {
    return new Book()
        .form(
            "unscheduled",
            "adverse-event",
            "term",
            "Pneumonitis",
            "grade",
            grade,
            "started-on",
            "2025-04-01",
            "ended-on",
            "2025-04-20",
            "outcome",
            outcome,
            "serious",
            "yes");
  }

  private static Book reported(Book book, String death) {
    return book.form(
        "unscheduled",
        "serious-adverse-event",
        "event",
        "1",
        "report",
        "initial",
        "aware-at",
        "2025-04-02T08:00",
        "reported-at",
        "2025-04-02T10:00",
        "death",
        death,
        "hospitalisation",
        "no");
  }

  private static Book died(Book book, String on, String cause) {
    return book.form("unscheduled", "death", "died-on", on, "cause", cause);
  }

  private static List<SafetyRule> rules(Book book) {
    return CrossChecks.derive(book.sheets()).stream().map(found -> found.get().rule()).toList();
  }

  @Test
  void whatAgreesIsNotListed() {
    assertThat(
            rules(died(reported(fatal("5", "fatal"), "yes"), "2025-04-20", "treatment-toxicity")))
        .isEmpty();
    assertThat(rules(died(reported(fatal("5", "fatal"), "yes"), "2025-04", "other"))).isEmpty();
  }

  @Test
  void aFatalEventCallsForADeathAndForAReportThatSaysSo() {
    assertThat(rules(fatal("5", "fatal")))
        .containsExactly(SafetyRule.FATAL_WITHOUT_DEATH, SafetyRule.SERIOUS_WITHOUT_REPORT);
    assertThat(rules(died(reported(fatal("5", "fatal"), "no"), "2025-04-20", "disease")))
        .containsExactly(SafetyRule.FATAL_NOT_IN_REPORT);
  }

  @Test
  void gradeFiveAndAFatalOutcomeBelongTogether() {
    assertThat(rules(died(reported(fatal("4", "fatal"), "yes"), "2025-04-20", "disease")))
        .containsExactly(SafetyRule.GRADE_AGAINST_OUTCOME);
    assertThat(rules(died(reported(fatal("5", "recovered"), "yes"), "2025-04-20", "disease")))
        .containsExactly(SafetyRule.GRADE_AGAINST_OUTCOME);
  }

  @Test
  void theEventEndsWithDeath() {
    List<Derived<Discrepancy>> found =
        CrossChecks.derive(
            died(reported(fatal("5", "fatal"), "yes"), "2025-04-21", "disease").sheets());
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().sentence(Language.EN))
        .isEqualTo("fatal adverse event 1 ended on 2025-04-20, but death is dated 2025-04-21");
    assertThat(found.getFirst().facts()).hasSize(2);
  }

  @Test
  void aReportNamesAnEventThatIsRecordedAsSerious() {
    Book mild =
        new Book()
            .form(
                "unscheduled",
                "adverse-event",
                "term",
                "Nausea",
                "grade",
                "1",
                "started-on",
                "2025-04-01",
                "outcome",
                "recovered",
                "serious",
                "no");
    assertThat(rules(reported(mild, "no"))).containsExactly(SafetyRule.REPORT_OF_NOT_SERIOUS);
    assertThat(rules(reported(new Book(), "no"))).containsExactly(SafetyRule.REPORT_WITHOUT_EVENT);
    assertThat(rules(reported(fatal("3", "recovered"), "yes")))
        .containsExactly(SafetyRule.REPORTED_DEATH_NOT_FATAL);
  }

  @Test
  void hospitalHasItsDays() {
    Book book =
        fatal("3", "recovered")
            .form(
                "unscheduled",
                "serious-adverse-event",
                "event",
                "1",
                "death",
                "no",
                "hospitalisation",
                "yes");
    assertThat(rules(book)).containsExactly(SafetyRule.HOSPITAL_WITHOUT_DAYS);
  }

  @Test
  void aToxicDeathHasAFatalEventAndNobodyIsAliveAfterDeath() {
    Book book = died(new Book(), "2025-04-20", "treatment-toxicity");
    book.form("survival-1", "survival-contact", "contacted-on", "2025-04-21", "status", "alive");
    book.form("survival-2", "survival-contact", "contacted-on", "2025-04-20", "status", "alive");
    assertThat(rules(book))
        .containsExactly(SafetyRule.TOXIC_DEATH_WITHOUT_EVENT, SafetyRule.ALIVE_AFTER_DEATH);
  }

  @Test
  void aPregnancyHasTheClockOfASeriousEventWithoutBeingOne() {
    Book book =
        new Book()
            .form(
                "unscheduled",
                "pregnancy",
                "who",
                "partner",
                "aware-at",
                "2025-04-02T08:00",
                "reported-at",
                "2025-04-03T08:01");
    PregnancyReport report = PregnancyReport.derive(book.sheets(), Book.protocol()).getFirst();
    assertThat(report.due().get()).isEqualTo("2025-04-03T08:00");
    assertThat(report.inTime().get()).isFalse();
  }

  @Test
  void anEventIsOfSpecialInterestByTermByWordsOrByTheInvestigator() {
    assertThat(special("Pneumonitis", "cough", "no")).isTrue();
    assertThat(
            special(
                "Skin and subcutaneous tissue disorders - Other, specify",
                "reactive cutaneous capillary endothelial proliferation",
                "no"))
        .isTrue();
    assertThat(special("Nausea", "nausea", "yes")).isTrue();
    assertThat(special("Nausea", "nausea", "no")).isFalse();
  }

  private static boolean special(String term, String verbatim, String marked) {
    Book book =
        new Book()
            .form(
                "unscheduled",
                "adverse-event",
                "term",
                term,
                "verbatim",
                verbatim,
                "grade",
                "1",
                "started-on",
                "2025-04-01",
                "special-interest",
                marked);
    return AdverseEvents.derive(book.sheets(), Book.protocol(), TreatmentDates.read(book.sheets()))
        .events()
        .getFirst()
        .specialInterest()
        .get();
  }

  @Test
  void anEventMayEndInTheMonthInWhichDeathIsDated() {
    for (String on : List.of("2025-04", "2025", "2025-04-20")) {
      assertThat(rules(died(reported(fatal("5", "fatal"), "yes"), on, "other"))).isEmpty();
    }
    for (String on : List.of("2025-03", "2025-05", "2025-04-19")) {
      assertThat(rules(died(reported(fatal("5", "fatal"), "yes"), on, "other")))
          .containsExactly(SafetyRule.FATAL_ON_ANOTHER_DAY);
    }
  }

  @Test
  void aDeathWithoutItsDateIsNotTheOneThatAFatalEventCallsFor() {
    assertThat(rules(died(reported(fatal("5", "fatal"), "yes"), "?unknown", "other")))
        .containsExactly(SafetyRule.FATAL_WITHOUT_DEATH);
  }

  @Test
  void whileGradeOrOutcomeIsMissingTheyDoNotDisagree() {
    assertThat(rules(died(reported(fatal("?unknown", "fatal"), "yes"), "2025-04-20", "other")))
        .isEmpty();
    assertThat(rules(died(reported(fatal("5", "?unknown"), "yes"), "2025-04-20", "other")))
        .isEmpty();
  }

  @Test
  void ofSeveralReportsOneThatSaysDeathIsEnough() {
    Book book = reported(reported(fatal("5", "fatal"), "no"), "yes");
    assertThat(rules(died(book, "2025-04-20", "other"))).isEmpty();
  }

  @Test
  void aSeriousEventThatIsNotFatalCallsForAReportOnly() {
    assertThat(rules(fatal("3", "recovered"))).containsExactly(SafetyRule.SERIOUS_WITHOUT_REPORT);
    assertThat(rules(reported(fatal("3", "recovered"), "no"))).isEmpty();
  }

  @Test
  void aReportOfAnEventWhoseSeriousnessIsNotEnteredIsNotAgainstIt() {
    Book book =
        new Book()
            .form(
                "unscheduled",
                "adverse-event",
                "term",
                "Nausea",
                "grade",
                "1",
                "started-on",
                "2025-04-01",
                "serious",
                "?unknown");
    assertThat(rules(reported(book, "no"))).isEmpty();
  }

  @Test
  void aReportWithItsDayOfAdmissionIsComplete() {
    Book book =
        fatal("3", "recovered")
            .form(
                "unscheduled",
                "serious-adverse-event",
                "event",
                "1",
                "hospitalisation",
                "yes",
                "admitted-on",
                "2025-04-02");
    assertThat(rules(book)).isEmpty();
    Book nameless =
        new Book().form("unscheduled", "serious-adverse-event", "hospitalisation", "yes");
    assertThat(CrossChecks.derive(nameless.sheets()).getFirst().sentence(Language.EN))
        .isEqualTo(
            "the serious report of adverse event - says hospital, but names no day of admission");
  }

  @Test
  void aDeathOfTheDiseaseNeedsNoFatalEventAndAToxicOneHasIt() {
    assertThat(rules(died(new Book(), "2025-04-20", "disease"))).isEmpty();
    assertThat(
            rules(died(reported(fatal("5", "fatal"), "yes"), "2025-04-20", "treatment-toxicity")))
        .isEmpty();
  }

  @Test
  void aContactAfterDeathThatDidNotFindHerAliveIsNoContradiction() {
    Book book = died(new Book(), "2025-04", "disease");
    book.form("survival-1", "survival-contact", "contacted-on", "2025-05-10", "status", "dead");
    book.form("survival-2", "survival-contact", "contacted-on", "?unknown", "status", "alive");
    book.form("survival-3", "survival-contact", "contacted-on", "2025-04-30", "status", "alive");
    assertThat(rules(book)).isEmpty();
    book.form("survival-4", "survival-contact", "contacted-on", "2025-05-01", "status", "alive");
    assertThat(CrossChecks.derive(book.sheets()).getFirst().sentence(Language.EN))
        .isEqualTo(
            "a contact on 2025-05-01 found the participant alive, but death is dated 2025-04");
  }

  @Test
  void aFatalEventIsSeriousWhateverWasTicked() {
    Book book =
        new Book()
            .form(
                "unscheduled",
                "adverse-event",
                "term",
                "Sepsis",
                "grade",
                "5",
                "started-on",
                "2025-04-01",
                "outcome",
                "fatal",
                "serious",
                "no");
    assertThat(rules(died(book, "2025-04-20", "other")))
        .containsExactly(SafetyRule.SERIOUS_WITHOUT_REPORT);
  }

  @Test
  void aReportSpeaksOfItsOwnEventAlone() {
    Book book = reported(fatal("5", "fatal"), "yes");
    book.form(
        "unscheduled",
        "adverse-event",
        "term",
        "Nausea",
        "grade",
        "2",
        "started-on",
        "2025-04-01",
        "outcome",
        "recovered",
        "serious",
        "yes");
    List<Derived<Discrepancy>> found =
        CrossChecks.derive(died(book, "2025-04-20", "other").sheets());
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().get())
        .isEqualTo(new Discrepancy(SafetyRule.SERIOUS_WITHOUT_REPORT, "2"));
    book.form("unscheduled", "serious-adverse-event", "event", "2", "death", "yes");
    assertThat(CrossChecks.derive(book.sheets()).getFirst().get())
        .isEqualTo(new Discrepancy(SafetyRule.REPORTED_DEATH_NOT_FATAL, "2"));
  }
}
