package org.lodestar.trial.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
}
