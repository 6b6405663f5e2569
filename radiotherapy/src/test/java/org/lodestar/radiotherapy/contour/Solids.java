package org.lodestar.radiotherapy.contour;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Solids of revolution about z, and boxes, as contour stacks and as masks. */
public final class Solids {
  private static final int CORNERS = 720;

  private Solids() {}

  /** A grid around the origin: cubic pixels, slices mid-way so that whole heights fit. */
  public static Grid grid(double halfX, double halfZ, double pixelMm, double sliceMm) {
    int columns = 2 * (int) Math.ceil(halfX / pixelMm);
    int slices = 2 * (int) Math.ceil(halfZ / sliceMm);
    return Grid.axial(
        columns,
        columns,
        slices,
        new Vector(
            -(columns - 1) / 2.0 * pixelMm,
            -(columns - 1) / 2.0 * pixelMm,
            -(slices - 1) / 2.0 * sliceMm),
        pixelMm,
        sliceMm);
  }

  /** A solid of revolution: outer and, where above 0, inner radius by height; NaN is no section. */
  public static Structure revolved(
      Grid grid, DoubleUnaryOperator outerMm, DoubleUnaryOperator innerMm) {
    List<Contour> contours = new ArrayList<>();
    for (double z : grid.slicesMm()) {
      double outer = outerMm.applyAsDouble(z);
      double inner = innerMm.applyAsDouble(z);
      if (outer > 0) {
        contours.add(circle(outer, z));
      }
      if (inner > 0) {
        contours.add(circle(inner, z));
      }
    }
    return new Structure(1, "solid", contours);
  }

  /** A circle about the z axis whose polygon has the circle's area. */
  public static Contour circle(double radiusMm, double z) {
    return circle(0, 0, radiusMm, z, ContourType.CLOSED_PLANAR);
  }

  /** A circle about a point. */
  public static Contour circle(double x, double y, double radiusMm, double z, ContourType type) {
    double angle = 2 * Math.PI / CORNERS;
    double radius = radiusMm * Math.sqrt(angle / Math.sin(angle));
    double[] xyz = new double[3 * CORNERS];
    for (int i = 0; i < CORNERS; i++) {
      xyz[3 * i] = x + radius * Math.cos(i * angle);
      xyz[3 * i + 1] = y + radius * Math.sin(i * angle);
      xyz[3 * i + 2] = z;
    }
    return new Contour(type, xyz);
  }

  /** A rectangle. */
  public static Contour rectangle(double x0, double y0, double x1, double y1, double z) {
    return new Contour(
        ContourType.CLOSED_PLANAR, new double[] {x0, y0, z, x1, y0, z, x1, y1, z, x0, y1, z});
  }

  /** A rectangular box about the origin. */
  public static Structure box(Grid grid, double lx, double ly, double lz) {
    List<Contour> contours = new ArrayList<>();
    for (double z : grid.slicesMm()) {
      if (Math.abs(z) < lz / 2) {
        contours.add(rectangle(-lx / 2, -ly / 2, lx / 2, ly / 2, z));
      }
    }
    return new Structure(1, "box", contours);
  }
}
