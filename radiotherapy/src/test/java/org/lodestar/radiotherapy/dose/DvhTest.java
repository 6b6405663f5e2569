package org.lodestar.radiotherapy.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.lodestar.radiotherapy.contour.Delineation;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.ImageAxes;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.contour.Solids;
import org.lodestar.radiotherapy.contour.Structure;
import org.lodestar.radiotherapy.contour.Vector;
import org.lodestar.radiotherapy.finding.FindingCode;

class DvhTest {
  private interface Field {
    double gy(Vector point);
  }

  private static DoseGrid dose(Grid grid, Field field) {
    float[] gy = new float[grid.columns() * grid.rows() * grid.slices()];
    int at = 0;
    for (int k = 0; k < grid.slices(); k++) {
      for (int j = 0; j < grid.rows(); j++) {
        for (int i = 0; i < grid.columns(); i++) {
          gy[at++] = (float) field.gy(grid.point(i, j, grid.sliceMm(k)));
        }
      }
    }
    return new DoseGrid(grid, gy);
  }

  private static final Grid IMAGE = Solids.grid(35, 36, 1, 1);
  private static final Grid COARSE = Grid.axial(21, 21, 21, new Vector(-50, -50, -50), 5, 5);

  private static Dvh fine(Structure solid, DoseGrid dose) {
    return Supersampling.FINE.dvh(dose, Delineation.of(solid, IMAGE, OverlapRule.ASK));
  }

  // Closed forms of the linear gradient D = 22.5 + 0.5 z (fraction above a height inverted).
  @Test
  void aGradientInASphereMeetsItsClosedForm() {
    Dvh dvh =
        fine(
            Solids.revolved(IMAGE, z -> Math.sqrt(400 - z * z), z -> 0),
            dose(COARSE, p -> 22.5 + 0.5 * p.z()));
    SoftAssertions soft = new SoftAssertions();
    soft.assertThat(dvh.volumeCc()).isCloseTo(33.51, within(0.07));
    soft.assertThat(dvh.meanGy()).isCloseTo(22.5, within(0.01));
    soft.assertThat(dvh.atHottestPercent(98)).isCloseTo(14.18075, within(0.1));
    soft.assertThat(dvh.atHottestPercent(95)).isCloseTo(15.20701, within(0.1));
    soft.assertThat(dvh.atHottestPercent(50)).isCloseTo(22.5, within(0.05));
    soft.assertThat(dvh.atHottestPercent(2)).isCloseTo(30.81925, within(0.1));
    soft.assertThat(dvh.atHottestCc(0.03)).isCloseTo(32.15249, within(0.15));
    soft.assertThat(dvh.percentAtLeast(20)).isCloseTo(68.359375, within(0.2));
    soft.assertAll();
  }

  @Test
  void aGradientAlongACylinderMeetsItsClosedForm() {
    Dvh dvh =
        fine(
            Solids.revolved(IMAGE, z -> Math.abs(z) < 30 ? 15 : 0, z -> 0),
            dose(COARSE, p -> 22.5 + 0.5 * p.z()));
    SoftAssertions soft = new SoftAssertions();
    soft.assertThat(dvh.meanGy()).isCloseTo(22.5, within(0.01));
    soft.assertThat(dvh.atHottestPercent(98)).isCloseTo(8.1, within(0.05));
    soft.assertThat(dvh.atHottestPercent(95)).isCloseTo(9.0, within(0.05));
    soft.assertThat(dvh.atHottestPercent(2)).isCloseTo(36.9, within(0.05));
    soft.assertThat(dvh.atHottestCc(1)).isCloseTo(36.79264, within(0.05));
    soft.assertThat(dvh.percentAtLeast(30)).isCloseTo(25, within(0.2));
    soft.assertAll();
  }

