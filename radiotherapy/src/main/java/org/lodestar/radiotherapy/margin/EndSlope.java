package org.lodestar.radiotherapy.margin;

import java.util.List;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Polygon;

/**
 * Continues the last contour of a structure beyond its slice with the slope that it has from the
 * slice before: each corner moves on away from the nearest point of that slice's contours, at most
 * as far as the plane is moved (45 degrees).
 */
final class EndSlope {
  private final Grid grid;
  private final List<Polygon> before;
  private final double share;
  private final double farthestMm;

  /**
   * A slope.
   *
   * @param before the contours of the slice before
   * @param share how far to go on, in units of the distance between the two slices
   * @param farthestMm the most that a corner may move
   */
  EndSlope(Grid grid, List<Polygon> before, double share, double farthestMm) {
    this.grid = grid;
    this.before = before;
    this.share = share;
    this.farthestMm = farthestMm;
  }

  List<Polygon> continued(List<Polygon> ending) {
    return before.isEmpty() ? ending : ending.stream().map(this::continued).toList();
  }

  private Polygon continued(Polygon polygon) {
    double[] columns = new double[polygon.size()];
    double[] rows = new double[polygon.size()];
    for (int i = 0; i < polygon.size(); i++) {
      double x = polygon.column(i) * grid.columnSpacingMm();
      double y = polygon.row(i) * grid.rowSpacingMm();
      double[] away = awayFromNearest(x, y);
      double length = Math.hypot(away[0], away[1]);
      double step = length == 0 ? 0 : Math.min(share, farthestMm / length);
      columns[i] = (x + step * away[0]) / grid.columnSpacingMm();
      rows[i] = (y + step * away[1]) / grid.rowSpacingMm();
    }
    return Polygon.of(columns, rows);
  }

  private double[] awayFromNearest(double x, double y) {
    double[] nearest = {Double.POSITIVE_INFINITY, 0};
    for (Polygon polygon : before) {
      for (int i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
        double[] away = awayFromEdge(polygon, j, i, x, y);
        if (Math.hypot(away[0], away[1]) < Math.hypot(nearest[0], nearest[1])) {
          nearest = away;
        }
      }
    }
    return nearest;
  }

  private double[] awayFromEdge(Polygon polygon, int from, int to, double x, double y) {
    double ax = polygon.column(from) * grid.columnSpacingMm();
    double ay = polygon.row(from) * grid.rowSpacingMm();
    double runX = polygon.column(to) * grid.columnSpacingMm() - ax;
    double runY = polygon.row(to) * grid.rowSpacingMm() - ay;
    double square = runX * runX + runY * runY;
    double t = square == 0 ? 0 : Math.clamp(((x - ax) * runX + (y - ay) * runY) / square, 0.0, 1.0);
    return new double[] {x - ax - t * runX, y - ay - t * runY};
  }
}
