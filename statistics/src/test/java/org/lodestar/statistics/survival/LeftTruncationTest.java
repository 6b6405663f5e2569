package org.lodestar.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lodestar.statistics.Estimate;

/**
 * Reference: R 4.2.2, survival 3.5-3, {@code survfit(Surv(e, t, s) ~ 1, conf.type = "log-log")},
 * its {@code quantile}, and {@code cumsum(n.event / n.risk)}.
 */
class LeftTruncationTest {
  private static final double[] ENTRY = {0, 2, 1, 0, 3, 5, 0, 4, 2, 6};
  private static final double[] TIME = {5, 7, 3, 9, 8, 12, 4, 10, 6, 11};
  private static final boolean[] EVENT = {
    true, true, false, true, false, true, true, true, false, false
  };
  private static final SurvivalData DATA = SurvivalData.leftTruncated(ENTRY, TIME, EVENT);
  private static final KaplanMeier CURVE = KaplanMeier.of(DATA);

  @Test
  void theCurveIsThatOfR() {
    int[] atRisk = {6, 6, 6, 6, 6, 5, 4, 3, 2, 1};
    double[] survival = {
      1,
      0.833333333333333,
      0.694444444444445,
      0.694444444444445,
      0.578703703703704,
      0.578703703703704,
      0.434027777777778,
      0.289351851851852,
      0.289351851851852,
      0
    };
    for (int i = 0; i < atRisk.length; i++) {
      assertThat(CURVE.table().atRisk(i)).isEqualTo(atRisk[i]);
      assertThat(CURVE.steps().get(i).survival()).isCloseTo(survival[i], within(1e-14));
    }
  }

  @Test
  void intervalsAndMedianAreThoseOfR() {
    var interval = CURVE.intervalAt(4, IntervalType.LOG_LOG, 0.95);
    assertThat(interval.lower().value()).isCloseTo(0.1829462228284594, within(1e-12));
    assertThat(interval.upper().value()).isCloseTo(0.838507763819007, within(1e-12));
    SurvivalQuantile median = CURVE.median(IntervalType.LOG_LOG, 0.95);
    assertThat(median.time()).isEqualTo(Estimate.of(9));
    assertThat(median.interval().lower()).isEqualTo(Estimate.of(4));
    assertThat(median.interval().upper().isEstimable()).isFalse();
  }

  @Test
  void theCumulativeHazardIsThatOfR() {
    NelsonAalen hazard = NelsonAalen.of(DATA);
    assertThat(hazard.hazardAt(7)).isCloseTo(0.5, within(1e-14));
    assertThat(hazard.hazardAt(12)).isCloseTo(2.083333333333333, within(1e-14));
    assertThat(hazard.table().size()).isEqualTo(10);
  }

  @Test
  void theOneSampleTestCountsTheHazardSinceEntryOnly() {
    OneSampleLogRank test = OneSampleLogRank.of(DATA, new Exponential(0.05));
    assertThat(test.expected()).isCloseTo(0.05 * (75 - 23), within(1e-12));
    assertThat(test.observed()).isEqualTo(6);
  }

  @Test
  void exchangingEventsAndPickingRowsKeepTheEntries() {
    assertThat(DATA.reversed().entry(9)).isEqualTo(6);
    boolean[] last = new boolean[10];
    last[9] = true;
    assertThat(DATA.subset(last).entry(0)).isEqualTo(6);
    assertThat(DATA.subset(last).isLeftTruncated()).isTrue();
    assertThat(DATA.lastTime()).isEqualTo(12);
  }
}
