package org.lodestar.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The curves that a one-sample test may be made against. */
class NullCurvesTest {
  private static final PublishedCurve PUBLISHED =
      PublishedCurve.of(new double[] {6, 12, 24}, new double[] {0.8, 0.5, 0.4});

  @Test
  void aPublishedCurvePassesThroughItsPointsAndIsLogLinearBetweenThem() {
    assertThat(PUBLISHED.survival(0)).isEqualTo(1);
    assertThat(PUBLISHED.survival(6)).isCloseTo(0.8, within(1e-14));
    assertThat(PUBLISHED.survival(12)).isCloseTo(0.5, within(1e-14));
    assertThat(PUBLISHED.survival(3)).isCloseTo(Math.sqrt(0.8), within(1e-14));
    assertThat(PUBLISHED.survival(9)).isCloseTo(Math.sqrt(0.8 * 0.5), within(1e-14));
    assertThat(PUBLISHED.survival(18)).isCloseTo(Math.sqrt(0.5 * 0.4), within(1e-14));
  }

  @Test
  void afterItsLastPointTheLastHazardContinues() {
    assertThat(PUBLISHED.survival(36)).isCloseTo(0.4 * 0.8, within(1e-14));
    assertThat(PUBLISHED.timeAtHazard(-Math.log(0.32))).isCloseTo(36, within(1e-12));
    assertThat(PUBLISHED.assumption()).contains("its last hazard continues after 24.0");
    assertThat(PUBLISHED.describe()).isEqualTo("published curve of 3 points to 24.0");
  }

  @Test
  void aPublishedCurveMayRunFlat() {
    PublishedCurve flat = PublishedCurve.of(new double[] {6, 12, 18}, new double[] {0.5, 0.5, 0.4});
    assertThat(flat.survival(9)).isCloseTo(0.5, within(1e-14));
    assertThat(flat.timeAtHazard(-Math.log(0.5))).isBetween(6.0, 12.0);
  }

  @Property(tries = 100)
  void timeAndHazardInvertEachOther(@ForAll @DoubleRange(min = 0.01, max = 60) double t) {
    assertThat(PUBLISHED.timeAtHazard(PUBLISHED.cumulativeHazard(t))).isCloseTo(t, within(1e-9));
  }

  @Test
  void aPiecewiseHazardAddsUpPieceByPiece() {
    PiecewiseExponential model =
        PiecewiseExponential.of(new double[] {3, 8}, new double[] {0.1, 0.2, 0.05});
    assertThat(model.cumulativeHazard(3)).isCloseTo(0.3, within(1e-14));
    assertThat(model.cumulativeHazard(8)).isCloseTo(1.3, within(1e-14));
    assertThat(model.cumulativeHazard(28)).isCloseTo(2.3, within(1e-14));
    assertThat(model.timeAtHazard(0.5)).isCloseTo(4, within(1e-14));
    assertThat(model.describe()).contains("0.1 from 0.0, 0.2 from 3.0, 0.05 from 8.0");
    assertThat(model.assumption()).contains("the hazard after 8.0 stays 0.05");
  }

  @Test
  void aDelayedEffectChangesTheHazardAfterTheDelayOnly() {
    PiecewiseExponential late = PiecewiseExponential.delayedEffect(new Exponential(0.1), 4, 0.5);
    assertThat(late.survival(4)).isCloseTo(Math.exp(-0.4), within(1e-14));
    assertThat(late.survival(10)).isCloseTo(Math.exp(-0.4 - 0.3), within(1e-14));
  }

  @Test
  void aPlateauIsNeverPassed() {
    Plateau cured = Plateau.through(0.2, 12, 0.34);
    assertThat(cured.survival(12)).isCloseTo(0.34, within(1e-14));
    assertThat(cured.survival(1e6)).isCloseTo(0.2, within(1e-14));
    assertThat(cured.timeAtHazard(-Math.log(0.2))).isInfinite();
    assertThat(cured.timeAtHazard(-Math.log(0.34))).isCloseTo(12, within(1e-10));
    assertThat(cured.describe()).startsWith("plateau of 0.2, hazard 0.145");
  }

  @Test
  void everyCurveNamesItself() {
    assertThat(new Exponential(0.1).describe()).isEqualTo("exponential, hazard 0.1");
    assertThat(new Weibull(2, 9).describe()).isEqualTo("Weibull, shape 2.0, scale 9.0");
    assertThat(new Weibull(2, 9).survival(9)).isCloseTo(Math.exp(-1), within(1e-14));
    assertThat(Exponential.ofMedian(7).survival(14)).isCloseTo(0.25, within(1e-14));
  }

  /** By hand: one event at 6, one censored at 18; E = -log 0.8 - log sqrt(0.5 x 0.4). */
  @Test
  void theTestAgainstAPublishedCurveAddsItsHazards() {
    SurvivalData data = SurvivalData.of(new double[] {6, 18}, new int[] {1, 0});
    OneSampleLogRank test = OneSampleLogRank.of(data, PUBLISHED);
    assertThat(test.expected()).isCloseTo(-Math.log(0.8) - Math.log(0.2) / 2, within(1e-14));
    OneSampleLogRank cut = OneSampleLogRank.truncatedAt(data, PUBLISHED, 12);
    assertThat(cut.expected()).isCloseTo(-Math.log(0.8) - Math.log(0.5), within(1e-14));
    assertThat(cut.observed()).isEqualTo(1);
  }
}
