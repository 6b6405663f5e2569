package org.lodestar.trial.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FractionPlanTest {
  private static final WorkingDays WEEKDAYS = WorkingDays.mondayToFriday();
  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
  private static final FractionRule COURSE = FractionRule.daily(25);

  @Test
  void twentyFiveFractionsFromAMondayTakeFiveWeeks() {
    FractionPlan plan = FractionPlan.plan(MONDAY, COURSE, WEEKDAYS);
    assertThat(plan.fractions()).hasSize(25);
    assertThat(plan.first()).isEqualTo(MONDAY);
    assertThat(plan.last()).isEqualTo(LocalDate.of(2026, 7, 3));
    assertThat(plan.overallDays()).isEqualTo(33);
    assertThat(plan.longestGapDays()).isEqualTo(3);
    assertThat(plan.isProvisional()).isFalse();
  }

  @Test
  void aStartOnTuesdayTakesThirtyFiveDays() {
    assertThat(FractionPlan.plan(MONDAY.plusDays(1), COURSE, WEEKDAYS).overallDays()).isEqualTo(35);
  }

  @Test
  void aStartOnSaturdayBeginsOnMonday() {
    FractionPlan plan = FractionPlan.plan(MONDAY.minusDays(2), COURSE, WEEKDAYS);
    assertThat(plan.first()).isEqualTo(MONDAY);
  }

  @Test
  void aMakeUpSaturdayIsUsedAndShows() {
    LocalDate saturday = MONDAY.plusDays(5);
    WorkingDays withSaturday = WEEKDAYS.overlaid(Set.of(saturday), Set.of());
    FractionPlan plan = FractionPlan.plan(MONDAY, COURSE, withSaturday);
    assertThat(plan.dates()).contains(saturday);
    assertThat(plan.mostInAWeek()).isEqualTo(6);
    assertThat(plan.last()).isEqualTo(LocalDate.of(2026, 7, 2));
  }

  @Test
  void threeAWeekAtLeastTwoDaysApart() {
    FractionPlan plan = FractionPlan.plan(MONDAY, new FractionRule(6, 3, 1, 48), WEEKDAYS);
    assertThat(plan.dates())
        .containsExactly(
            MONDAY,
            MONDAY.plusDays(2),
            MONDAY.plusDays(4),
            MONDAY.plusDays(7),
            MONDAY.plusDays(9),
            MONDAY.plusDays(11));
  }

  @Test
  void theWeeksAllowanceIsNeverExceeded() {
    FractionPlan plan = FractionPlan.plan(MONDAY, new FractionRule(8, 4, 1, 6), WEEKDAYS);
    assertThat(plan.dates().subList(0, 5))
        .containsExactly(
            MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2), MONDAY.plusDays(3), MONDAY.plusDays(7));
  }

  @Test
  void twoADayStandTheirIntervalApart() {
    FractionPlan plan = FractionPlan.plan(MONDAY, new FractionRule(5, 10, 2, 6), WEEKDAYS);
    assertThat(plan.fractions())
        .containsExactly(
            new PlannedFraction(1, MONDAY, 0),
            new PlannedFraction(2, MONDAY, 6),
            new PlannedFraction(3, MONDAY.plusDays(1), 0),
            new PlannedFraction(4, MONDAY.plusDays(1), 6),
            new PlannedFraction(5, MONDAY.plusDays(2), 0));
  }

  @Test
  void aPlanThatReachesAnUnpublishedDayIsProvisionalFromThere() {
    LocalDate settledUntil = LocalDate.of(2026, 6, 30);
    FractionPlan plan = FractionPlan.plan(MONDAY, COURSE, settledUntil(settledUntil));
    assertThat(plan.isProvisional()).isTrue();
    assertThat(plan.provisionalFrom()).isEqualTo(LocalDate.of(2026, 7, 1));
  }

  private static WorkingDays settledUntil(LocalDate last) {
    return new WorkingDays() {
      @Override
      public boolean isWorking(LocalDate day) {
        return WEEKDAYS.isWorking(day);
      }

      @Override
      public boolean isPublished(LocalDate day) {
        return !day.isAfter(last);
      }
    };
  }

  @Test
  void aCalendarThatNeverWorksIsRefused() {
    WorkingDays never =
        new WorkingDays() {
          @Override
          public boolean isWorking(LocalDate day) {
            return false;
          }

          @Override
          public boolean isPublished(LocalDate day) {
            return true;
          }
        };
    assertThatThrownBy(() -> FractionPlan.plan(MONDAY, COURSE, never))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no working day");
  }

  @Test
  void fractionsOfADayThatCannotKeepTheirIntervalAreRefused() {
    assertThatThrownBy(() -> new FractionRule(25, 10, 3, 9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 8 h");
  }
}
