package org.lodestar.trial.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Language;

/** First and last days of study treatment. */
class TreatmentDatesTest {
  private static Book given(Book book, String at) {
    return book.form("cycle-1", "administration", "agent", "carboplatin", "started-at", at);
  }

  private static Book fraction(Book book, String at, String status) {
    return book.form(
        "radiotherapy-week-1", "fraction", "number", "1", "delivered-at", at, "status", status);
  }

  @Test
  void treatmentRunsFromTheFirstDoseOrFractionToTheLastOfEither() {
    Book book = given(given(new Book(), "2025-02-03T09:00"), "2025-01-06T09:00");
    fraction(book, "2025-03-04T10:00", "complete");
    fraction(book, "2025-01-27T10:00", "partial");
    TreatmentDates dates = TreatmentDates.read(book.sheets());

    assertThat(dates.first().get()).isEqualTo("2025-01-06");
    assertThat(dates.last().get()).isEqualTo("2025-03-04");
    assertThat(dates.firstFraction().get()).isEqualTo("2025-01-27");
    assertThat(dates.lastFraction().get()).isEqualTo("2025-03-04");
    assertThat(dates.last().sentence(Language.EN))
        .isEqualTo("last study treatment so far on 2025-03-04");
    assertThat(dates.first().facts()).hasSize(1);
  }

  @Test
  void aFractionThatWasNotDeliveredOrOfWhichThatIsUnknownIsNoTreatment() {
    Book book = fraction(new Book(), "2025-01-27T10:00", "not-delivered");
    fraction(book, "2025-01-28T10:00", "?unknown");
    fraction(book, "?unknown", "complete");
    TreatmentDates dates = TreatmentDates.read(book.sheets());

    assertThat(dates.first().sentence(Language.EN)).isEqualTo("No study treatment is recorded");
    assertThat(dates.firstFraction().sentence(Language.EN)).isEqualTo("No fraction is recorded");
    assertThat(dates.lastFraction().sentence(Language.ZH)).isEqualTo("没有放疗分次记录");
  }

  @Test
  void drugsAloneMakeNoRadiotherapy() {
    TreatmentDates dates = TreatmentDates.read(given(new Book(), "2025-01-06T09:00").sheets());

    assertThat(dates.last().get()).isEqualTo("2025-01-06");
    assertThat(dates.firstFraction().isKnown()).isFalse();
  }
}
