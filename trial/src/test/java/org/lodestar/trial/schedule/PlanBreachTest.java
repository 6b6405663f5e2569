package org.lodestar.trial.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Json;
import org.lodestar.trial.fact.JsonView;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

/**
 * Days of a plan outside of what the shipped trial allows: 3 days about day 1 of a cycle, 42 days
 * of delay, 3 working days for the first fraction, 2 and 7 days of overall time, 14 working days of
 * interruption.
 */
class PlanBreachTest {
  private static final Protocol PROTOCOL = ShippedTrial.folder().protocol();
  private static final WorkingDays WEEKDAYS = WorkingDays.mondayToFriday();
  private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);
  private static final LocalDate CYCLE_2 = MONDAY.plusDays(21);

  /** A Wednesday: 25 fractions from here end on Tuesday, 29 April, after 35 days. */
  private static final LocalDate WEDNESDAY = LocalDate.of(2025, 3, 26);

  private static JsonView event(String what, LocalDate on) {
    return JsonView.of(
        Json.members(Map.of("what", Json.text(what), "on", Json.text(on.toString()))));
  }

  private static JsonView decided(String what, LocalDate on) {
    return JsonView.of(
        Json.members(
            Map.of(
                "what",
                Json.text(what),
                "on",
                Json.text(on.toString()),
                "decided",
                Json.text("true"))));
  }

  private static List<Derived<PlanBreach>> find(
      Protocol protocol, LocalDate asOf, List<JsonView> events) {
    Schedule schedule =
        Schedule.derive(
            ScheduleCase.read(events), protocol, WEEKDAYS, WEEKDAYS, Outlook.from(asOf));
    return PlanBreach.find(schedule, protocol, WEEKDAYS);
  }

  private static List<Derived<PlanBreach>> find(LocalDate asOf, JsonView... events) {
    return find(PROTOCOL, asOf, List.of(events));
  }

  private static List<ScheduleRule> rules(List<Derived<PlanBreach>> breaches) {
    List<ScheduleRule> rules = new ArrayList<>();
    breaches.forEach(breach -> rules.add(breach.get().rule()));
    return rules;
  }

  @ParameterizedTest
  @CsvSource({"-4, true", "-3, false", "0, false", "3, false", "4, true"})
  void aCycleMayMoveByItsWindowToEitherSide(int days, boolean outside) {
    List<Derived<PlanBreach>> breaches =
        find(MONDAY, event("cycle-1", MONDAY), decided("cycle-2", CYCLE_2.plusDays(days)));

    assertThat(rules(breaches).contains(ScheduleRule.CYCLE_OUTSIDE_WINDOW)).isEqualTo(outside);
  }

  @Test
  void aCycleOutsideOfItsWindowNamesItsDayAndTheOneDue() {
    Derived<PlanBreach> planned =
        find(MONDAY, event("cycle-1", MONDAY), decided("cycle-2", CYCLE_2.minusDays(4))).getFirst();

    assertThat(planned.get())
        .isEqualTo(
            new PlanBreach(
                ScheduleRule.CYCLE_OUTSIDE_WINDOW, "cycle-2", CYCLE_2.minusDays(4), false));
    assertThat(planned.sentence(Language.EN))
        .startsWith("cycle 2 on 2025-03-20 is 4 days from the day due (2025-03-24)");
    PlanBreach given =
        find(CYCLE_2.plusDays(4), event("cycle-1", MONDAY), event("cycle-2", CYCLE_2.plusDays(4)))
            .getFirst()
            .get();
    assertThat(given.happened()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"42, false", "43, true"})
  void theLongestDelayIsStillAllowed(int days, boolean tooLong) {
    List<Derived<PlanBreach>> breaches =
        find(MONDAY, event("cycle-1", MONDAY), decided("cycle-2", CYCLE_2.plusDays(days)));

    assertThat(rules(breaches).contains(ScheduleRule.CYCLE_DELAYED_TOO_LONG)).isEqualTo(tooLong);
  }

  @ParameterizedTest
  @CsvSource({"2025-03-27, false", "2025-03-28, true"})
  void theFirstFractionMayFollowByItsWindowOfWorkingDays(LocalDate first, boolean late) {
    // Due on Monday, 24 March; three working days later is Thursday.
    List<Derived<PlanBreach>> breaches =
        find(
            first, event("cycle-1", MONDAY), event("cycle-2", CYCLE_2), event("fraction-1", first));

    assertThat(rules(breaches).contains(ScheduleRule.RADIOTHERAPY_STARTS_LATE)).isEqualTo(late);
    if (late) {
      assertThat(breaches.getFirst().sentence(Language.EN))
          .isEqualTo(
              "radiotherapy starts on 2025-03-28; it is due on 2025-03-24, at the latest on"
                  + " 2025-03-27");
    }
  }

  /** The first fraction on Wednesday, and nothing more until the day that is looked at. */
  private static List<JsonView> oneFraction() {
    return List.of(
        event("cycle-1", MONDAY), event("cycle-2", CYCLE_2), event("fraction-1", WEDNESDAY));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-31, 2025-05-01, 2, ", // two working days lost: two days longer
    "2025-04-01, 2025-05-02, 3, OVERALL_TIME_LONG",
    "2025-04-03, 2025-05-06, 7, OVERALL_TIME_LONG",
    "2025-04-04, 2025-05-07, 8, OVERALL_TIME_TOO_LONG"
  })
  void theOverallTimeMayGrowByTwoDaysAndByNoVariationMoreThanSeven(
      LocalDate goesOn, LocalDate end, int overrun, ScheduleRule expected) {
    List<Derived<PlanBreach>> breaches = find(PROTOCOL, goesOn, oneFraction());

    if (expected == null) {
      assertThat(breaches).isEmpty();
      return;
    }
    assertThat(rules(breaches)).containsExactly(expected);
    assertThat(breaches.getFirst().get())
        .isEqualTo(new PlanBreach(expected, "radiotherapy", end, false));
    assertThat(breaches.getFirst().sentence(Language.EN))
        .startsWith(
            "the overall time of "
                + (35 + overrun)
                + " days is "
                + overrun
                + " more than this start needs (35)");
  }

  @Test
  void whereTheTrialNamesNoVariationALongOverallTimeIsNeverCalledTooLong() {
    Protocol open =
        ShippedTrial.folder().undecided("radiotherapy.overrun-variation-days").protocol();

    assertThat(rules(find(open, LocalDate.of(2025, 4, 4), oneFraction())))
        .containsExactly(ScheduleRule.OVERALL_TIME_LONG);
  }

  @Test
  void whereTheTrialNamesNoLimitNothingIsABreach() {
    Protocol open =
        ShippedTrial.folder()
            .undecided("radiotherapy.overrun-acceptable-days")
            .undecided("radiotherapy.interruption-max-days")
            .undecided("radiotherapy.start-window-days")
            .undecided("treatment.cycle-window-days")
            .undecided("treatment.delay-max-days")
            .protocol();

    assertThat(find(open, LocalDate.of(2025, 6, 2), oneFraction())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2025-04-16, false", "2025-04-17, true"})
  void anInterruptionIsCountedInWorkingDaysLost(LocalDate goesOn, boolean tooLong) {
    // From Thursday, 27 March, to Tuesday, 15 April, are 14 working days.
    List<Derived<PlanBreach>> breaches = find(PROTOCOL, goesOn, oneFraction());

    assertThat(rules(breaches).contains(ScheduleRule.INTERRUPTION_TOO_LONG)).isEqualTo(tooLong);
    if (tooLong) {
      assertThat(breaches.getLast().get().happened()).isFalse();
      assertThat(breaches.getLast().sentence(Language.EN))
          .isEqualTo("radiotherapy is interrupted for 15 working days; at most 14 are allowed");
    }
  }

  @Test
  void whatACourseTookIsCertainOnceItIsComplete() {
    List<JsonView> events = new ArrayList<>(oneFraction());
    List<LocalDate> rest =
        FractionPlan.plan(LocalDate.of(2025, 4, 17), FractionRule.daily(24), WEEKDAYS).dates();
    for (int i = 0; i < rest.size(); i++) {
      events.add(event("fraction-" + (i + 2), rest.get(i)));
    }
    List<Derived<PlanBreach>> breaches = find(PROTOCOL, rest.getLast().plusDays(1), events);

    assertThat(rules(breaches))
        .containsExactly(ScheduleRule.OVERALL_TIME_TOO_LONG, ScheduleRule.INTERRUPTION_TOO_LONG);
    assertThat(breaches)
        .allSatisfy(
            breach -> {
              assertThat(breach.get().happened()).isTrue();
              assertThat(breach.get().on()).isEqualTo(rest.getLast());
            });
  }

  @Test
  void aPlanAsTheProtocolWantsItHasNoBreach() {
    assertThat(find(MONDAY, event("cycle-1", MONDAY))).isEmpty();
  }
}
