package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestar.trial.treatment.DayOneBook.DAY;
import static org.lodestar.trial.treatment.DayOneBook.PROTOCOL;
import static org.lodestar.trial.treatment.DayOneBook.action;
import static org.lodestar.trial.treatment.DayOneBook.book;
import static org.lodestar.trial.treatment.DayOneBook.camrelizumab;
import static org.lodestar.trial.treatment.DayOneBook.dayOne;
import static org.lodestar.trial.treatment.DayOneBook.decide;
import static org.lodestar.trial.treatment.DayOneBook.event;
import static org.lodestar.trial.treatment.DayOneBook.fit;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;
import org.lodestar.trial.schedule.WorkingDays;

/** Radiotherapy on day 1 of cycle 2: whether it is given, and what waits for it. */
class DayOneRadiotherapyTest {
  /** Fractions on every weekday from day 1 of cycle 2 on. */
  private static Book irradiated(Book book, int fractions) {
    LocalDate day = DAY;
    for (int number = 1; number <= fractions; number++) {
      while (!WorkingDays.mondayToFriday().isWorking(day)) {
        day = day.plusDays(1);
      }
      book.form(
          "radiotherapy-week-1",
          "fraction",
          "number",
          Integer.toString(number),
          "delivered-at",
          day + "T15:30",
          "status",
          "complete");
      day = day.plusDays(1);
    }
    return book;
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
  void duringRadiotherapyMeansFromTheFirstFractionToTheLast() {
    Protocol never =
        ShippedTrial.folder().decided("treatment.pd-1-during-radiotherapy", "false").protocol();
    assertThat(camrelizumab(book(), never, "cycle-2", DAY.minusDays(3))).isEqualTo(Action.GIVE);
    assertThat(camrelizumab(irradiated(book(), 1), never, "cycle-2", DAY)).isEqualTo(Action.OMIT);
    LocalDate last = LocalDate.of(2025, 4, 25);
    Book complete = irradiated(book(), 25);
    assertThat(camrelizumab(complete, never, "cycle-3", last)).isEqualTo(Action.OMIT);
    assertThat(camrelizumab(complete, never, "cycle-3", last.plusDays(1))).isEqualTo(Action.GIVE);
  }

  @ParameterizedTest
  @CsvSource({"13, HOLD", "14, GIVE"}) // maintenance itself asks for the last assessment
  void afterRadiotherapyThePd1InhibitorWaitsForTheGapOfTheTrial(int days, Action expected) {
    Protocol gap =
        ShippedTrial.folder()
            .decided("treatment.pd-1-gap-after-radiotherapy-days", "14")
            .protocol();
    LocalDate last = LocalDate.of(2025, 4, 25);
    AgentDay proposed =
        dayOne(irradiated(book(), 25), gap, last.plusDays(days)).deriveVisit("cycle-3").stream()
            .filter(one -> one.agent().equals("camrelizumab"))
            .findFirst()
            .orElseThrow();
    assertThat(proposed.proposal().derived().get()).isEqualTo(expected);
    if (expected == Action.HOLD) {
      assertThat(
              DayOneDecision.reasons(proposed.proposal().derived())
                  .getFirst()
                  .sentence(Language.EN))
          .isEqualTo("13 days after the last fraction; camrelizumab needs at least 14: hold");
    }
  }

  @Test
  void aFractionIsGivenUnlessRadiotherapyWasStopped() {
    assertThat(dayOne(fit(), PROTOCOL, DAY).deriveFraction().proposal().derived().get())
        .isEqualTo(Action.GIVE);
    Book stopped =
        fit()
            .form(
                "running",
                "discontinuation",
                "agent",
                "radiotherapy",
                "stopped-on",
                DAY.toString(),
                "reason",
                "toxicity");
    AgentDay fraction = dayOne(stopped, PROTOCOL, DAY).deriveFraction();
    assertThat(fraction.proposal().derived().get()).isEqualTo(Action.STOP);
    assertThat(fraction.dose()).isEmpty();
    assertThat(
            DayOneDecision.reasons(fraction.proposal().derived()).getFirst().sentence(Language.ZH))
        .isEqualTo("放疗 已于 2025-03-24 永久停用");
  }

  @ParameterizedTest
  @CsvSource({"cycle-2, 2025-03-24, ASK", "cycle-2, 2025-03-21, GIVE"})
  void whetherThePd1InhibitorIsGivenDuringRadiotherapyIsAskedWhileItIsOpen(
      String visit, LocalDate day, Action expected) {
    Protocol open =
        ShippedTrial.folder().undecided("treatment.pd-1-during-radiotherapy").protocol();
    assertThat(camrelizumab(book(), open, visit, day)).isEqualTo(expected);
  }

  @Test
  void whileTheGapAfterRadiotherapyIsOpenTheFirstDoseAfterItIsAskedFor() {
    Protocol open =
        ShippedTrial.folder().undecided("treatment.pd-1-gap-after-radiotherapy-days").protocol();
    LocalDate later = LocalDate.of(2025, 5, 5);
    Book book = irradiated(book(), 25);
    assertThat(camrelizumab(book, open, "cycle-3", later)).isEqualTo(Action.ASK);
    book.form(
        "cycle-3",
        "administration",
        "agent",
        "camrelizumab",
        "cycle",
        "3",
        "started-at",
        later + "T09:00",
        "dose",
        "200 mg");
    assertThat(camrelizumab(book, open, "cycle-3", later.plusDays(21))).isEqualTo(Action.GIVE);
  }

  @Test
  void aCycleAfterTheLastFractionIsOmittedWhereTheTrialGivesNone() {
    LocalDate last = LocalDate.of(2025, 4, 25);
    Protocol none =
        ShippedTrial.folder().decided("treatment.cycle-after-last-fraction", "false").protocol();
    Protocol open =
        ShippedTrial.folder().undecided("treatment.cycle-after-last-fraction").protocol();
    Book book = irradiated(book(), 25);
    assertThat(camrelizumab(book, none, "cycle-3", last)).isEqualTo(Action.GIVE);
    assertThat(camrelizumab(book, none, "cycle-3", last.plusDays(1))).isEqualTo(Action.OMIT);
    assertThat(camrelizumab(book, open, "cycle-3", last.plusDays(1))).isEqualTo(Action.ASK);
    AgentDay omitted =
        dayOne(book, none, last.plusDays(1)).deriveVisit("cycle-3").stream()
            .filter(one -> one.agent().equals("camrelizumab"))
            .findFirst()
            .orElseThrow();
    assertThat(
            DayOneDecision.reasons(omitted.proposal().derived()).getFirst().sentence(Language.EN))
        .isEqualTo("no cycle is given after the last fraction, which was on 2025-04-25: omit");
  }
}
