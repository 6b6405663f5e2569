package org.lodestar.trial.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FractionCourseTest {
  private static final WorkingDays WEEKDAYS = WorkingDays.mondayToFriday();
  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
  private static final FractionRule RULE = FractionRule.daily(25);

  private static FractionCourse course(List<DeliveredFraction> delivered, LocalDate asOf) {
    return FractionCourse.derive(MONDAY, RULE, WEEKDAYS, delivered, asOf, Set.of());
  }

  private static List<DeliveredFraction> firstWeek(int days) {
    List<DeliveredFraction> delivered = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      delivered.add(new DeliveredFraction(day + 1, MONDAY.plusDays(day), true));
    }
    return delivered;
  }

  @Test
  void beforeTheStartTheWholeCourseIsPlanned() {
    FractionCourse course = course(List.of(), MONDAY.minusDays(10));
    assertThat(course.remaining()).isEqualTo(course.planned());
    assertThat(course.overrunDays()).isZero();
    assertThat(course.isComplete()).isFalse();
  }

  @Test
  void aMissedDayIsMadeUpAtTheEndAndShowsAsOverrun() {
    FractionCourse course = course(firstWeek(3), MONDAY.plusDays(4));
    assertThat(course.remaining().first()).isEqualTo(MONDAY.plusDays(4));
    assertThat(course.end()).contains(LocalDate.of(2026, 7, 6));
    assertThat(course.overallDays()).isEqualTo(36);
    assertThat(course.overrunDays()).isEqualTo(3);
    assertThat(course.longestInterruptionDays()).isEqualTo(1);
    assertThat(course.longestGapDays()).isEqualTo(3);
  }

  @Test
  void aFractionOfTodayIsNotPlannedAgain() {
    FractionCourse course = course(firstWeek(3), MONDAY.plusDays(2));
    assertThat(course.remaining().first()).isEqualTo(MONDAY.plusDays(3));
    assertThat(course.overrunDays()).isZero();
  }

  @Test
  void aBrokenOffFractionIsStillOwed() {
    List<DeliveredFraction> delivered = List.of(new DeliveredFraction(1, MONDAY, false));
    FractionCourse course = course(delivered, MONDAY);
    assertThat(course.completed()).isZero();
    assertThat(course.remaining().fractions()).hasSize(25);
    assertThat(course.remaining().first()).isEqualTo(MONDAY.plusDays(1));
  }

  @Test
  void daysOnWhichTheParticipantIsHeldAreLeftOut() {
    LocalDate held = MONDAY.plusDays(3);
    FractionCourse course =
        FractionCourse.derive(
            MONDAY, RULE, WEEKDAYS, firstWeek(3), MONDAY.plusDays(2), Set.of(held));
    assertThat(course.remaining().first()).isEqualTo(MONDAY.plusDays(4));
  }

  @Test
  void aCourseBrokenOffOwesNothingMore() {
    FractionCourse course = course(firstWeek(5), MONDAY.plusDays(5)).brokenOff();
    assertThat(course.isComplete()).isTrue();
    assertThat(course.completed()).isEqualTo(5);
    assertThat(course.end()).contains(MONDAY.plusDays(4));
    assertThat(course(List.of(), MONDAY).brokenOff().end()).isEmpty();
    assertThat(course(List.of(), MONDAY).brokenOff().overallDays()).isZero();
  }

  @Test
  void aFractionTooManyLeavesNothingToPlan() {
    List<DeliveredFraction> delivered = new ArrayList<>();
    FractionPlan plan = FractionPlan.plan(MONDAY, FractionRule.daily(26), WEEKDAYS);
    plan.fractions().forEach(f -> delivered.add(new DeliveredFraction(f.number(), f.date(), true)));
    FractionCourse course = course(delivered, plan.last());
    assertThat(course.completed()).isEqualTo(26);
    assertThat(course.isComplete()).isTrue();
    assertThat(course.overrunDays()).isEqualTo(3);
  }

  @Provide
  Arbitrary<Set<LocalDate>> closures() {
    return Arbitraries.integers().between(0, 80).map(MONDAY::plusDays).set().ofMaxSize(25);
  }

  @Provide
  Arbitrary<FractionRule> rules() {
    return Arbitraries.of(
        FractionRule.daily(25),
        new FractionRule(30, 10, 2, 6),
        new FractionRule(10, 3, 1, 48),
        new FractionRule(18, 21, 3, 8));
  }

  @Property(tries = 200)
  void noTwoPlannedFractionsAreCloserThanTheInterval(
      @ForAll("closures") Set<LocalDate> closed, @ForAll("rules") FractionRule rule) {
    FractionPlan plan = FractionPlan.plan(MONDAY, rule, WEEKDAYS.overlaid(Set.of(), closed));
    assertThat(plan.fractions()).hasSize(rule.fractions());
    for (int i = 1; i < plan.fractions().size(); i++) {
      long before = hours(plan.fractions().get(i - 1));
      assertThat(hours(plan.fractions().get(i)) - before)
          .isGreaterThanOrEqualTo(rule.intervalMinHours());
    }
  }

  private static long hours(PlannedFraction fraction) {
    return fraction.date().toEpochDay() * 24 + fraction.hoursAfterFirst();
  }

  @Property(tries = 200)
  void rePlanningNeverMovesThePast(
      @ForAll("closures") Set<LocalDate> missed, @ForAll @IntRange(min = 0, max = 60) int today) {
    LocalDate asOf = MONDAY.plusDays(today);
    List<DeliveredFraction> delivered = new ArrayList<>();
    for (LocalDate day : FractionPlan.plan(MONDAY, RULE, WEEKDAYS).dates()) {
      if (day.isBefore(asOf) && !missed.contains(day)) {
        delivered.add(new DeliveredFraction(delivered.size() + 1, day, true));
      }
    }
    FractionCourse course = course(delivered, asOf);
    assertThat(course.delivered()).isEqualTo(delivered);
    assertThat(course.remaining().dates()).allMatch(day -> !day.isBefore(asOf));
    assertThat(course.completed() + course.remaining().fractions().size()).isEqualTo(25);
  }
}
