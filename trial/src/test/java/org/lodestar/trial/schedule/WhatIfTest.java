package org.lodestar.trial.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Json;
import org.lodestar.trial.fact.JsonView;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

/** What moving a cycle would change; what happened stays. */
class WhatIfTest {
  private static final Protocol PROTOCOL = ShippedTrial.folder().protocol();
  private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);

  private static JsonView event(String what, LocalDate on) {
    return JsonView.of(
        Json.members(java.util.Map.of("what", Json.text(what), "on", Json.text(on.toString()))));
  }

  private static WhatIf.Plan plan(LocalDate asOf, JsonView... events) {
    return new WhatIf.Plan(
        ScheduleCase.read(List.of(events)),
        PROTOCOL,
        Schedule.clinic(PROTOCOL),
        Schedule.machine(PROTOCOL),
        Outlook.from(asOf));
  }

  @Test
  void movingCycleTwoByAWeekMovesTheCyclesAndFractionsAfterItAndNothingBefore() {
    Derived<WhatIf> derived =
        WhatIf.cycleMoved(plan(MONDAY.plusDays(1), event("cycle-1", MONDAY)), 2, 7);
    WhatIf answer = derived.get();

    assertThat(derived.sentence(Language.EN)).contains("2025-03-24 to 2025-03-31");
    assertThat(answer.before().cycleDays().get(1)).isEqualTo(answer.after().cycleDays().get(1));
    assertThat(answer.after().cycleDays().get(2).get()).isEqualTo(MONDAY.plusDays(28));
    assertThat(answer.after().cycleDays().get(3).get()).isEqualTo(MONDAY.plusDays(49));
    assertThat(answer.before().radiotherapyStart().get()).isEqualTo(MONDAY.plusDays(21));
    assertThat(answer.after().radiotherapyStart().get()).isEqualTo(MONDAY.plusDays(28));
    assertThat(rules(answer.breachesBefore())).isEmpty();
    assertThat(rules(answer.breachesAfter())).containsExactly(ScheduleRule.CYCLE_OUTSIDE_WINDOW);
  }

  @Test
  void aDelayBeyondTheLongestIsSaid() {
    WhatIf answer =
        WhatIf.cycleMoved(plan(MONDAY.plusDays(1), event("cycle-1", MONDAY)), 2, 43).get();

    assertThat(rules(answer.breachesAfter()))
        .containsExactly(ScheduleRule.CYCLE_OUTSIDE_WINDOW, ScheduleRule.CYCLE_DELAYED_TOO_LONG);
    assertThat(answer.breachesAfter().getLast().sentence(Language.EN))
        .isEqualTo("cycle 2 on 2025-05-06 is delayed by 43 days; the longest delay is 42 d");
  }

  @Test
  void whatWasGivenDoesNotMove() {
    Derived<WhatIf> derived =
        WhatIf.cycleMoved(plan(MONDAY.plusDays(1), event("cycle-1", MONDAY)), 1, 7);

    assertThat(derived.isKnown()).isFalse();
    assertThat(derived.sentence(Language.EN)).contains("given on 2025-03-03");
    assertThat(derived.sentence(Language.ZH)).contains("已于 2025-03-03 给药");
  }

  @Test
  void aCycleIsNotMovedBeforeTodayOrBeforeTheCycleBeforeIt() {
    WhatIf.Plan plan = plan(MONDAY.plusDays(10), event("cycle-1", MONDAY));

    assertThat(WhatIf.cycleMoved(plan, 2, -11).isKnown()).isTrue();
    assertThat(WhatIf.cycleMoved(plan, 2, -12).sentence(Language.EN))
        .contains("the earliest day is 2025-03-13");
    assertThat(WhatIf.cycleMoved(plan, 3, -21).sentence(Language.EN))
        .contains("the earliest day is 2025-03-25");
    assertThat(WhatIf.cycleMoved(plan, 9, 7).sentence(Language.EN))
        .isEqualTo("cycle 9 is not planned");
  }

  @Test
  void theFirstFractionAfterItsWindowIsABreachThatHasHappened() {
    WhatIf.Plan plan =
        plan(
            MONDAY.plusDays(40),
            event("cycle-1", MONDAY),
            event("cycle-2", MONDAY.plusDays(21)),
            event("fraction-1", MONDAY.plusDays(35)));
    List<Derived<PlanBreach>> breaches =
        PlanBreach.find(plan.derive(), PROTOCOL, Schedule.machine(PROTOCOL));

    assertThat(rules(breaches)).contains(ScheduleRule.RADIOTHERAPY_STARTS_LATE);
    assertThat(breaches.getFirst().get().happened()).isTrue();
  }

  @Property(tries = 60)
  void rePlanningNeverMovesThePast(
      @ForAll @IntRange(min = 0, max = 60) int today,
      @ForAll @IntRange(min = 0, max = 50) int by,
      @ForAll @Size(max = 12) List<@IntRange(min = 21, max = 60) Integer> fractionDays) {
    LocalDate asOf = MONDAY.plusDays(today);
    List<JsonView> events = new ArrayList<>(List.of(event("cycle-1", MONDAY)));
    Set<Integer> days = new HashSet<>(fractionDays);
    days.removeIf(day -> day > today);
    int number = 1;
    for (int day : days.stream().sorted().toList()) {
      events.add(event("fraction-" + number++, MONDAY.plusDays(day)));
    }
    Derived<WhatIf> derived = WhatIf.cycleMoved(plan(asOf, events.toArray(JsonView[]::new)), 2, by);
    if (derived.known().isEmpty()) {
      return;
    }
    WhatIf answer = derived.get();

    assertThat(past(answer.after(), asOf)).isEqualTo(past(answer.before(), asOf));
    assertThat(answer.after().radiotherapy().get().remaining().dates())
        .allSatisfy(day -> assertThat(day).isAfterOrEqualTo(asOf));
  }

  @Property(tries = 100)
  void noTwoPlannedFractionsAreCloserThanTheLeastInterval(
      @ForAll @IntRange(min = 0, max = 700) int start,
      @ForAll @IntRange(min = 1, max = 2) int perDay,
      @ForAll @IntRange(min = 1, max = 12) int hours,
      @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 40) Integer> delivered) {
    LocalDate first = LocalDate.of(2024, 6, 3).plusDays(start);
    FractionRule rule = new FractionRule(25, 5 * perDay, perDay, hours);
    List<DeliveredFraction> given = new ArrayList<>();
    new HashSet<>(delivered)
        .stream()
            .sorted()
            .forEach(
                day ->
                    given.add(new DeliveredFraction(given.size() + 1, first.plusDays(day), true)));
    FractionCourse course =
        FractionCourse.derive(
            first, rule, Schedule.machine(PROTOCOL), given, first.plusDays(41), Set.of());

    assertApart(course.planned(), hours);
    assertApart(course.remaining(), hours);
    assertThat(course.completed() + course.remaining().fractions().size()).isEqualTo(25);
  }

  private static void assertApart(FractionPlan plan, int hours) {
    List<Long> times =
        plan.fractions().stream()
            .map(fraction -> fraction.date().toEpochDay() * 24 + fraction.hoursAfterFirst())
            .toList();
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 1)).isGreaterThanOrEqualTo(hours);
    }
  }

  /** Everything of a schedule that had happened by a day. */
  private static List<Object> past(Schedule schedule, LocalDate asOf) {
    List<Object> past = new ArrayList<>();
    schedule.cycles().get().cycles().stream().filter(Cycle::isGiven).forEach(past::add);
    past.addAll(schedule.radiotherapy().get().delivered());
    schedule.visits().visits().stream()
        .filter(visit -> visit.firm() && visit.latest().isBefore(asOf))
        .map(PlannedVisit::key)
        .filter(key -> key.startsWith("cycle-1"))
        .forEach(past::add);
    return past;
  }

  private static List<ScheduleRule> rules(List<Derived<PlanBreach>> breaches) {
    Function<Derived<PlanBreach>, ScheduleRule> rule = breach -> breach.get().rule();
    return breaches.stream().map(rule).toList();
  }
}
