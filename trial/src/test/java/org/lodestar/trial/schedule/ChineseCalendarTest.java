package org.lodestar.trial.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

/**
 * Twenty-five daily fractions from every working day of 2015 to August 2026 on the national
 * calendar. The figures were measured for this project on two public calendars that agree on every
 * day: 2,897 starts, 32 to 43 days, median 36; Monday to Friday alone is wrong for 59 %.
 */
class ChineseCalendarTest {
  private static final Protocol PROTOCOL = ShippedTrial.folder().protocol();
  private static final WorkingDays CHINA = WorkingDays.of(PROTOCOL.calendar("china").orElseThrow());
  private static final FractionRule COURSE = FractionRule.daily(25);
  private static final LocalDate FROM = LocalDate.of(2015, 1, 1);
  private static final LocalDate UNTIL = LocalDate.of(2026, 9, 1);

  private static final List<FractionPlan> PLANS =
      FROM.datesUntil(UNTIL)
          .filter(CHINA::isWorking)
          .map(start -> FractionPlan.plan(start, COURSE, CHINA))
          .toList();

  @Test
  void overallTimesAreThoseMeasuredBefore() {
    List<Integer> days = PLANS.stream().map(FractionPlan::overallDays).sorted().toList();
    assertThat(days.getFirst()).isEqualTo(32);
    assertThat(days.getLast()).isEqualTo(43);
    assertThat(days.get(days.size() / 2)).isEqualTo(36);
  }

  @Test
  void theLongestStepIsElevenDaysAndEightOrMoreForOneStartInFive() {
    List<Integer> gaps = PLANS.stream().map(FractionPlan::longestGapDays).toList();
    assertThat(gaps.stream().max(Integer::compare)).contains(11);
    double share = gaps.stream().filter(gap -> gap >= 8).count() / (double) gaps.size();
    assertThat(share).isCloseTo(0.19, within(0.005));
  }

  @Test
  void mondayToFridayAloneGivesAnotherLastDayForThreeStartsInFive() {
    WorkingDays weekdays = WorkingDays.mondayToFriday();
    long wrong =
        PLANS.stream()
            .filter(
                plan ->
                    !FractionPlan.plan(plan.first(), COURSE, weekdays).last().equals(plan.last()))
            .count();
    assertThat(wrong / (double) PLANS.size()).isCloseTo(0.59, within(0.005));
  }

  @Test
  void aPlanThatReachesAnUnpublishedYearIsProvisionalFromItsFirstDay() {
    LocalDate december = LocalDate.of(2026, 12, 14);
    FractionPlan plan = FractionPlan.plan(december, COURSE, CHINA);
    assertThat(plan.provisionalFrom()).isEqualTo(LocalDate.of(2027, 1, 1));
    assertThat(FractionPlan.plan(LocalDate.of(2026, 10, 12), COURSE, CHINA).isProvisional())
        .isFalse();
  }

  @Test
  void theMachineFollowsTheDepartmentsDaysOverTheNationalOnes() {
    WorkingDays machine = Schedule.machine(PROTOCOL);
    LocalDate maintenance = LocalDate.of(2025, 6, 13);
    assertThat(CHINA.isWorking(maintenance)).isTrue();
    assertThat(machine.isWorking(maintenance)).isFalse();
    assertThat(Schedule.clinic(PROTOCOL).isWorking(maintenance)).isTrue();
  }
}
