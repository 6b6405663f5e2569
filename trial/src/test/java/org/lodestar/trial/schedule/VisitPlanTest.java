package org.lodestar.trial.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Anchor;
import org.lodestar.trial.protocol.Visit;

class VisitPlanTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
  private static final FactRef FACT = new FactRef(7, "administration.started-at");

  private static Visit visit(
      String key, Anchor anchor, int offset, @Nullable Integer every, @Nullable Integer until) {
    return new Visit(
        key,
        new Words(key, key),
        anchor,
        offset,
        3,
        3,
        every,
        until,
        false,
        List.of("laboratory"),
        null);
  }

  private static AnchorDay day(String suffix, LocalDate date, boolean happened) {
    return new AnchorDay(suffix, Derived.of(ScheduleRule.DECIDED, date, FACT), happened);
  }

  private static VisitPlan.Basis basis(
      Map<Anchor, List<AnchorDay>> anchors,
      Map<String, LocalDate> done,
      LocalDate asOf,
      @Nullable LocalDate end) {
    return new VisitPlan.Basis(
        anchors, done, WorkingDays.mondayToFriday(), asOf, MONDAY.plusDays(400), end);
  }

  private static Map<Anchor, List<AnchorDay>> cycles() {
    return Map.of(
        Anchor.EACH_CYCLE, List.of(day("1", MONDAY, true), day("2", MONDAY.plusDays(21), false)));
  }

  private static VisitStatus statusOf(String key, LocalDate asOf, Map<String, LocalDate> done) {
    Visit cycle = visit("cycle", Anchor.EACH_CYCLE, 0, null, null);
    return VisitPlan.derive(List.of(cycle), basis(cycles(), done, asOf, null))
        .visit(key)
        .orElseThrow()
        .status();
  }

  @Test
  void aVisitIsPlannedThenDueThenOverdueThenMissed() {
    Map<String, LocalDate> none = Map.of();
    assertThat(statusOf("cycle-1", MONDAY.minusDays(4), none)).isEqualTo(VisitStatus.PLANNED);
    assertThat(statusOf("cycle-1", MONDAY.minusDays(3), none)).isEqualTo(VisitStatus.DUE);
    assertThat(statusOf("cycle-1", MONDAY.plusDays(3), none)).isEqualTo(VisitStatus.DUE);
    assertThat(statusOf("cycle-1", MONDAY.plusDays(4), none)).isEqualTo(VisitStatus.OVERDUE);
    assertThat(statusOf("cycle-1", MONDAY.plusDays(17), none)).isEqualTo(VisitStatus.OVERDUE);
    assertThat(statusOf("cycle-1", MONDAY.plusDays(18), none)).isEqualTo(VisitStatus.MISSED);
  }

  @Test
  void theLastOfASeriesStaysOverdue() {
    assertThat(statusOf("cycle-2", MONDAY.plusDays(300), Map.of())).isEqualTo(VisitStatus.OVERDUE);
  }

  @Test
  void aVisitThatTookPlaceIsDoneInsideOrOutsideItsWindow() {
    LocalDate late = MONDAY.plusDays(40);
    assertThat(statusOf("cycle-1", late, Map.of("cycle-1", MONDAY.plusDays(3))))
        .isEqualTo(VisitStatus.DONE);
    assertThat(statusOf("cycle-1", late, Map.of("cycle-1", MONDAY.plusDays(4))))
        .isEqualTo(VisitStatus.DONE_OUTSIDE_WINDOW);
    assertThat(statusOf("cycle-1", late, Map.of("cycle-1", MONDAY.minusDays(4))))
        .isEqualTo(VisitStatus.DONE_OUTSIDE_WINDOW);
  }

  @Test
  void aSeriesIsNumberedAndEndsWithItsLastOffset() {
    Visit survival = visit("survival", Anchor.END_OF_TREATMENT, 90, 90, 270);
    VisitPlan plan =
        VisitPlan.derive(
            List.of(survival),
            basis(
                Map.of(Anchor.END_OF_TREATMENT, List.of(day("", MONDAY, true))),
                Map.of(),
                MONDAY,
                null));
    assertThat(plan.visits())
        .extracting(PlannedVisit::key)
        .containsExactly("survival-1", "survival-2", "survival-3");
    assertThat(plan.visit("survival-2").orElseThrow().planned().get())
        .isEqualTo(MONDAY.plusDays(180));
  }

  @Test
  void nothingIsExpectedAfterTheEndButWhatTookPlaceStays() {
    Visit cycle = visit("cycle", Anchor.EACH_CYCLE, 0, null, null);
    LocalDate end = MONDAY.plusDays(10);
    Map<String, LocalDate> done = Map.of("cycle-2", MONDAY.plusDays(20));
    assertThat(VisitPlan.derive(List.of(cycle), basis(cycles(), Map.of(), end, end)).visits())
        .extracting(PlannedVisit::key)
        .containsExactly("cycle-1");
    assertThat(VisitPlan.derive(List.of(cycle), basis(cycles(), done, end, end)).visits())
        .extracting(PlannedVisit::key)
        .containsExactly("cycle-1", "cycle-2");
  }

  @Test
  void anAppointmentIsAWorkingDayInsideTheWindow() {
    Visit after = visit("after", Anchor.EACH_CYCLE, 5, null, null);
    PlannedVisit saturday =
        VisitPlan.derive(List.of(after), basis(cycles(), Map.of(), MONDAY, null))
            .visit("after-1")
            .orElseThrow();
    assertThat(saturday.planned().get()).isEqualTo(MONDAY.plusDays(5));
    assertThat(saturday.appointment()).isEqualTo(MONDAY.plusDays(7));
    assertThat(saturday.firm()).isTrue();
  }

  @Test
  void aVisitWhoseAnchorIsUnknownIsNotPlanned() {
    Visit last = visit("last", Anchor.LAST_DOSE, 30, null, null);
    assertThat(VisitPlan.derive(List.of(last), basis(cycles(), Map.of(), MONDAY, null)).visits())
        .isEmpty();
  }

  @Test
  void aPlannedDayReachesTheFactThatItIsCountedFrom() {
    Visit cycle = visit("cycle", Anchor.EACH_CYCLE, 0, null, null);
    VisitPlan plan = VisitPlan.derive(List.of(cycle), basis(cycles(), Map.of(), MONDAY, null));
    assertThat(plan.visit("cycle-1").orElseThrow().planned().facts()).containsExactly(FACT);
    assertThat(plan.with(VisitStatus.DUE)).hasSize(1);
  }
}
