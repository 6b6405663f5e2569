package org.lodestar.app.cli.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.lodestar.radiotherapy.contour.Contour;
import org.lodestar.radiotherapy.contour.ContourType;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.Structure;
import org.lodestar.radiotherapy.contour.Vector;

/**
 * The solids whose margins and histograms have closed forms.
 *
 * @param outerMm outer radius by height; for the box half its width
 * @param innerMm inner radius by height, 0 without a hole
 * @param boxYMm half the depth of the box, 0 for a solid of revolution
 * @param offsetMm how far the first slice of the reference's 3 mm grid lies above -66 mm
 */
record ReferenceSolid(
    DoubleUnaryOperator outerMm, DoubleUnaryOperator innerMm, double boxYMm, double offsetMm) {
  private static final int CORNERS = 720;
  private static final int PIXELS = 124;
  private static final double EDGE = -61.5;

  static ReferenceSolid named(String key) {
    String shape = key.substring(0, key.indexOf('_'));
    return switch (shape) {
      case "sphere" -> round(z -> Math.sqrt(400 - z * z), 0.5);
      case "cylinder" -> round(z -> Math.abs(z) < 30 ? 15 : 0, 1.5);
      case "cone" -> round(z -> Math.abs(z) < 30 ? 20 * (30 - z) / 60 : 0, 1.5);
      case "torus" ->
          new ReferenceSolid(
              z -> 40 + Math.sqrt(100 - z * z), z -> 40 - Math.sqrt(100 - z * z), 0, 0.5);
      case "box" -> new ReferenceSolid(z -> Math.abs(z) < 25 ? 20 : 0, z -> 0, 15, 0);
      default -> throw new IllegalArgumentException("solid '" + key + "': unknown");
    };
  }

  private static ReferenceSolid round(DoubleUnaryOperator outerMm, double offsetMm) {
    return new ReferenceSolid(outerMm, z -> 0, 0, offsetMm);
  }

  /** Cubes of 1 mm, with slices half-way between whole heights. */
  static Grid fineGrid() {
    return Grid.axial(PIXELS, PIXELS, 132, new Vector(EDGE, EDGE, -65.5), 1, 1);
  }

  /** Slices of 3 mm, laid as the reference laid them. */
  Grid thickGrid() {
    return Grid.axial(PIXELS, PIXELS, 45, new Vector(EDGE, EDGE, -66 + offsetMm), 1, 3);
  }

  /** The solid as contours on the slices of a grid. */
  Structure drawn(Grid grid) {
    List<Contour> contours = new ArrayList<>();
    for (double z : grid.slicesMm()) {
      double outer = outerMm.applyAsDouble(z);
      double inner = innerMm.applyAsDouble(z);
      if (outer > 0) {
        contours.add(boxYMm > 0 ? rectangle(outer, boxYMm, z) : circle(outer, z));
      }
      if (outer > 0 && inner > 0) {
        contours.add(circle(inner, z));
      }
    }
    return new Structure(1, "solid", contours);
  }

  /** A circle whose polygon has the circle's area. */
  private static Contour circle(double radiusMm, double z) {
    double angle = 2 * Math.PI / CORNERS;
    double radius = radiusMm * Math.sqrt(angle / Math.sin(angle));
    double[] xyz = new double[3 * CORNERS];
    for (int i = 0; i < CORNERS; i++) {
      xyz[3 * i] = radius * Math.cos(i * angle);
      xyz[3 * i + 1] = radius * Math.sin(i * angle);
      xyz[3 * i + 2] = z;
    }
    return new Contour(ContourType.CLOSED_PLANAR, xyz);
  }

  private static Contour rectangle(double x, double y, double z) {
    return new Contour(
        ContourType.CLOSED_PLANAR, new double[] {-x, -y, z, x, -y, z, x, y, z, -x, y, z});
  }

  /** The voxels whose centres lie in the solid, its surface included. */
  Mask sampled(Grid grid) {
    Mask.Builder mask = new Mask.Builder(grid);
    for (int k = 0; k < grid.slices(); k++) {
      for (int j = 0; j < grid.rows(); j++) {
        for (int i = 0; i < grid.columns(); i++) {
          if (holds(grid.point(i, j, grid.sliceMm(k)))) {
            mask.set(i, j, k);
          }
        }
      }
    }
    return mask.build();
  }

  private boolean holds(Vector p) {
    double outer = outerMm.applyAsDouble(p.z());
    double inner = innerMm.applyAsDouble(p.z());
    if (boxYMm > 0) {
      return Math.abs(p.x()) <= outer && Math.abs(p.y()) <= boxYMm && outer > 0;
    }
    double radius = Math.hypot(p.x(), p.y());
    return outer > 0 && radius <= outer && radius >= inner;
  }
}
