package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestar.trial.cases.Book;

/** Adverse events as episodes, as they stand on a day. */
class ToxicityReadingTest {
  private static final LocalDate DAY = LocalDate.of(2025, 4, 14);

  private static Book event(Book book, String grade, String started, String ended, String immune) {
    return book.form(
        "running",
        "adverse-event",
        "term",
        "Colitis",
        "grade",
        grade,
        "started-on",
        started,
        "ended-on",
        ended,
        "immune-related",
        immune);
  }

  private static Book event(String grade, String started, String ended) {
    return event(new Book(), grade, started, ended, "no");
  }

  private static Book medication(
      Book book, String drugClass, String dose, String started, String ended) {
    return book.form(
        "running",
        "concomitant-medication",
        "class",
        drugClass,
        "prednisone-equivalent",
        dose,
        "started-on",
        started,
        "ended-on",
        ended);
  }

  private static List<Toxicity> read(Book book) {
    return ToxicityReading.read(book.sheets(), DAY);
  }

  private static @Nullable BigDecimal prednisone(Book book) {
    return read(event(book, "2", "2025-04-01", "?unknown", "yes")).getFirst().prednisoneMgPerDay();
  }

  @Test
  void anOngoingEventLastsToTheDayWithBothDaysCounted() {
    Toxicity episode =
        read(event(new Book(), "3", "2025-04-10", "?not-applicable", "yes")).getFirst();

    assertThat(episode.term()).isEqualTo("Colitis");
    assertThat(episode.start()).isEqualTo(LocalDate.of(2025, 4, 10));
    assertThat(episode.lastedDays()).isEqualTo(5); // 10, 11, 12, 13 and 14 April
    assertThat(episode.worstGrade()).isEqualTo(3);
    assertThat(episode.currentGrade()).isEqualTo(3);
    assertThat(episode.immuneRelated()).isTrue();
    assertThat(episode.inputs()).hasSize(3);
  }

  @Test
  void anEventThatEndedOnTheDayIsOverAndRestsOnItsEnd() {
    Toxicity ended = read(event("3", "2025-04-10", DAY.toString())).getFirst();
    assertThat(ended.currentGrade()).isZero();
    assertThat(ended.lastedDays()).isEqualTo(5);
    assertThat(ended.immuneRelated()).isFalse();
    assertThat(ended.inputs()).hasSize(4);

    Toxicity tomorrow = read(event("3", "2025-04-10", DAY.plusDays(1).toString())).getFirst();
    assertThat(tomorrow.currentGrade()).isEqualTo(3);
    assertThat(tomorrow.inputs()).hasSize(3);
  }

  @Test
  void datesOfWhichPartsAreUnknownStretchTheEpisode() {
    Toxicity episode = read(event("2", "2025-02", "2025-03")).getFirst();

    assertThat(episode.start()).isEqualTo(LocalDate.of(2025, 2, 1));
    assertThat(episode.lastedDays()).isEqualTo(28 + 31);
    // An end "in April" may lie after the 14th: the event is still under way.
    assertThat(read(event("2", "2025-02", "2025-04")).getFirst().currentGrade()).isEqualTo(2);
  }

  @Test
  void anEventCountsFromItsFirstDayOn() {
    assertThat(read(event("2", DAY.toString(), "?unknown"))).hasSize(1);
    assertThat(read(event("2", DAY.toString(), "?unknown")).getFirst().lastedDays()).isEqualTo(1);
    assertThat(read(event("2", DAY.plusDays(1).toString(), "?unknown"))).isEmpty();
    assertThat(read(event("2", "?unknown", "?unknown"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "5, 1", "6, 0", "?unknown, 0"})
  void onlyTheFiveGradesOfTheScaleMakeAnEpisode(String grade, int episodes) {
    assertThat(read(event(grade, "2025-04-10", "?unknown"))).hasSize(episodes);
  }

  @Test
  void anEventWithoutATermMakesNoEpisode() {
    Book book =
        new Book()
            .form(
                "running",
                "adverse-event",
                "term",
                "?unknown",
                "grade",
                "3",
                "started-on",
                "2025-04-10");

    assertThat(read(book)).isEmpty();
  }

  @Test
  void whereTheRelationIsNotRecordedTheEventIsNotTakenAsImmuneRelated() {
    assertThat(read(event(new Book(), "2", "2025-04-10", "?unknown", "?unknown")).getFirst())
        .extracting(Toxicity::immuneRelated)
        .isEqualTo(false);
  }

  @Test
  void withoutASteroidTheDoseIsZero() {
    assertThat(prednisone(new Book())).isEqualByComparingTo("0");
    assertThat(
            prednisone(
                medication(new Book(), "antiemetic", "20 mg", "2025-04-01", "?not-applicable")))
        .isEqualByComparingTo("0");
  }

  @Test
  void allSystemicSteroidsOfTheDayAreAddedUp() {
    Book book = medication(new Book(), "systemic-steroid", "10 mg", "2025-04-01", "?unknown");
    medication(book, "systemic-steroid", "7.5 mg", DAY.toString(), DAY.toString());

    assertThat(prednisone(book)).isEqualByComparingTo("17.5");
  }

  @Test
  void aSteroidOutsideOfItsDaysIsNotCounted() {
    Book book =
        medication(
            new Book(), "systemic-steroid", "10 mg", "2025-04-01", DAY.minusDays(1).toString());
    medication(book, "systemic-steroid", "20 mg", DAY.plusDays(1).toString(), "?unknown");
    medication(book, "systemic-steroid", "40 mg", "?unknown", "?unknown");

    assertThat(prednisone(book)).isEqualByComparingTo("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?unknown", "10 mL"})
  void aSteroidOfUnknownDoseLeavesTheSumUnknownAndNeverZero(String dose) {
    Book book = medication(new Book(), "systemic-steroid", "10 mg", "2025-04-01", "?unknown");
    medication(book, "systemic-steroid", dose, "2025-04-01", "?unknown");

    assertThat(prednisone(book)).isNull();
  }
}
