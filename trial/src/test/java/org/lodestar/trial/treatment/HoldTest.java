package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Protocol;

class HoldTest {
  private static final Protocol PROTOCOL = Book.protocol();

  private static Book held(Book book, String day) {
    return book.form(
        "cycle-2",
        "prescription",
        "agent",
        "camrelizumab",
        "planned-on",
        day,
        "decision",
        "hold",
        "reason",
        "pneumonitis");
  }

  private static Book fraction(Book book, String day, String status, String reason) {
    return book.form(
        "radiotherapy-week-1",
        "fraction",
        "delivered-at",
        day + "T15:30",
        "status",
        status,
        "reason",
        reason);
  }

  private static List<Derived<Hold>> holds(Book book) {
    return Hold.derive(book.sheets(), PROTOCOL);
  }

  @Test
  void anAgentIsHeldFromTheFirstDayOnWhichItWasNotGiven() {
    Book book = held(held(new Book(), "2025-03-24"), "2025-04-14");

    assertThat(holds(book))
        .singleElement()
        .satisfies(
            hold -> {
              assertThat(hold.get().subject()).isEqualTo("camrelizumab");
              assertThat(hold.get().since()).isEqualTo(LocalDate.of(2025, 3, 24));
              assertThat(hold.get().reason()).isEqualTo("pneumonitis");
              assertThat(hold.sentence(Language.EN))
                  .isEqualTo("camrelizumab is held since 2025-03-24");
              assertThat(hold.facts()).hasSize(2);
            });
  }

  @Test
  void anAgentThatWasGivenAgainOrGivenUpIsNotHeld() {
    Book again =
        held(new Book(), "2025-03-24")
            .form(
                "cycle-3",
                "administration",
                "agent",
                "camrelizumab",
                "started-at",
                "2025-04-14T09:00");
    Book stopped =
        held(new Book(), "2025-03-24")
            .form(
                "running", "discontinuation", "agent", "camrelizumab", "stopped-on", "2025-03-24");

    assertThat(holds(again)).isEmpty();
    assertThat(holds(stopped)).isEmpty();
  }

  @Test
  void radiotherapyIsHeldFromTheFirstOfTheLastDaysWithoutAFraction() {
    Book book = fraction(new Book(), "2025-03-24", "complete", "?not-applicable");
    fraction(book, "2025-03-25", "not-delivered", "toxicity");
    fraction(book, "2025-03-26", "not-delivered", "toxicity");

    assertThat(holds(book))
        .singleElement()
        .satisfies(
            hold -> {
              assertThat(hold.get().subject()).isEqualTo(DayOne.RADIOTHERAPY);
              assertThat(hold.get().since()).isEqualTo(LocalDate.of(2025, 3, 25));
            });
  }

  @Test
  void aMachineThatStandsStillHoldsNobody() {
    Book book = fraction(new Book(), "2025-03-24", "complete", "?not-applicable");
    fraction(book, "2025-03-25", "not-delivered", "machine");

    assertThat(holds(book)).isEmpty();
  }

  @Test
  void aFractionDeliveredSinceEndsTheHold() {
    Book book = fraction(new Book(), "2025-03-24", "not-delivered", "toxicity");
    fraction(book, "2025-03-25", "complete", "?not-applicable");

    assertThat(holds(book)).isEmpty();
  }

  @Test
  void aHolidayNeitherHoldsNorEndsAHold() {
    Book book = fraction(new Book(), "2025-04-01", "complete", "?not-applicable");
    fraction(book, "2025-04-02", "not-delivered", "toxicity");
    fraction(book, "2025-04-04", "not-delivered", "holiday");

    assertThat(holds(book))
        .singleElement()
        .satisfies(hold -> assertThat(hold.get().since()).isEqualTo(LocalDate.of(2025, 4, 2)));
  }
}
