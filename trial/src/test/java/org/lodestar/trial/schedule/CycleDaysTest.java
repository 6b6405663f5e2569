package org.lodestar.trial.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.fact.Json;
import org.lodestar.trial.fact.JsonView;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

/** The days of chemotherapy and of maintenance under the shipped trial and its variants. */
class CycleDaysTest {
  private static final Protocol PROTOCOL = ShippedTrial.folder().protocol();
  private static final WorkingDays WEEKDAYS = WorkingDays.mondayToFriday();
  private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);

  private static JsonView event(String what, LocalDate on) {
    return event(what, on, false);
  }

  private static JsonView event(String what, LocalDate on, boolean decided) {
    return JsonView.of(
        Json.members(
            Map.of(
                "what",
                Json.text(what),
                "on",
                Json.text(on.toString()),
                "decided",
                Json.text(Boolean.toString(decided)))));
  }

  private static Schedule schedule(Protocol protocol, Outlook outlook, JsonView... events) {
    return Schedule.derive(
        ScheduleCase.read(List.of(events)), protocol, WEEKDAYS, WEEKDAYS, outlook);
  }

  private static Schedule schedule(Protocol protocol, JsonView... events) {
    return schedule(protocol, Outlook.from(MONDAY), events);
  }

  private static List<LocalDate> days(CyclePlan plan) {
    return plan.cycles().stream().map(Cycle::planned).toList();
  }

  @Test
  void theFirstCycleIsOnTheFirstClinicDayFromEnrolment() {
    LocalDate saturday = MONDAY.minusDays(2);
    Schedule schedule = schedule(PROTOCOL, event("enrolment", saturday));

    assertThat(schedule.cycleDays().get(1).get()).isEqualTo(MONDAY);
    assertThat(schedule.cycleDays().get(1).sentence(Language.EN))
        .isEqualTo("the first clinic day not before enrolment on 2025-03-01 is 2025-03-03");
  }

  @Test
  void aDecidedFirstDayTakesThePlaceOfEnrolmentAndAGivenOneOfBoth() {
    JsonView enrolled = event("enrolment", MONDAY);
    JsonView decided = event("cycle-1", MONDAY.plusDays(2), true);
    JsonView given = event("cycle-1", MONDAY.plusDays(3));

    assertThat(days(schedule(PROTOCOL, enrolled, decided).cycles().get()).getFirst())
        .isEqualTo(MONDAY.plusDays(2));
    assertThat(days(schedule(PROTOCOL, enrolled, decided, given).cycles().get()).getFirst())
        .isEqualTo(MONDAY.plusDays(3));
  }

  @Test
  void beforeEnrolmentNoCycleIsPlannedAndTheReasonIsSaid() {
    Schedule schedule = schedule(PROTOCOL, event("consent", MONDAY));

    assertThat(schedule.cycles().isKnown()).isFalse();
    assertThat(schedule.cycleDays()).isEmpty();
    assertThat(schedule.cycles().sentence(Language.EN))
        .startsWith("cycle 1 is planned from")
        .endsWith("of which no date is known yet");
    assertThat(schedule.cycles().sentence(Language.ZH)).startsWith("第 1 周期");
  }

  @ParameterizedTest
  @CsvSource({"true, 3", "false, 4"})
  void theCountOfCyclesHoldsTheInductionCycleOrNot(String included, int cycles) {
    Protocol protocol =
        ShippedTrial.folder()
            .decided("treatment.chemotherapy-cycles-include-induction", included)
            .protocol();

    assertThat(schedule(protocol, event("cycle-1", MONDAY)).cycles().get().cycles())
        .hasSize(cycles);
  }

  @Test
  void everyCycleSaysWhyItIsOnItsDay() {
    Schedule schedule =
        schedule(PROTOCOL, event("cycle-1", MONDAY), event("cycle-2", MONDAY.plusDays(23), true));

    assertThat(schedule.cycleDays().get(1).sentence(Language.EN))
        .isEqualTo("cycle 1 began on 2025-03-03");
    assertThat(schedule.cycleDays().get(2).sentence(Language.EN))
        .isEqualTo("day 1 of cycle 2 was set to 2025-03-26 by a person; the rule gives 2025-03-24");
    assertThat(schedule.cycleDays().get(3).sentence(Language.EN))
        .isEqualTo(
            "day 1 of cycle 3 is 21 days after 2025-03-26: 2025-04-16 (first planned: 2025-04-14)");
  }

  /** Radiotherapy from 24 March ends on Friday, 25 April. */
  @ParameterizedTest
  @CsvSource({
    "true, 2025-04-25, 3",
    "true, 2025-04-28, 3",
    "false, 2025-04-25, 3", // on the day of the last fraction
    "false, 2025-04-28, 2"
  })
  void aCycleMayStartAfterTheLastFractionOnlyWhenTheTrialSaysSo(
      String allowed, LocalDate third, int cycles) {
    Protocol protocol =
        ShippedTrial.folder().decided("treatment.cycle-after-last-fraction", allowed).protocol();
    Schedule schedule =
        schedule(
            protocol,
            event("cycle-1", MONDAY),
            event("cycle-2", MONDAY.plusDays(21)),
            event("cycle-3", third, true));

    assertThat(schedule.radiotherapy().get().end()).contains(LocalDate.of(2025, 4, 25));
    assertThat(schedule.cycles().get().cycles()).hasSize(cycles);
    assertThat(schedule.cycles().sentence(Language.EN))
        .isEqualTo("2 of " + cycles + " cycles given, 21 days apart");
  }

  @Test
  void aCycleThatWasGivenAfterTheLastFractionStays() {
    Protocol protocol =
        ShippedTrial.folder().decided("treatment.cycle-after-last-fraction", "false").protocol();
    List<JsonView> events = new ArrayList<>();
    events.add(event("cycle-1", MONDAY));
    events.add(event("cycle-2", MONDAY.plusDays(21)));
    events.add(event("cycle-3", LocalDate.of(2025, 4, 28)));

    assertThat(schedule(protocol, events.toArray(JsonView[]::new)).cycles().get().cycles())
        .hasSize(3);
  }

  // Maintenance: every 21 days for 12 months from what the trial counts from.

  private static final LocalDate FIRST = LocalDate.of(2025, 7, 7);

  private static CyclePlan maintenance(Protocol protocol, LocalDate through, JsonView... events) {
    List<JsonView> all = new ArrayList<>(List.of(events));
    all.add(event("maintenance-1", FIRST));
    return schedule(protocol, new Outlook(FIRST, through, null), all.toArray(JsonView[]::new))
        .maintenance()
        .get();
  }

  private static Protocol countedFrom(String origin) {
    return ShippedTrial.folder().decided("treatment.maintenance-origin", origin).protocol();
  }

  @ParameterizedTest
  @CsvSource({"20, 1", "21, 2", "41, 2", "42, 3"})
  void maintenanceIsPlannedAsFarAsIsLooked(int days, int cycles) {
    CyclePlan plan = maintenance(PROTOCOL, FIRST.plusDays(days));

    assertThat(plan.cycles()).hasSize(cycles);
    assertThat(plan.cycles().getFirst().isGiven()).isTrue();
    assertThat(days(plan).getLast()).isEqualTo(FIRST.plusDays(21L * (cycles - 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "consent, consent",
    "enrolment, enrolment",
    "first-dose, cycle-1",
    "radiotherapy-start, fraction-1",
    "radiotherapy-end, fraction-1"
  })
  void aDoseOnTheLastDayOfTheYearIsInsideAndOneADayLaterIsNot(String origin, String event) {
    Protocol protocol = countedFrom(origin);
    LocalDate far = FIRST.plusYears(3);
    // 10 intervals after the first dose, twelve months after the day that is counted from.
    LocalDate counted = FIRST.plusDays(210).minusMonths(12);

    assertThat(maintenance(protocol, far, event(event, counted)).cycles()).hasSize(11);
    assertThat(maintenance(protocol, far, event(event, counted.minusDays(1))).cycles()).hasSize(10);
  }

  @Test
  void radiotherapyStartsWithItsFirstFractionAndEndsWithItsLast() {
    LocalDate counted = FIRST.plusDays(210).minusMonths(12);
    JsonView[] fractions = {
      event("fraction-2", counted), event("fraction-1", counted.minusDays(21))
    };

    assertThat(maintenance(countedFrom("radiotherapy-end"), FIRST.plusYears(3), fractions).cycles())
        .hasSize(11);
    assertThat(
            maintenance(countedFrom("radiotherapy-start"), FIRST.plusYears(3), fractions).cycles())
        .hasSize(10);
  }

  @ParameterizedTest
  @CsvSource({"radiotherapy-end", "consent"})
  void whereWhatIsCountedFromIsNotKnownMaintenanceIsPlannedAsFarAsIsLooked(String origin) {
    assertThat(maintenance(countedFrom(origin), FIRST.plusDays(420)).cycles()).hasSize(21);
  }

  @Test
  void aDoseGivenAfterTheLimitStaysInThePlan() {
    LocalDate late = FIRST.plusMonths(13);

    CyclePlan plan = maintenance(PROTOCOL, FIRST.plusYears(3), event("maintenance-19", late));

    assertThat(plan.cycle(19).orElseThrow().isGiven()).isTrue();
    assertThat(plan.cycle(19).orElseThrow().planned()).isEqualTo(late);
    assertThat(plan.cycle(20)).isEmpty();
  }

  @Test
  void beforeItsFirstDayMaintenanceIsNotPlannedAndSaysSo() {
    Schedule schedule = schedule(PROTOCOL, event("cycle-1", MONDAY));

    assertThat(schedule.maintenance().isKnown()).isFalse();
    assertThat(schedule.maintenance().sentence(Language.EN)).startsWith("maintenance waits");
    assertThat(schedule.maintenance().sentence(Language.ZH)).startsWith("维持治疗");
  }

  private static JsonView assessment(LocalDate on, String response) {
    return JsonView.of(
        Json.members(
            Map.of(
                "what",
                Json.text("assessment"),
                "on",
                Json.text(on.toString()),
                "response",
                Json.text(response))));
  }

  /** Three cycles and the whole course, the last fraction on 25 April. */
  private static List<JsonView> chemoradiation() {
    List<JsonView> events = new ArrayList<>();
    for (int cycle = 1; cycle <= 4; cycle++) {
      events.add(event("cycle-" + cycle, MONDAY.plusDays(21L * (cycle - 1))));
    }
    for (int number = 1; number <= 25; number++) {
      long weekends = (number - 1) / 5 * 2L;
      events.add(event("fraction-" + number, MONDAY.plusDays(21 + number - 1 + weekends)));
    }
    return events;
  }

  @Test
  void anAssessmentAfterChemoradiationMakesMaintenanceDue() {
    List<JsonView> events = chemoradiation();
    LocalDate assessed = MONDAY.plusDays(105);
    events.add(assessment(assessed, "SD"));

    CyclePlan plan =
        schedule(PROTOCOL, Outlook.from(assessed), events.toArray(JsonView[]::new))
            .maintenance()
            .get();

    assertThat(days(plan).getFirst()).isEqualTo(assessed);
  }

  @Test
  void anAssessmentThatReadsProgressionForbidsMaintenance() {
    List<JsonView> events = chemoradiation();
    LocalDate assessed = MONDAY.plusDays(105);
    events.add(assessment(assessed, "PD"));

    assertThat(
            schedule(PROTOCOL, Outlook.from(assessed), events.toArray(JsonView[]::new))
                .maintenance()
                .isKnown())
        .isFalse();
  }

  @Test
  void aResponseThatNobodyReadsIsRefusedWithThoseThatExist() {
    assertThatThrownBy(() -> schedule(PROTOCOL, assessment(MONDAY, "better")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/response must be CR, PR, SD")
        .hasMessageContaining("better");
  }

  @Test
  void whenTreatmentHasEndedOnlyTheDosesGivenRemain() {
    CyclePlan plan =
        maintenance(PROTOCOL, FIRST.plusYears(3), event("end-of-treatment", FIRST.plusDays(30)));

    assertThat(days(plan)).containsExactly(FIRST);
  }
}
