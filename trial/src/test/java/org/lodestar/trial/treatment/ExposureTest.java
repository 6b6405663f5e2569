package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.treatment.Exposure.CycleDose;

class ExposureTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
  private static final BigDecimal FULL = new BigDecimal("300");

  private static CycleDose cycle(int days, String given) {
    return new CycleDose(FIRST.plusDays(days), FULL, new BigDecimal(given));
  }

  private static BigDecimal relative(CycleDose... cycles) {
    return new Exposure("paclitaxel", List.of(cycles), 21)
        .relativeIntensityPercent()
        .orElseThrow()
        .setScale(2, RoundingMode.HALF_UP);
  }

  @Test
  void fullDosesOnTimeAreOneHundredPercent() {
    assertThat(relative(cycle(0, "300"), cycle(21, "300"), cycle(42, "300")))
        .isEqualByComparingTo("100");
  }

  @Test
  void reductionOmissionAndDelayEachLowerIt() {
    // 240 + 300 of 600 mg; 540 of 600 in the same time.
    assertThat(relative(cycle(0, "300"), cycle(21, "240"))).isEqualByComparingTo("90");
    assertThat(relative(cycle(0, "300"), cycle(21, "0"))).isEqualByComparingTo("50");
    // 600 mg in 49 instead of 42 days: 42 / 49.
    assertThat(relative(cycle(0, "300"), cycle(28, "300"))).isEqualByComparingTo("85.71");
  }

  @Test
  void totalsCountWhatWasGiven() {
    Exposure exposure = new Exposure("paclitaxel", List.of(cycle(21, "0"), cycle(0, "300")), 21);
    assertThat(exposure.cumulativeMg()).isEqualByComparingTo("300");
    assertThat(exposure.plannedMg()).isEqualByComparingTo("600");
    assertThat(exposure.cyclesGiven()).isEqualTo(1);
    assertThat(exposure.durationDays()).isEqualTo(42);
    assertThat(exposure.intensityMgPerWeek().orElseThrow()).isEqualByComparingTo("50");
  }

  @Test
  void beforeTheFirstCycleThereIsNoIntensity() {
    assertThat(new Exposure("paclitaxel", List.of(), 21).relativeIntensityPercent()).isEmpty();
    assertThatThrownBy(() -> new CycleDose(FIRST, BigDecimal.ZERO, BigDecimal.ZERO))
        .hasMessageContaining("above 0");
  }
}
