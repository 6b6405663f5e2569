package org.lodestar.trial.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.ShippedTrial;

class StartPairTest {
  private static final WorkingDays WEEKDAYS = WorkingDays.mondayToFriday();
  private static final StartPair.Rule RULE = new StartPair.Rule(1, 3, 3);
  private static final FractionRule COURSE = FractionRule.daily(25);
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 6, 3);

  private static List<StartPair> propose(
      LocalDate planned, WorkingDays clinic, WorkingDays machine) {
    return StartPair.propose(planned, planned.minusDays(30), RULE, COURSE, clinic, machine);
  }

  @Test
  void onAnOrdinaryDayThePlannedOneIsProposedFirst() {
    StartPair best = propose(WEDNESDAY, WEEKDAYS, WEEKDAYS).getFirst();
    assertThat(best.chemotherapyDay()).isEqualTo(WEDNESDAY);
    assertThat(best.radiotherapyDay()).isEqualTo(WEDNESDAY);
    assertThat(best.insideWindow()).isTrue();
    assertThat(best.fractions().overallDays()).isEqualTo(35);
  }

  @Test
  void whenTheMachineIsClosedADayTogetherComesBeforeDaysApart() {
    WorkingDays machine = WEEKDAYS.overlaid(Set.of(), Set.of(WEDNESDAY));
    StartPair best = propose(WEDNESDAY, WEEKDAYS, machine).getFirst();
    assertThat(best.chemotherapyDay()).isEqualTo(best.radiotherapyDay());
    assertThat(Math.abs(best.shiftDays())).isEqualTo(1);
    assertThat(best.apartDays()).isZero();
  }

  @Test
  void duringALongHolidayTheNextPairAfterItIsProposedAndSaidToBeOutside() {
    Set<LocalDate> holiday =
        new HashSet<>(WEDNESDAY.minusDays(4).datesUntil(WEDNESDAY.plusDays(6)).toList());
    WorkingDays closed = WEEKDAYS.overlaid(Set.of(), holiday);
    List<StartPair> pairs = propose(WEDNESDAY, closed, closed);
    assertThat(pairs).hasSize(1);
    assertThat(pairs.getFirst().chemotherapyDay()).isEqualTo(WEDNESDAY.plusDays(6));
    assertThat(pairs.getFirst().insideWindow()).isFalse();
  }

  @Test
  void noPairLiesBeforeTheFirstPossibleDay() {
    List<StartPair> pairs =
        StartPair.propose(WEDNESDAY, WEDNESDAY.plusDays(10), RULE, COURSE, WEEKDAYS, WEEKDAYS);
    assertThat(pairs).allMatch(pair -> !pair.chemotherapyDay().isBefore(WEDNESDAY.plusDays(10)));
    assertThat(pairs).hasSize(1);
  }

  @Test
  void theStartWindowIsCountedInWorkingDays() {
    LocalDate friday = LocalDate.of(2026, 6, 5);
    assertThat(StartPair.latestStart(friday, 3, WEEKDAYS)).isEqualTo(LocalDate.of(2026, 6, 10));
    assertThat(StartPair.latestStart(friday, 0, WEEKDAYS)).isEqualTo(friday);
  }

  @Test
  void bothEndsOfTheWindowOfTheCycleBelongToIt() {
    LocalDate friday = LocalDate.of(2026, 6, 5);
    List<StartPair> pairs = propose(friday, WEEKDAYS, WEEKDAYS);
    assertThat(pairs)
        .filteredOn(StartPair::insideWindow)
        .extracting(StartPair::shiftDays)
        .containsExactlyInAnyOrder(-3, -2, -1, 0, 3);
    assertThat(pairs)
        .filteredOn(pair -> !pair.insideWindow())
        .extracting(StartPair::shiftDays)
        .containsExactly(4);
  }

  @Test
  void aPairInsideTheWindowComesBeforeOneTogetherOutsideOfIt() {
    LocalDate friday = LocalDate.of(2026, 6, 5);
    WorkingDays machine = WEEKDAYS.overlaid(Set.of(), Set.of(friday));
    List<StartPair> pairs =
        StartPair.propose(friday, friday, new StartPair.Rule(1, 0, 3), COURSE, WEEKDAYS, machine);
    assertThat(pairs)
        .extracting(StartPair::chemotherapyDay, StartPair::apartDays, StartPair::insideWindow)
        .containsExactly(tuple(friday, 3, true), tuple(friday.plusDays(3), 0, false));
  }

  @Test
  void nearerThePlannedDayComesFirstAndOfTwoAsNearTheEarlier() {
    assertThat(propose(WEDNESDAY, WEEKDAYS, WEEKDAYS))
        .extracting(StartPair::shiftDays)
        .containsExactly(0, -1, 1, -2, 2, 5);
  }

  @Test
  void theFirstFractionIsDueOnTheDayOfTheCycleThatTheRuleNames() {
    StartPair best =
        StartPair.propose(
                WEDNESDAY, WEDNESDAY, new StartPair.Rule(2, 0, 0), COURSE, WEEKDAYS, WEEKDAYS)
            .getFirst();
    assertThat(best.radiotherapyDay()).isEqualTo(WEDNESDAY.plusDays(1));
    assertThat(best.apartDays()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0, true", "0, 0, 0, false", "1, -1, 0, false", "1, 0, -1, false"})
  void aStartDayCountsFromOneAndWindowsFromZero(
      int startDay, int cycleWindow, int startWindow, boolean legal) {
    if (legal) {
      assertThat(new StartPair.Rule(startDay, cycleWindow, startWindow).startDay()).isEqualTo(1);
    } else {
      assertThatThrownBy(() -> new StartPair.Rule(startDay, cycleWindow, startWindow))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "a start day counts from 1 and windows from 0; got: "
                  + startDay
                  + ", "
                  + cycleWindow
                  + ", "
                  + startWindow);
    }
  }

  @Test
  void underTheShippedTrialThePairsNameItsSettings() {
    Derived<List<StartPair>> pairs =
        StartPair.propose(WEDNESDAY, WEDNESDAY, ShippedTrial.folder().protocol());
    assertThat(pairs.get().getFirst().chemotherapyDay()).isEqualTo(WEDNESDAY);
    assertThat(pairs.get().getFirst().fractions().fractions()).hasSize(25);
    assertThat(pairs.settings())
        .containsKeys("treatment.cycle-window-days", "radiotherapy.start-window-days");
    assertThat(pairs.sentence(Language.EN))
        .startsWith(pairs.get().size() + " pairs of a chemotherapy day")
        .contains("2026-06-03");
  }

  @ParameterizedTest
  @ValueSource(strings = {"treatment.cycle-window-days", "radiotherapy.start-window-days"})
  void whileAWindowIsLeftOpenNoPairIsProposed(String setting) {
    Derived<List<StartPair>> pairs =
        StartPair.propose(
            WEDNESDAY, WEDNESDAY, ShippedTrial.folder().undecided(setting).protocol());
    assertThat(pairs.isKnown()).isFalse();
    assertThat(pairs.sentence(Language.EN)).contains("leaves open").contains(setting);
  }
}
