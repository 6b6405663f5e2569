package org.lodestar.trial.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Protocol;

/** Laboratory grades that ask whether they are events. */
class UnrecordedGradeTest {
  private static final Protocol PROTOCOL = Book.protocol();

  private static Book treated() {
    return new Book()
        .form(
            "cycle-1", "administration", "agent", "carboplatin", "started-at", "2025-01-06T09:00");
  }

  private static Book neutrophils(Book book, String visit, String on, String value) {
    return book.form(
        visit,
        "laboratory",
        "sampled-on",
        on,
        "neutrophils",
        value + " 10*9/L",
        "neutrophils-lln",
        "1.8 10*9/L",
        "neutrophils-uln",
        "6.3 10*9/L");
  }

  private static Book event(Book book, String grade, String from, String until) {
    return book.form(
        "unscheduled",
        "adverse-event",
        "term",
        "Neutrophil count decreased",
        "grade",
        grade,
        "started-on",
        from,
        "ended-on",
        until);
  }

  private static List<UnrecordedGrade> derive(Book book) {
    TreatmentDates treatment = TreatmentDates.read(book.sheets());
    return UnrecordedGrade.derive(
        book.sheets(),
        PROTOCOL,
        treatment,
        AdverseEvents.derive(book.sheets(), PROTOCOL, treatment));
  }

  @Test
  void aLowValueUnderTreatmentAsksForAnEventInBothLanguages() {
    List<UnrecordedGrade> open = derive(neutrophils(treated(), "cycle-2", "2025-01-27", "0.9"));

    assertThat(open).hasSize(1);
    assertThat(open.getFirst().grade().get()).isEqualTo(3);
    assertThat(open.getFirst().grade().sentence(Language.EN))
        .isEqualTo(
            "Neutrophil count decreased, grade 3 on 2025-01-27; no adverse event of this grade"
                + " was recorded for that day");
    assertThat(open.getFirst().grade().sentence(Language.ZH)).contains("于 2025-01-27 为 3 级");
    assertThat(open.getFirst().grade().facts()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3, 2025-01-25, 2025-02-01, 0",
    "4, 2025-01-27, 2025-01-27, 0",
    "2, 2025-01-25, 2025-02-01, 1",
    "3, 2025-01-28, 2025-02-01, 1",
    "3, 2025-01-20, 2025-01-26, 1",
  })
  void onlyAnEventOfAtLeastThisGradeThatCoversTheDayAnswersIt(
      String grade, String from, String until, int open) {
    Book book = event(neutrophils(treated(), "cycle-2", "2025-01-27", "0.9"), grade, from, until);
    assertThat(derive(book)).hasSize(open);
  }

  @Test
  void anEventOfALowerGradeStandsAmongTheEvidence() {
    Book plain = neutrophils(treated(), "cycle-2", "2025-01-27", "0.9");
    int facts = derive(plain).getFirst().grade().facts().size();
    Book book = event(plain, "2", "2025-01-25", "2025-02-01");
    assertThat(derive(book).getFirst().grade().facts()).hasSizeGreaterThan(facts);
  }

  @Test
  void whatWasAsBadBeforeTreatmentDoesNotAsk() {
    Book same =
        neutrophils(
            neutrophils(treated(), "screening", "2025-01-02", "1.4"),
            "cycle-2",
            "2025-01-27",
            "1.2");
    Book worse =
        neutrophils(
            neutrophils(treated(), "screening", "2025-01-02", "1.7"),
            "cycle-2",
            "2025-01-27",
            "1.2");
    assertThat(derive(same)).isEmpty();
    assertThat(derive(worse)).hasSize(1);
  }

  @Test
  void theFirstDayOfTreatmentStillCountsAsBefore() {
    assertThat(derive(neutrophils(treated(), "cycle-1", "2025-01-06", "0.9"))).isEmpty();
    assertThat(derive(neutrophils(treated(), "cycle-1", "2025-01-07", "0.9"))).hasSize(1);
  }

  @Test
  void withoutTreatmentNothingIsAsked() {
    assertThat(derive(neutrophils(new Book(), "screening", "2025-01-02", "0.9"))).isEmpty();
  }

  @Test
  void theWorstStandsFirstAndOfEqualsTheEarlier() {
    Book book = neutrophils(treated(), "cycle-2", "2025-01-27", "1.2");
    neutrophils(book, "cycle-3", "2025-02-17", "0.4");
    neutrophils(book, "cycle-4", "2025-03-10", "1.3");
    assertThat(derive(book)).extracting(open -> open.grade().get()).containsExactly(4, 2, 2);
    assertThat(derive(book))
        .extracting(open -> open.finding().visit())
        .containsExactly("cycle-3", "cycle-2", "cycle-4");
  }

  @Test
  void anEventOfAnotherTermDoesNotAnswerIt() {
    Book book =
        neutrophils(treated(), "cycle-2", "2025-01-27", "0.9")
            .form(
                "unscheduled",
                "adverse-event",
                "term",
                "Anemia",
                "grade",
                "4",
                "started-on",
                "2025-01-25",
                "ended-on",
                "2025-02-01");
    assertThat(derive(book)).hasSize(1);
    assertThat(derive(book).getFirst().grade().sentence(Language.ZH)).startsWith("中性粒细胞");
  }

  @Test
  void whatWasWorseBeforeTreatmentAndRecoveredIsNoEventOfIt() {
    Book book = neutrophils(treated(), "screening", "2025-01-01", "0.9");
    neutrophils(book, "screening-2", "2025-01-03", "1.7");
    assertThat(derive(book)).isEmpty();
  }

  @Test
  void whatRecoveredBeforeTreatmentAndCameBackUnderItAsks() {
    Book book = neutrophils(treated(), "screening", "2025-01-01", "1.2");
    neutrophils(book, "screening-2", "2025-01-03", "2.5");
    neutrophils(book, "cycle-2", "2025-01-27", "1.2");
    assertThat(derive(book)).extracting(open -> open.grade().get()).containsExactly(2);
  }
}
