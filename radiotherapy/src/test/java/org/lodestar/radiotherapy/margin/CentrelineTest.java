package org.lodestar.radiotherapy.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.ImageAxes;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.Vector;
import org.lodestar.radiotherapy.finding.FindingCode;

/** Margins along an organ that does not run along the patient's axis. */
class CentrelineTest {
  private static final int SLICES = 40;

  private static Grid grid(double columnMm, double rowMm) {
    double[] slices = new double[SLICES];
    for (int k = 0; k < SLICES; k++) {
      slices[k] = 100 + k;
    }
    return new Grid(
        90, 90, columnMm, rowMm, ImageAxes.HEAD_FIRST_SUPINE, new Vector(0, 0, 100), slices);
  }

  /** A section of 3 by 5 voxels in each of some slices, moved by column and row. */
  private static Mask tube(
      Grid grid, int first, int last, IntUnaryOperator column, IntUnaryOperator row) {
    Mask.Builder mask = new Mask.Builder(grid);
    for (int k = first; k <= last; k++) {
      for (int j = 0; j < 5; j++) {
        mask.setRun(column.applyAsInt(k), column.applyAsInt(k) + 3, row.applyAsInt(k) + j, k);
      }
    }
    return mask.build();
  }

  private static Margins lengthwise(double inferiorMm, double superiorMm) {
    return new Margins(0, 0, 0, 0, inferiorMm, superiorMm);
  }

  @Test
  void alongAStraightOrganTheMarginIsTheOneAlongTheAxis() {
    Grid grid = grid(1, 1);
    Mask organ = tube(grid, 5, 35, k -> 40, k -> 30);
    Mask tumour = tube(grid, 18, 22, k -> 41, k -> 28);
    Margins margins = new Margins(2, 3, 4, 5, 6, 7);

    assertThat(Centreline.of(organ).expand(tumour, margins))
        .isEqualTo(Margin.expand(tumour, margins));
  }

  // A step of one voxel a slice: a slice of 1 mm is hypot(1, hypot(columns, rows)) mm of organ.
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 0, 1.4142135623730951",
    "2, 1, 1, 0, 2.23606797749979",
    "1, 1, 0, 1, 1.4142135623730951",
    "1, 3, 0, -1, 3.1622776601683795",
    "2, 3, -1, 1, 3.7416573867739413"
  })
  void lengthIsMeasuredAlongTheOrganAndTheSectionFollowsIt(
      double columnMm, double rowMm, int columns, int rows, double mmOfASlice) {
    Grid grid = grid(columnMm, rowMm);
    IntUnaryOperator column = k -> 40 + columns * (k - 20);
    IntUnaryOperator row = k -> 40 + rows * (k - 20);
    Mask organ = tube(grid, 0, SLICES - 1, column, row);
    Mask tumour = tube(grid, 18, 22, column, row);

    Mask grown =
        Centreline.of(organ).expand(tumour, lengthwise(5.001 * mmOfASlice, 8.001 * mmOfASlice));

    assertThat(grown).isEqualTo(tube(grid, 13, 30, column, row));
  }

  @Test
  void whereTheOrganIsNotDrawnItsLineIsStraight() {
    Grid grid = grid(1, 1);
    IntUnaryOperator slanted = k -> 20 + k;
    Mask organ =
        tube(grid, 0, 12, slanted, k -> 30).or(tube(grid, 27, SLICES - 1, slanted, k -> 30));
    Mask tumour = tube(grid, 18, 22, slanted, k -> 30);

    assertThat(
            Centreline.of(organ)
                .expand(tumour, lengthwise(3.01 * Math.sqrt(2), 4.01 * Math.sqrt(2))))
        .isEqualTo(tube(grid, 15, 26, slanted, k -> 30));
  }

  @Test
  void beyondTheOrgansEndsTheLineGoesStraightUpAndDown() {
    Grid grid = grid(1, 1);
    IntUnaryOperator slanted = k -> 20 + Math.clamp(k, 10, 30);
    Mask organ = tube(grid, 10, 30, slanted, k -> 30);
    Mask tumour = tube(grid, 28, 30, slanted, k -> 30).or(tube(grid, 10, 11, slanted, k -> 30));

    assertThat(Centreline.of(organ).expand(tumour, lengthwise(4, 5)))
        .isEqualTo(tube(grid, 26, 35, slanted, k -> 30).or(tube(grid, 6, 14, slanted, k -> 30)));
  }

  @Test
  void whatAShiftPushesOutOfTheImageIsLostButNeverTheTumourItself() {
    Grid grid = grid(1, 1);
    IntUnaryOperator steep = k -> Math.clamp(80 - 4L * k, 0, 87);
    Mask organ = tube(grid, 0, 19, steep, k -> 30);
    Mask tumour = tube(grid, 0, 1, k -> 0, k -> 84).or(tube(grid, 17, 18, steep, k -> 30));

    Mask grown = Centreline.of(organ).expand(tumour, lengthwise(30, 30));

    assertThat(grown.contains(tumour)).isTrue();
    assertThat(grown.get(80, 30, 0)).isFalse();
    assertThat(grown.get(steep.applyAsInt(15) + 1, 32, 15)).isTrue();
  }

  @Test
  void theInPlaneMarginIsLaidAroundTheSectionOfEachSlice() {
    Grid grid = grid(1, 1);
    IntUnaryOperator slanted = k -> 20 + k;
    Mask organ = tube(grid, 0, SLICES - 1, slanted, k -> 30);
    Mask tumour = tube(grid, 0, SLICES - 1, slanted, k -> 30);

    Mask grown = Centreline.of(organ).expand(tumour, new Margins(2, 3, 0, 0, 0, 0));

    Mask.Builder expected = new Mask.Builder(grid);
    for (int k = 0; k < SLICES; k++) {
      for (int j = 30; j < 35; j++) {
        expected.setRun(slanted.applyAsInt(k) - 2, slanted.applyAsInt(k) + 6, j, k);
      }
    }
    assertThat(grown).isEqualTo(expected.build());
  }

  @Test
  void anEmptyOrganHasNoLine() {
    assertThatThrownBy(() -> Centreline.of(Mask.empty(grid(1, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs an organ with volume");
  }

  @Test
  void aTumourOnAnotherGridIsRefused() {
    Centreline line = Centreline.of(tube(grid(1, 1), 0, 5, k -> 10, k -> 10));
    assertThatThrownBy(() -> line.expand(Mask.empty(grid(2, 1)), lengthwise(1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be on");
  }

  @Test
  void everyVolumeMadeThisWayIsFlagged() {
    assertThat(Centreline.flag("Esophagus").code()).isEqualTo(FindingCode.CENTRELINE_MODE);
  }
}
