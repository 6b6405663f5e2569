package org.lodestar.radiotherapy.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.radiotherapy.contour.Delineation;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.ImageAxes;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.contour.Polygon;
import org.lodestar.radiotherapy.contour.Solids;
import org.lodestar.radiotherapy.contour.Vector;

/** The pieces of the sub-voxel margin, each against its definition or a closed form. */
class SubVoxelPiecesTest {
  private static final Grid GRID = Grid.axial(8, 8, 2, new Vector(0, 0, 0), 1, 1);

  @Test
  void theDistanceOfASegmentIsTheLeastOfItsPointsWithFourDifferentSides() {
    Random random = new Random(11);
    for (int trial = 0; trial < 400; trial++) {
      Margins sides =
          new Margins(
              1 + random.nextInt(9),
              1 + random.nextInt(9),
              1 + random.nextInt(9),
              1 + random.nextInt(9),
              1,
              1);
      double ax = coordinate(random);
      double ay = coordinate(random);
      double bx = trial % 7 == 0 ? ax : coordinate(random);
      double by = trial % 11 == 0 ? ay : coordinate(random);
      double found = new GaugeDistance(new AxisMargins(GRID, sides)).toOrigin(ax, ay, bx, by);
      double sampled = sampled(sides, ax, ay, bx, by);
      assertThat(found).as(sides + " %s %s %s %s", ax, ay, bx, by).isLessThan(sampled + 1e-12);
      assertThat(found).isCloseTo(sampled, within(1e-4 * (1 + sampled)));
    }
  }

  private static double coordinate(Random random) {
    return random.nextInt(9) == 0 ? 0 : 20 * random.nextDouble() - 10;
  }