  @Test
  void aGradientAcrossACylinderAndFromTheBaseOfAConeMeetTheirClosedForms() {
    Dvh across =
        fine(
            Solids.revolved(IMAGE, z -> Math.abs(z) < 30 ? 15 : 0, z -> 0),
            dose(COARSE, p -> 22.5 + 0.5 * p.x()));
    Dvh cone =
        fine(
            Solids.revolved(IMAGE, z -> Math.abs(z) < 30 ? 20 * (30 - z) / 60 : 0, z -> 0),
            dose(COARSE, p -> 22.5 + 0.5 * (p.z() + 30)));
    SoftAssertions soft = new SoftAssertions();
    soft.assertThat(across.atHottestPercent(95)).isCloseTo(16.45962, within(0.05));
    soft.assertThat(across.atHottestPercent(2)).isCloseTo(29.21506, within(0.05));
    soft.assertThat(across.percentAtLeast(20)).isCloseTo(70.82086, within(0.2));
    soft.assertThat(cone.meanGy()).isCloseTo(30, within(0.05));
    soft.assertThat(cone.atHottestPercent(2)).isCloseTo(44.35675, within(0.1));
    soft.assertThat(cone.atHottestPercent(50)).isCloseTo(28.68898, within(0.05));
    soft.assertThat(cone.atHottestCc(1)).isCloseTo(42.25824, within(0.15));
    soft.assertAll();
  }

  @Test
  void aRadialDoseInASphereMeetsItsClosedForm() {
    Dvh dvh =
        fine(
            Solids.revolved(IMAGE, z -> Math.sqrt(400 - z * z), z -> 0),
            dose(
                Grid.axial(81, 81, 81, new Vector(-40, -40, -40), 1, 1),
                p -> 60 * Math.exp(-p.length() / 20)));
    assertThat(dvh.meanGy()).isCloseTo(28.9085, within(0.05));
    assertThat(dvh.atHottestPercent(2)).isCloseTo(45.73678, within(0.1));
    assertThat(dvh.atHottestPercent(50)).isCloseTo(27.13011, within(0.05));
    assertThat(dvh.atHottestPercent(98)).isCloseTo(22.22141, within(0.05));
  }

  @Test
  void quantilesAreRanksOfTheSamplesThemselves() {
    Grid grid = Grid.axial(10, 10, 1, new Vector(0, 0, 0), 1, 1);
    DoseGrid dose = dose(grid, p -> 1 + p.x() + 10 * p.y());
    Mask.Builder all = new Mask.Builder(grid);
    for (int row = 0; row < 10; row++) {
      all.setRun(0, 10, row, 0);
    }
    Dvh dvh = Dvh.of(dose, all.build());
    assertThat(dvh.samples()).isEqualTo(100);
    assertThat(dvh.atHottestPercent(1)).isEqualTo(100);
    assertThat(dvh.atHottestPercent(95)).isEqualTo(6);
    assertThat(dvh.atHottestPercent(94.5)).isEqualTo(6);
    assertThat(dvh.atHottestPercent(100)).isEqualTo(1);
    assertThat(dvh.atHottestCc(0.003)).isEqualTo(98);
    assertThat(dvh.atHottestCc(5)).isEqualTo(1);
    assertThat(dvh.percentAtLeast(51)).isEqualTo(50);
    assertThat(dvh.ccAtLeast(51)).isCloseTo(0.05, within(1e-12));
    assertThat(dvh.minGy()).isEqualTo(1);
    assertThat(dvh.maxGy()).isEqualTo(100);
    assertThat(dvh.meanGy()).isEqualTo(50.5);
    assertThat(dvh.cumulativePercent(50)).containsExactly(100, 51, 1, 0);
    assertThatThrownBy(() -> dvh.atHottestPercent(0)).hasMessageContaining("above 0");
  }

