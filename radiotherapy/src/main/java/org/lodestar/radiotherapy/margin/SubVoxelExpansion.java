package org.lodestar.radiotherapy.margin;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.lodestar.radiotherapy.contour.Box;
import org.lodestar.radiotherapy.contour.Delineation;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.Polygon;

/**
 * Expansion from the contours themselves.
 *
 * <p>In the plane the distance of a voxel centre to the polygons is exact. Along the slices the
 * structure is what its planes say; a part that meets no contour of the next slice ends there and
 * stands for half the way to that slice (end-slice rule), its outline continued with the slope that
 * it has from the slice on its other side.
 */
final class SubVoxelExpansion implements SliceSweep.PlaneCosts {
  private final Grid grid;
  private final AxisMargins margins;
  private final GaugeDistance gauge;
  private final Box box;
  private final List<Plane> planes;

  private record Plane(int slice, List<Polygon> polygons, Mask inside) {}

  private SubVoxelExpansion(
      Grid grid, Box source, AxisMargins margins, NavigableMap<Double, Plane> planes) {
    this.grid = grid;
    this.margins = margins;
    this.gauge = new GaugeDistance(margins);
    Box reached = margins.around(oneWider(source));
    this.box =
        new Box(
            reached.firstColumn(),
            reached.lastColumn(),
            reached.firstRow(),
            reached.lastRow(),
            margins.firstSlice(planes.firstKey()),
            margins.lastSlice(planes.lastKey()));
    this.planes = List.copyOf(planes.values());
  }

  static Mask expand(Delineation structure, Box source, AxisMargins margins) {
    Grid grid = structure.grid();
    NavigableMap<Double, Plane> planes = new TreeMap<>();
    for (int slice = source.firstSlice(); slice <= source.lastSlice(); slice++) {
      lay(planes, grid, slice, grid.sliceMm(slice), structure.polygons(slice));
      layEnd(planes, structure, slice, 1);
      layEnd(planes, structure, slice, -1);
    }
    double[] planesMm = planes.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    SubVoxelExpansion expansion = new SubVoxelExpansion(grid, source, margins, planes);
    return new SliceSweep(grid, expansion.box, margins, planesMm, expansion).run();
  }

  private static void layEnd(
      NavigableMap<Double, Plane> planes, Delineation structure, int slice, int step) {
    List<Polygon> ending = structure.endingTowards(slice, slice + step);
    if (ending.isEmpty()) {
      return;
    }
    Grid grid = structure.grid();
    double halfWayMm = halfWayMm(grid, slice, slice + step);
    int inner = slice - step;
    boolean slope = inner >= 0 && inner < grid.slices();
    double share = slope ? halfWayMm / Math.abs(grid.sliceMm(slice) - grid.sliceMm(inner)) : 0;
    List<Polygon> continued =
        slope
            ? new EndSlope(grid, structure.polygons(inner), share, halfWayMm).continued(ending)
            : ending;
    lay(planes, grid, slice, grid.sliceMm(slice) + step * halfWayMm, continued);
  }

  private static double halfWayMm(Grid grid, int slice, int neighbour) {
    boolean within = neighbour >= 0 && neighbour < grid.slices();
    return (within
            ? Math.abs(grid.sliceMm(neighbour) - grid.sliceMm(slice))
            : grid.thicknessMm(slice))
        / 2;
  }

  private static void lay(
      NavigableMap<Double, Plane> planes,
      Grid grid,
      int slice,
      double positionMm,
      List<Polygon> polygons) {
    if (polygons.isEmpty()) {
      return;
    }
    Plane plane = new Plane(slice, polygons, Delineation.fill(grid, slice, polygons));
    planes.merge(positionMm, plane, (a, b) -> joined(grid, a, b));
  }

  /** Two parts that end towards each other share the plane half-way. */
  private static Plane joined(Grid grid, Plane a, Plane b) {
    List<Polygon> both =
        java.util.stream.Stream.concat(a.polygons.stream(), b.polygons.stream()).toList();
    return new Plane(a.slice, both, Delineation.fill(grid, a.slice, both));
  }

  /** A contour may reach up to a voxel beyond the centres that it covers. */
  private Box oneWider(Box source) {
    return new Box(
        Math.max(0, source.firstColumn() - 1),
        Math.min(grid.columns() - 1, source.lastColumn() + 1),
        Math.max(0, source.firstRow() - 1),
        Math.min(grid.rows() - 1, source.lastRow() + 1),
        source.firstSlice(),
        source.lastSlice());
  }

  @Override
  public double[] costs(int plane, int firstRow, int lastRow) {
    double[] result = new double[box.size(0) * (lastRow - firstRow + 1)];
    Arrays.fill(result, Double.POSITIVE_INFINITY);
    Plane of = planes.get(plane);
    markInside(of, firstRow, lastRow, result);
    for (Polygon polygon : of.polygons) {
      for (int i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
        alongEdge(polygon, j, i, firstRow, lastRow, result);
      }
    }
    return result;
  }

  private void markInside(Plane plane, int firstRow, int lastRow, double[] result) {
    for (int row = firstRow; row <= lastRow; row++) {
      int base = (row - firstRow) * box.size(0) - box.firstColumn();
      int start = plane.inside.nextMember(0, row, plane.slice);
      while (start >= 0) {
        int end = plane.inside.nextOther(start, row, plane.slice);
        Arrays.fill(result, base + start, base + end, 0);
        start = end < grid.columns() ? plane.inside.nextMember(end, row, plane.slice) : -1;
      }
    }
  }

  private void alongEdge(
      Polygon polygon, int from, int to, int firstRow, int lastRow, double[] result) {
    double dx = grid.columnSpacingMm();
    double dy = grid.rowSpacingMm();
    double x0 = polygon.column(from);
    double x1 = polygon.column(to);
    double y0 = polygon.row(from);
    double y1 = polygon.row(to);
    int left = at(Math.min(x0, x1) - margins.downMm(0) / dx, box.firstColumn());
    int right =
        (int)
            Math.min(box.lastColumn(), Math.floor(Math.max(x0, x1) + margins.upMm(0) / dx + 1e-6));
    int top = at(Math.min(y0, y1) - margins.downMm(1) / dy, firstRow);
    int bottom =
        (int) Math.min(lastRow, Math.floor(Math.max(y0, y1) + margins.upMm(1) / dy + 1e-6));
    for (int row = top; row <= bottom; row++) {
      int base = (row - firstRow) * box.size(0) - box.firstColumn();
      for (int column = left; column <= right; column++) {
        if (result[base + column] > 0) {
          double cost =
              gauge.toOrigin(
                  (x0 - column) * dx, (y0 - row) * dy, (x1 - column) * dx, (y1 - row) * dy);
          result[base + column] = Math.min(result[base + column], cost);
        }
      }
    }
  }

  private static int at(double coordinate, int least) {
    return (int) Math.max(least, Math.ceil(coordinate - 1e-6));
  }
}
