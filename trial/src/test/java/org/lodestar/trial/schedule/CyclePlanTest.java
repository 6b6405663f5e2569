package org.lodestar.trial.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CyclePlanTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

  private static CyclePlan plan(Map<Integer, LocalDate> actual, Map<Integer, LocalDate> decided) {
    return CyclePlan.plan(FIRST, 3, 21, actual, decided);
  }

  @Test
  void cyclesFollowAtTheirInterval() {
    assertThat(plan(Map.of(), Map.of()).cycles())
        .containsExactly(
            new Cycle(1, FIRST, FIRST, 0, null),
            new Cycle(2, FIRST.plusDays(21), FIRST.plusDays(21), 0, null),
            new Cycle(3, FIRST.plusDays(42), FIRST.plusDays(42), 0, null));
  }

  @Test
  void aDelayMovesAllLaterCyclesAndTheFirstPlanStaysVisible() {
    CyclePlan plan = plan(Map.of(1, FIRST, 2, FIRST.plusDays(28)), Map.of());
    assertThat(plan.cycle(2))
        .contains(new Cycle(2, FIRST.plusDays(21), FIRST.plusDays(28), 7, FIRST.plusDays(28)));
    assertThat(plan.cycle(3))
        .contains(new Cycle(3, FIRST.plusDays(42), FIRST.plusDays(49), 0, null));
    assertThat(plan.cycle(3).orElseThrow().isReplanned()).isTrue();
    assertThat(plan.next()).isEqualTo(plan.cycle(3));
  }

  @Test
  void aDecidedDayCountsUntilTheCycleIsGiven() {
    LocalDate decided = FIRST.plusDays(24);
    LocalDate given = FIRST.plusDays(25);
    assertThat(plan(Map.of(1, FIRST), Map.of(2, decided)).cycle(2).orElseThrow().planned())
        .isEqualTo(decided);
    CyclePlan later = plan(Map.of(1, FIRST, 2, given), Map.of(2, decided));
    assertThat(later.cycle(2).orElseThrow().planned()).isEqualTo(given);
    assertThat(later.cycle(3).orElseThrow().planned()).isEqualTo(given.plusDays(21));
  }

  @Test
  void whenTreatmentEndedOnlyTheGivenCyclesRemain() {
    assertThat(plan(Map.of(1, FIRST), Map.of()).givenOnly().cycles()).hasSize(1);
    assertThat(plan(Map.of(1, FIRST), Map.of()).cycle(4)).isEmpty();
  }

  @Test
  void aNegativeCountIsRefused() {
    assertThatThrownBy(() -> CyclePlan.plan(FIRST, -1, 21, Map.of(), Map.of()))
        .hasMessageContaining("-1");
  }
}