  @Test
  void slicesOfDifferentThicknessWeighTheirVolume() {
    Grid grid =
        new Grid(
            1,
            1,
            1,
            1,
            ImageAxes.HEAD_FIRST_SUPINE,
            new Vector(0, 0, 0),
            new double[] {0, 1, 4, 7});
    Mask column =
        new Mask.Builder(grid).set(0, 0, 0).set(0, 0, 1).set(0, 0, 2).set(0, 0, 3).build();
    Dvh dvh =
        Dvh.of(dose(Grid.axial(3, 3, 11, new Vector(-1, -1, -1), 1, 1), p -> 10 + p.z()), column);
    // thickness 1, 2, 3, 3 mm with doses 10, 11, 14, 17 Gy
    assertThat(dvh.volumeCc()).isCloseTo(0.009, within(1e-12));
    assertThat(dvh.meanGy()).isCloseTo((10 + 22 + 42 + 51) / 9.0, within(1e-6));
    assertThat(dvh.percentAtLeast(14)).isCloseTo(100 * 6 / 9.0, within(1e-9));
    assertThat(dvh.atHottestPercent(50)).isEqualTo(14);
    assertThat(dvh.atHottestPercent(30)).isEqualTo(17);
    assertThat(dvh.atHottestPercent(95)).isEqualTo(10);
  }

  @Test
  void volumeNeverGrowsWithDose() {
    Random random = new Random(11);
    Grid grid = Grid.axial(20, 20, 4, new Vector(0, 0, 0), 1, 2);
    DoseGrid dose = dose(grid, p -> random.nextDouble() * 50);
    Mask.Builder some = new Mask.Builder(grid);
    for (int n = 0; n < 500; n++) {
      some.set(random.nextInt(20), random.nextInt(20), random.nextInt(4));
    }
    double[] curve = Dvh.of(dose, some.build()).cumulativePercent(0.25);
    for (int i = 1; i < curve.length; i++) {
      assertThat(curve[i]).isLessThanOrEqualTo(curve[i - 1]);
    }
    assertThat(curve[0]).isEqualTo(100);
  }

  @Test
  void outsideTheDoseGridIsZeroAndCounted() {
    DoseGrid small = dose(Grid.axial(11, 11, 3, new Vector(0, 0, 0), 1, 5), p -> 20);
    Grid grid = Grid.axial(22, 11, 3, new Vector(0, 0, 0), 1, 5);
    Mask.Builder all = new Mask.Builder(grid);
    for (int row = 0; row < 11; row++) {
      all.setRun(0, 22, row, 1);
    }
    Dvh dvh = Dvh.of(small, all.build());
    assertThat(dvh.outsideShare()).isEqualTo(0.5);
    assertThat(dvh.meanGy()).isEqualTo(10);
    assertThat(dvh.minGy()).isZero();
  }

  @Test
  void aTurnedPatientAndTurnedDoseGiveTheSameHistogram() {
    Field field = p -> 30 + p.x() - 0.5 * p.y() + 0.25 * p.z();
    DoseGrid dose = dose(COARSE, field);
    Structure organ = new Structure(1, "organ", List.of(Solids.rectangle(-12, -4, 4, 10, 0)));
    double[] means =
        List.of(
                ImageAxes.HEAD_FIRST_SUPINE,
                ImageAxes.HEAD_FIRST_PRONE,
                ImageAxes.FEET_FIRST_SUPINE,
                ImageAxes.FEET_FIRST_PRONE)
            .stream()
            .mapToDouble(
                axes -> {
                  Vector corner = axes.row().times(-29.5).plus(axes.column().times(-29.5));
                  Grid grid = new Grid(60, 60, 1, 1, axes, corner, new double[] {-3, 0, 3});
                  Mask mask = Delineation.of(organ, grid, OverlapRule.ASK).mask().orElseThrow();
                  return Dvh.of(dose, mask).meanGy();
                })
            .toArray();
    assertThat(means[0]).isCloseTo(30 - 4 - 1.5, within(1e-4));
    assertThat(Arrays.stream(means))
        .allSatisfy(m -> assertThat(m).isCloseTo(means[0], within(1e-4)));
  }

  @Test
  void floatsAreSortedAsAnySortWould() {
    Random random = new Random(5);
    float[] values = new float[5000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (random.nextFloat() - 0.3f) * (float) Math.pow(10, random.nextInt(6) - 3);
    }
    float[] expected = values.clone();
    Arrays.sort(expected);
    FloatSort.sort(values);
    assertThat(values).containsExactly(expected);
  }

