package org.lodestar.radiotherapy.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.radiotherapy.contour.Delineation;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.ImageAxes;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.contour.PatientSide;
import org.lodestar.radiotherapy.contour.Solids;
import org.lodestar.radiotherapy.contour.Structure;
import org.lodestar.radiotherapy.contour.Vector;

class MarginTest {
  private static final Margins TRIAL = Margins.radialAndLongitudinal(5, 30);

  private static Structure solid(String name, Grid grid) {
    return switch (name) {
      case "sphere" -> Solids.revolved(grid, z -> Math.sqrt(400 - z * z), z -> 0);
      case "cylinder" -> Solids.revolved(grid, z -> Math.abs(z) < 30 ? 15 : 0, z -> 0);
      case "cone" -> Solids.revolved(grid, z -> Math.abs(z) < 30 ? 20 * (30 - z) / 60 : 0, z -> 0);
      case "torus" ->
          Solids.revolved(
              grid,
              z -> Math.abs(z) < 10 ? 40 + Math.sqrt(100 - z * z) : 0,
              z -> Math.abs(z) < 10 ? 40 - Math.sqrt(100 - z * z) : 0);
      case "box" -> Solids.box(grid, 40, 30, 50);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Delineation drawn(Structure structure, Grid grid) {
    return Delineation.of(structure, grid, OverlapRule.ASK);
  }

  // Closed forms: c/a (V(K') + a S(K') + a^2 M(K') + 4/3 pi a^3), see docs/adr/0121.
  @ParameterizedTest
  @CsvSource({
    "sphere, 147.28274743783468",
    "cylinder, 143.1579270656581",
    "cone, 138.07376052840854",
    "box, 207.05530633326992",
    "torus, 510.29571647714835"
  })
  void subVoxelMarginsMeetTheClosedFormsWithinHalfAPercentAtOneMillimetre(
      String name, double expectedCc) {
    Grid grid = Solids.grid(62, 66, 1, 1);
    Mask mask = Margin.expandFromContours(drawn(solid(name, grid), grid), TRIAL);
    assertThat(mask.volumeCc()).isCloseTo(expectedCc, within(expectedCc * 0.005));
  }

  @ParameterizedTest
  @CsvSource({
    "sphere, 147.28274743783468, 0.02",
    "cylinder, 143.1579270656581, 0.02",
    "cone, 138.07376052840854, 0.04",
    "box, 207.05530633326992, 0.02",
    "torus, 510.29571647714835, 0.02"
  })
  void subVoxelMarginsFromThreeMillimetreContoursStayWithinTheStatedTolerance(
      String name, double expectedCc, double tolerance) {
    Grid grid = Solids.grid(62, 66, 1, 3);
    Mask mask = Margin.expandFromContours(drawn(solid(name, grid), grid), TRIAL);
    assertThat(mask.volumeCc()).isCloseTo(expectedCc, within(expectedCc * tolerance));
  }

  // Voxel counts of an exact Euclidean distance transform (scipy) on the same grids, 1 mm cubes.
  @ParameterizedTest
  @CsvSource({
    "sphere, 33552, 143808",
    "cylinder, 42960, 140328",
    "cone, 25040, 132252",
    "box, 60000, 199544",
    "torus, 79192, 498400"
  })
  void voxelCentreMarginsGiveTheCountsOfAnExactDistanceTransform(
      String name, long voxels, long expanded) {
    Grid grid = Solids.grid(62, 66, 1, 1);
    Mask mask = sampled(name, grid);
    assertThat(mask.count()).isEqualTo(voxels);
    assertThat(Margin.expand(mask, TRIAL).count()).isEqualTo(expanded);
  }

  @ParameterizedTest
  @CsvSource({
    "sphere, 0.5, 33.624, 142.896",
    "cylinder, 1.5, 42.96, 139.392",
    "cone, 1.5, 24.612, 127.296",
    "box, 0, 61.2, 200.808",
    "torus, 0.5, 80.46, 496.716"
  })
  void voxelCentreMarginsGiveTheVolumesOfAnExactDistanceTransformOnThickSlices(
      String name, double offsetMm, double cc, double expandedCc) {
    Grid grid = Grid.axial(124, 124, 45, new Vector(-61.5, -61.5, -66 + offsetMm), 1, 3);
    Mask mask = sampled(name, grid);
    assertThat(mask.volumeCc()).isCloseTo(cc, within(1e-9));
    assertThat(Margin.expand(mask, TRIAL).volumeCc()).isCloseTo(expandedCc, within(1e-9));
  }

  private static Mask sampled(String name, Grid grid) {
    Mask.Builder builder = new Mask.Builder(grid);
    for (int k = 0; k < grid.slices(); k++) {
      for (int j = 0; j < grid.rows(); j++) {
        for (int i = 0; i < grid.columns(); i++) {
          Vector p = grid.point(i, j, grid.sliceMm(k));
          if (holds(name, Math.hypot(p.x(), p.y()), p)) {
            builder.set(i, j, k);
          }
        }
      }
    }
    return builder.build();
  }

  private static boolean holds(String name, double r, Vector p) {
    return switch (name) {
      case "sphere" -> r * r + p.z() * p.z() <= 400;
      case "cylinder" -> r <= 15 && Math.abs(p.z()) <= 30;
      case "cone" -> Math.abs(p.z()) <= 30 && r <= 20 * (30 - p.z()) / 60;
      case "torus" -> (r - 40) * (r - 40) + p.z() * p.z() <= 100;
      case "box" -> Math.abs(p.x()) <= 20 && Math.abs(p.y()) <= 15 && Math.abs(p.z()) <= 25;
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Test
  void theFastExpansionEqualsTheDefinitionOnRandomMasksWithSixDifferentSides() {
    Random random = new Random(7);
    for (int trial = 0; trial < 60; trial++) {
      double[] slices = new double[12];
      for (int k = 1; k < slices.length; k++) {
        slices[k] = slices[k - 1] + 1 + random.nextInt(3);
      }
      ImageAxes axes =
          switch (trial % 4) {
            case 0 -> ImageAxes.HEAD_FIRST_SUPINE;
            case 1 -> ImageAxes.HEAD_FIRST_PRONE;
            case 2 -> ImageAxes.FEET_FIRST_SUPINE;
            default -> ImageAxes.FEET_FIRST_PRONE;
          };
      Grid grid = new Grid(17, 13, 1, 1.5, axes, new Vector(3, -2, 5), slices);
      Mask.Builder builder = new Mask.Builder(grid);
      for (int n = 0; n < 1 + random.nextInt(25); n++) {
        builder.set(random.nextInt(17), random.nextInt(13), random.nextInt(12));
      }
      Mask mask = builder.build();
      Margins margins =
          new Margins(
              random.nextInt(6),
              random.nextInt(6),
              random.nextInt(6),
              random.nextInt(6),
              random.nextInt(9),
              random.nextInt(9));
      assertThat(Margin.expand(mask, margins)).isEqualTo(byDefinition(mask, margins));
    }
  }

  private static Mask byDefinition(Mask mask, Margins margins) {
    Grid grid = mask.grid();
    Mask.Builder builder = new Mask.Builder(grid);
    for (int k = 0; k < grid.slices(); k++) {
      for (int j = 0; j < grid.rows(); j++) {
        for (int i = 0; i < grid.columns(); i++) {
          if (reached(mask, margins, grid.point(i, j, grid.sliceMm(k)))) {
            builder.set(i, j, k);
          }
        }
      }
    }
    return builder.build();
  }

  private static boolean reached(Mask mask, Margins margins, Vector target) {
    Grid grid = mask.grid();
    for (int k = 0; k < grid.slices(); k++) {
      for (int j = 0; j < grid.rows(); j++) {
        for (int i = mask.nextMember(0, j, k); i >= 0; i = mask.nextMember(i + 1, j, k)) {
          Vector d = target.plus(grid.point(i, j, grid.sliceMm(k)).times(-1));
          double cost =
              part(d.x(), margins.mm(d.x() > 0 ? PatientSide.LEFT : PatientSide.RIGHT))
                  + part(
                      d.y(), margins.mm(d.y() > 0 ? PatientSide.POSTERIOR : PatientSide.ANTERIOR))
                  + part(
                      d.z(), margins.mm(d.z() > 0 ? PatientSide.SUPERIOR : PatientSide.INFERIOR));
          if (cost <= 1 + 1e-9) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static double part(double distance, double marginMm) {
    return Math.abs(distance) < 1e-9 ? 0 : distance * distance / (marginMm * marginMm);
  }

  @Test
  void exactTiesAreInside() {
    Grid grid = Grid.axial(21, 21, 3, new Vector(0, 0, 0), 1, 1);
    Mask point = new Mask.Builder(grid).set(10, 10, 1).build();
    Mask disc = Margin.expand(point, new Margins(5, 5, 5, 5, 0, 0));
    assertThat(disc.get(13, 14, 1)).isTrue();
    assertThat(disc.get(15, 10, 1)).isTrue();
    assertThat(disc.get(14, 14, 1)).isFalse();
    assertThat(disc.count()).isEqualTo(81);
    assertThat(disc.sliceIsEmpty(0)).isTrue();
  }

  @Test
  void aMarginThatReachesBeyondTheImageIsSaidSo() {
    Grid grid = Grid.axial(21, 21, 21, new Vector(0, 0, 0), 1, 1);
    Mask point = new Mask.Builder(grid).set(10, 10, 10).build();
    assertThat(Margin.leavesImage(point, Margins.isotropic(10))).isFalse();
    assertThat(Margin.leavesImage(point, Margins.isotropic(11))).isTrue();
    assertThat(Margin.leavesImage(point, new Margins(0, 0, 0, 0, 0, 10.6))).isTrue();
  }

  @Test
  void aMarginOutsideItsRangeIsRefusedWithTheRange() {
    assertThatThrownBy(() -> Margins.isotropic(-1))
        .hasMessageContaining("-1.0 mm: must be 0 to 100");
    assertThatThrownBy(() -> Margins.isotropic(Double.NaN)).hasMessageContaining("NaN");
  }

  @Test
  void anObliqueImageTakesNoMargin() {
    double c = Math.cos(0.2);
    double s = Math.sin(0.2);
    Grid grid =
        new Grid(
            4,
            4,
            1,
            1,
            new ImageAxes(new Vector(c, s, 0), new Vector(-s, c, 0)),
            new Vector(0, 0, 0),
            new double[] {0});
    assertThatThrownBy(() -> Margin.expand(Mask.empty(grid), TRIAL))
        .hasMessageContaining("needs axes along the patient's");
  }
}