  /** Towards growing columns lies the patient's left, towards growing rows her back. */
  private static double sampled(Margins sides, double ax, double ay, double bx, double by) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= 4000; i++) {
      double dx = -(ax + i / 4000.0 * (bx - ax));
      double dy = -(ay + i / 4000.0 * (by - ay));
      double x = dx / (dx > 0 ? sides.leftMm() : sides.rightMm());
      double y = dy / (dy > 0 ? sides.posteriorMm() : sides.anteriorMm());
      least = Math.min(least, x * x + y * y);
    }
    return least;
  }

  private static Polygon mm(Grid grid, double... xy) {
    double[] columns = new double[xy.length / 2];
    double[] rows = new double[xy.length / 2];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = xy[2 * i] / grid.columnSpacingMm();
      rows[i] = xy[2 * i + 1] / grid.rowSpacingMm();
    }
    return Polygon.of(columns, rows);
  }

  // The contour before is the square of 10 mm about the origin. Each corner goes on away from its
  // nearest point: (6, 0) from (10, 0), (0, -4) from (0, -10), (13, 14) from the corner (10, 10).
  @ParameterizedTest
  @CsvSource({
    "0.5, 100, 6, 0, 4, 0",
    "0.5, 100, 0, -4, 0, -1",
    "0.5, 1.5, 6, 0, 4.5, 0",
    "0.5, 1.5, 0, -4, 0, -2.5",
    "0.5, 100, 13, 14, 14.5, 16",
    "0.5, 1, 13, 14, 13.6, 14.8",
    "0.25, 100, -14, 3, -15, 3",
    "0.25, 100, 2, 18, 2, 20",
    "0.5, 100, 10, 4, 10, 4",
    "1, 100, -16, -18, -22, -26"
  })
  void aCornerGoesOnAwayFromTheNearestPointOfTheContourBefore(
      double share, double farthestMm, double x, double y, double toX, double toY) {
    Grid grid =
        new Grid(
            40, 40, 2, 0.5, ImageAxes.HEAD_FIRST_SUPINE, new Vector(0, 0, 0), new double[] {0, 3});
    Polygon far = mm(grid, 200, 200, 300, 200, 300, 300, 200, 300);
    Polygon square = mm(grid, -10, -10, 10, -10, 10, 10, -10, 10);
    Polygon ending = mm(grid, x, y, 0.5, 0.25, -1, 0.75);

    Polygon on =
        new EndSlope(grid, List.of(far, square), share, farthestMm)
            .continued(List.of(ending))
            .getFirst();

    assertThat(on.column(0) * 2).isCloseTo(toX, within(1e-9));
    assertThat(on.row(0) * 0.5).isCloseTo(toY, within(1e-9));
    assertThat(on.size()).isEqualTo(3);
  }

  @Test
  void withoutAContourBeforeNothingGoesOn() {
    List<Polygon> ending = List.of(mm(GRID, 0, 0, 1, 0, 1, 1));
    assertThat(new EndSlope(GRID, List.of(), 0.5, 1).continued(ending)).isSameAs(ending);
  }

  // A box of a x b x c grows by its faces, the quarter ellipses along its edges, and the eighths of
  // an ellipsoid at its corners, each with the sides that meet there.
  @ParameterizedTest
  @CsvSource({
    "3, 7, 4, 9, 6, 12, 1, 1",
    "8, 2, 0, 6, 10, 0, 1, 1",
    "5, 5, 5, 5, 30, 30, 1, 1",
    "3, 7, 4, 9, 6, 12, 0.8, 1.6"
  })
  void sixDifferentSidesGiveTheClosedFormOfABox(
      double right,
      double left,
      double anterior,
      double posterior,
      double inferior,
      double superior,
      double columnMm,
      double rowMm) {
    Grid grid = around(columnMm, rowMm);
    Margins margins = new Margins(right, left, anterior, posterior, inferior, superior);
    Delineation box = Delineation.of(Solids.box(grid, 40, 30, 50), grid, OverlapRule.ASK);

    double volume = 0;
    double[][] sides = {{right, left}, {anterior, posterior}, {inferior, superior}};
    double[] size = {40, 30, 50};
    volume += size[0] * size[1] * size[2];
    for (int axis = 0; axis < 3; axis++) {
      int next = (axis + 1) % 3;
      int other = (axis + 2) % 3;
      double across = sides[axis][0] + sides[axis][1];
      double along = sides[next][0] + sides[next][1];
      volume += across * size[next] * size[other];
      volume += Math.PI / 4 * across * along * size[other];
    }
    volume += Math.PI / 6 * (right + left) * (anterior + posterior) * (inferior + superior);

    Mask grown = Margin.expandFromContours(box, margins);
    assertThat(grown.volumeCc() * 1000).isCloseTo(volume, within(0.01 * volume));
    assertThat(grown.get(column(grid, 20 + left - 1), row(grid, 0), 45)).isTrue();
    assertThat(grown.get(column(grid, 20 + left + 2), row(grid, 0), 45)).isFalse();
    assertThat(grown.get(column(grid, -20 - right + 1), row(grid, 0), 45)).isTrue();
    assertThat(grown.get(column(grid, -20 - right - 2), row(grid, 0), 45)).isFalse();
    assertThat(grown.get(column(grid, 0), row(grid, 15 + posterior - 1), 45)).isTrue();
    assertThat(grown.get(column(grid, 0), row(grid, -15 - anterior + 1), 45)).isTrue();
    assertThat(grown.get(column(grid, 0), row(grid, -15 - anterior - 2.5), 45)).isFalse();
  }

  private static Grid around(double columnMm, double rowMm) {
    int columns = (int) Math.round(80 / columnMm);
    int rows = (int) Math.round(80 / rowMm);
    double[] slices = new double[120];
    for (int k = 0; k < slices.length; k++) {
      slices[k] = -59.5 + k;
    }
    return new Grid(
        columns,
        rows,
        columnMm,
        rowMm,
        ImageAxes.HEAD_FIRST_SUPINE,
        new Vector(-(columns - 1) / 2.0 * columnMm, -(rows - 1) / 2.0 * rowMm, slices[0]),
        slices);
  }

  private static int column(Grid grid, double x) {
    return (int) Math.round(grid.columnOf(new Vector(x, 0, 0)));
  }

  private static int row(Grid grid, double y) {
    return (int) Math.round(grid.rowOf(new Vector(0, y, 0)));
  }
}
