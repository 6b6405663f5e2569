package org.lodestar.app.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.Vector;
import org.lodestar.radiotherapy.dose.DoseGrid;
import org.lodestar.radiotherapy.dose.Dvh;

class DoseMetricTest {
  private static final BigDecimal PRESCRIBED = new BigDecimal("45");

  /** Ten voxels of 1 cc with 0, 5, ... 45 Gy. */
  private static Dvh ramp() {
    Grid grid = Grid.axial(10, 2, 2, new Vector(0, 0, 0), 10, 10);
    float[] gy = new float[40];
    for (int i = 0; i < gy.length; i++) {
      gy[i] = 5f * (i % 10);
    }
    return Dvh.of(new DoseGrid(grid, gy), new Mask.Builder(grid).setRun(0, 10, 0, 0).build());
  }

  private static double value(String metric, String unit) {
    return DoseMetric.parse(metric).orElseThrow().of(ramp(), unit, PRESCRIBED);
  }

  @Test
  void figuresMeanWhatProtocolsMeanByThem() {
    assertThat(value("mean", "Gy")).isCloseTo(22.5, within(1e-4));
    assertThat(value("max", "Gy")).isCloseTo(45, within(1e-4));
    assertThat(value("max", "%")).isCloseTo(100, within(1e-4));
    assertThat(value("D50", "Gy")).isCloseTo(25, within(1e-4));
    assertThat(value("D1cc", "Gy")).isCloseTo(45, within(1e-4));
    assertThat(value("V20", "%")).isCloseTo(60, within(1e-9));
    assertThat(value("V20", "cc")).isCloseTo(6, within(1e-9));
    assertThat(value("V95%", "%")).isCloseTo(10, within(1e-9));
  }

  @Test
  void anUnknownFigureIsNotGuessed() {
    assertThat(DoseMetric.parse("CI")).isEmpty();
    assertThat(DoseMetric.parse("D")).isEmpty();
    assertThat(DoseMetric.parse("V-5")).isEmpty();
  }
}
