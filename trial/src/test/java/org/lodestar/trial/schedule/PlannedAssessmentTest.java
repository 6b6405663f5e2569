package org.lodestar.trial.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.protocol.ScanPhase;

class PlannedAssessmentTest {
  private static final LocalDate ORIGIN = LocalDate.of(2024, 3, 4);
  private static final List<ScanPhase> PHASES =
      List.of(new ScanPhase(12, 91, 14), new ScanPhase(null, 182, 28));

  @Test
  void theFourthQuarterlyAssessmentFallsAtTwelveMonths() {
    List<PlannedAssessment> series =
        PlannedAssessment.series(ORIGIN, PHASES, ORIGIN.plusMonths(24));
    assertThat(series.get(3)).isEqualTo(new PlannedAssessment(4, ORIGIN.plusDays(364), 14, 91));
    assertThat(series.get(4)).isEqualTo(new PlannedAssessment(5, ORIGIN.plusDays(546), 28, 182));
    assertThat(series).hasSize(6);
  }

  @Test
  void theSeriesEndsOnItsLastDay() {
    assertThat(PlannedAssessment.series(ORIGIN, PHASES, ORIGIN.plusDays(91))).hasSize(1);
    assertThat(PlannedAssessment.series(ORIGIN, PHASES, ORIGIN.plusDays(90))).isEmpty();
  }

  @Test
  void aWindowHoldsBothItsEnds() {
    PlannedAssessment first = new PlannedAssessment(1, ORIGIN, 14, 91);
    assertThat(first.covers(ORIGIN.minusDays(14))).isTrue();
    assertThat(first.covers(ORIGIN.plusDays(14))).isTrue();
    assertThat(first.covers(ORIGIN.minusDays(15))).isFalse();
    assertThat(first.covers(ORIGIN.plusDays(15))).isFalse();
  }
}
