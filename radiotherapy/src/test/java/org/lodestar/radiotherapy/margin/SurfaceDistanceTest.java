package org.lodestar.radiotherapy.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.Vector;

/** The distance within which 95 of 100 surface voxels find the other surface. */
class SurfaceDistanceTest {
  private static final Grid GRID = Grid.axial(140, 60, 60, new Vector(0, 0, 0), 1, 1);

  private static Mask box(int column, int row, int slice, int side) {
    return box(column, row, slice, side, side, side);
  }

  private static Mask box(int column, int row, int slice, int columns, int rows, int slices) {
    Mask.Builder mask = new Mask.Builder(GRID);
    for (int k = slice; k < slice + slices; k++) {
      for (int j = row; j < row + rows; j++) {
        mask.setRun(column, column + columns, j, k);
      }
    }
    return mask.build();
  }

  private static double both(Mask first, Mask second) {
    double distance = SurfaceDistance.hausdorff95UpToMm(first, second);
    assertThat(SurfaceDistance.hausdorff95UpToMm(second, first)).isEqualTo(distance);
    return distance;
  }

  @Test
  void theSameSurfaceIsAtNoDistance() {
    assertThat(both(box(10, 10, 10, 20), box(10, 10, 10, 20))).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 3", "7, 8", "12, 12", "60, 75", "110, 100"})
  void twoVoxelsAreAsFarApartAsTheNextStepSays(int apart, double stepMm) {
    assertThat(both(box(10, 10, 10, 1), box(10 + apart, 10, 10, 1))).isEqualTo(stepMm);
  }

  // Of the 2,168 surface voxels of a 20-cube 324 lie inside each face: well above one in twenty.
  @ParameterizedTest
  @CsvSource({"4, 0, 0", "0, 4, 0", "0, 0, 4", "-4, 0, 0", "0, -4, 0", "0, 0, -4"})
  void aCubeThatIsMovedIsAsFarAsItsFace(int columns, int rows, int slices) {
    assertThat(both(box(20, 20, 20, 20), box(20 + columns, 20 + rows, 20 + slices, 20)))
        .isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"22, 20, 20", "20, 22, 20", "20, 20, 22"})
  void oneLongerSideIsSeenInEveryDirection(int columns, int rows, int slices) {
    assertThat(both(box(20, 20, 20, 20), box(20, 20, 20, columns, rows, slices))).isEqualTo(2);
  }

  @Test
  void aFaceOfFewerThanOneInTwentyVoxelsDoesNotCount() {
    Mask rod = box(10, 10, 10, 60, 6, 6);
    Mask longer = box(10, 10, 10, 62, 6, 6);
    assertThat(both(rod, longer)).isZero();
  }

  // An 11-cube with a hole of 3: 54 of its 656 surface voxels are the hole's walls, 3 mm inside.
  @Test
  void onlySurfacesCountAndAHoleHasOne() {
    Mask solid = box(20, 20, 20, 11);
    assertThat(both(solid, solid.minus(box(24, 24, 24, 3)))).isEqualTo(3);
  }

  @Test
  void anEmptyMaskHasNoSurface() {
    Mask some = box(1, 1, 1, 2);
    assertThatThrownBy(() -> SurfaceDistance.hausdorff95UpToMm(some, Mask.empty(GRID)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two masks with volume");
    assertThatThrownBy(() -> SurfaceDistance.hausdorff95UpToMm(Mask.empty(GRID), some))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