  @Test
  void sumsOfOneImageAddUpAndSumsAcrossImagesAreFlagged() {
    Grid grid = Grid.axial(4, 4, 2, new Vector(0, 0, 0), 5, 5);
    PlanDose a =
        new PlanDose("first", dose(grid, p -> 10), Optional.of("frame"), Optional.of("ct"));
    PlanDose b =
        new PlanDose(
            "boost",
            dose(Grid.axial(40, 40, 20, new Vector(-5, -5, -5), 1, 1), p -> 4),
            Optional.of("frame"),
            Optional.of("ct"));
    PlanDose c = new PlanDose("replan", b.dose(), Optional.of("other"), Optional.of("ct2"));
    PlanDose.Sum sum = PlanDose.sum(List.of(new PlanDose.Part(a, 1), new PlanDose.Part(b, 0.5)));
    assertThat(sum.validComposite()).isTrue();
    assertThat(sum.dose().gy(1, 1, 1)).isEqualTo(12);
    PlanDose.Sum invalid = PlanDose.sum(List.of(new PlanDose.Part(a, 1), new PlanDose.Part(c, 1)));
    assertThat(invalid.validComposite()).isFalse();
    assertThat(invalid.findings().getFirst().code()).isEqualTo(FindingCode.NOT_A_VALID_COMPOSITE);
  }

  @Test
  void indicesOfATargetFollowTheirDefinitions() {
    Grid grid = Grid.axial(20, 20, 3, new Vector(0, 0, 0), 1, 1);
    DoseGrid dose = dose(grid, p -> p.x() < 10 ? 46 : 30);
    Mask.Builder target = new Mask.Builder(grid);
    Mask.Builder body = new Mask.Builder(grid);
    for (int row = 0; row < 20; row++) {
      target.setRun(5, 15, row, 1);
      body.setRun(0, 20, row, 1);
    }
    TargetIndices indices = TargetIndices.of(dose, target.build(), body.build(), 45);
    assertThat(indices.conformity()).isEqualTo(1);
    assertThat(indices.targetCoveredPercent()).isEqualTo(50);
    assertThat(indices.paddick()).isEqualTo(0.25);
    assertThat(indices.homogeneity()).isCloseTo(16 / 46.0, within(1e-6));
  }

  @Test
  void aPlanningSystemsTextIsReadAndCompared() {
    String text =
        """
        Patient Name         : anonymous
        Structure: PTV_4500
        Approval Status: Approved
        Volume [cm³]: 100.0
        Mean Dose [Gy]: 45.5
        Dose [Gy]  Relative dose [%]  Ratio of Total Structure Volume [%]
        0.0   0.0   100
        40.0  88.9  100
        50.0  111.1 0

        Structure: Cord
        Volume [cm³]: 50
        Dose [cGy]   Structure Volume [cm³]
        0     50
        1000  25
        2000  0
        """;
    List<DvhText.Curve> curves = DvhText.parse(text);
    assertThat(curves).extracting(DvhText.Curve::structure).containsExactly("PTV_4500", "Cord");
    assertThat(curves.get(0).atHottestPercent(50)).isEqualTo(45);
    assertThat(curves.get(0).meanGy()).contains(45.5);
    assertThat(curves.get(1).atHottestPercent(50)).isEqualTo(10);
    Grid grid = Grid.axial(11, 1, 1, new Vector(0, 0, 0), 1, 1);
    Dvh ours =
        Dvh.of(dose(grid, p -> 40 + p.x()), new Mask.Builder(grid).setRun(0, 11, 0, 0).build());
    assertThat(DvhText.compare(curves.get(0), ours, 0.6, 1))
        .filteredOn(compared -> !compared.agrees())
        .extracting(compared -> compared.finding().values().getFirst())
        .containsExactly("volume cc");
    assertThat(DvhText.compare(curves.get(0), ours, 0.6, 1)).hasSize(6);
    assertThatThrownBy(() -> DvhText.parse("nothing")).hasMessageContaining("Structure: name");
    assertThatThrownBy(() -> DvhText.parse("Structure: A\nDose [Gy] V [%]\n1 x"))
        .hasMessageContaining("'1 x' is no table row");
  }
}
