package org.lodestar.radiotherapy.contour;

import java.util.Arrays;

/**
 * The voxels of an image: equal spacing in the plane, real slice positions along the normal.
 *
 * <p>Column, row and slice indices start at 0; whole numbers are voxel centres. Slices are ordered
 * by growing position along {@link ImageAxes#normal()}.
 */
public final class Grid {
  private final int columns;
  private final int rows;
  private final double columnSpacingMm;
  private final double rowSpacingMm;
  private final ImageAxes axes;
  private final double firstColumnMm;
  private final double firstRowMm;
  private final double[] slicesMm;

  /**
   * A grid.
   *
   * @param columns voxels along a row, 1..65535
   * @param rows voxels along a column, 1..65535
   * @param columnSpacingMm distance of columns, above 0
   * @param rowSpacingMm distance of rows, above 0
   * @param axes directions of columns and rows
   * @param corner centre of the voxel in column 0 and row 0 of any slice
   * @param slicesMm slice positions along the normal, strictly growing, at least one
   * @throws IllegalArgumentException when a value is out of range
   */
  public Grid(
      int columns,
      int rows,
      double columnSpacingMm,
      double rowSpacingMm,
      ImageAxes axes,
      Vector corner,
      double[] slicesMm) {
    this.columns = requireCount("columns", columns);
    this.rows = requireCount("rows", rows);
    this.columnSpacingMm = requireSpacing("columnSpacingMm", columnSpacingMm);
    this.rowSpacingMm = requireSpacing("rowSpacingMm", rowSpacingMm);
    this.axes = axes;
    this.firstColumnMm = requireFinite(corner.dot(axes.row()));
    this.firstRowMm = requireFinite(corner.dot(axes.column()));
    this.slicesMm = slicesMm.clone();
    if (slicesMm.length == 0) {
      throw new IllegalArgumentException("slicesMm: at least one slice is needed");
    }
    for (int k = 0; k < slicesMm.length; k++) {
      requireFinite(slicesMm[k]);
      if (k > 0 && !(slicesMm[k] > slicesMm[k - 1])) {
        throw new IllegalArgumentException(
            "slicesMm[%d] = %s: must be above %s".formatted(k, slicesMm[k], slicesMm[k - 1]));
      }
    }
  }

  /** A head-first supine grid with equally spaced slices; the corner is voxel (0, 0, 0). */
  public static Grid axial(
      int columns, int rows, int slices, Vector corner, double pixelMm, double sliceMm) {
    double[] positions = new double[slices];
    for (int k = 0; k < slices; k++) {
      positions[k] = corner.z() + k * sliceMm;
    }
    return new Grid(
        columns, rows, pixelMm, pixelMm, ImageAxes.HEAD_FIRST_SUPINE, corner, positions);
  }

  private static int requireCount(String name, int count) {
    if (count < 1 || count > 65535) {
      throw new IllegalArgumentException(name + " = " + count + ": must be 1..65535");
    }
    return count;
  }

  private static double requireSpacing(String name, double spacingMm) {
    if (!(spacingMm > 0 && spacingMm < 1000)) {
      throw new IllegalArgumentException(
          name + " = " + spacingMm + ": must be above 0, below 1000");
    }
    return spacingMm;
  }

  private static double requireFinite(double positionMm) {
    if (!(Math.abs(positionMm) < 1e6)) {
      throw new IllegalArgumentException("position " + positionMm + " mm: must be within 1 km");
    }
    return positionMm;
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  public int slices() {
    return slicesMm.length;
  }

  public double columnSpacingMm() {
    return columnSpacingMm;
  }

  public double rowSpacingMm() {
    return rowSpacingMm;
  }

  public ImageAxes axes() {
    return axes;
  }

  /** The position of a slice along the normal. */
  public double sliceMm(int slice) {
    return slicesMm[slice];
  }

  /** All slice positions, growing. */
  public double[] slicesMm() {
    return slicesMm.clone();
  }

  /** A point's column coordinate; whole numbers are voxel centres. */
  public double columnOf(Vector point) {
    return (point.dot(axes.row()) - firstColumnMm) / columnSpacingMm;
  }

  /** A point's row coordinate; whole numbers are voxel centres. */
  public double rowOf(Vector point) {
    return (point.dot(axes.column()) - firstRowMm) / rowSpacingMm;
  }

  /** A point's position along the normal. */
  public double sliceMmOf(Vector point) {
    return point.dot(axes.normal());
  }

  /** The point at a column and row coordinate and a position along the normal. */
  public Vector point(double column, double row, double sliceMm) {
    return axes.row()
        .times(firstColumnMm + column * columnSpacingMm)
        .plus(axes.column().times(firstRowMm + row * rowSpacingMm))
        .plus(axes.normal().times(sliceMm));
  }

  /** The slice whose position is nearest. */
  public int nearestSlice(double sliceMm) {
    int at = Arrays.binarySearch(slicesMm, sliceMm);
    if (at >= 0) {
      return at;
    }
    int above = -at - 1;
    if (above == 0) {
      return 0;
    }
    if (above == slicesMm.length) {
      return above - 1;
    }
    return sliceMm - slicesMm[above - 1] <= slicesMm[above] - sliceMm ? above - 1 : above;
  }

  /**
   * The thickness that a slice stands for: half the way to each neighbour; an end slice counts
   * whole, with the distance to its only neighbour. A single slice stands for 1 mm.
   */
  public double thicknessMm(int slice) {
    int last = slicesMm.length - 1;
    if (last == 0) {
      return 1;
    }
    double below = slice > 0 ? slicesMm[slice] - slicesMm[slice - 1] : Double.NaN;
    double above = slice < last ? slicesMm[slice + 1] - slicesMm[slice] : Double.NaN;
    if (slice == 0) {
      return above;
    }
    return slice == last ? below : (below + above) / 2;
  }

  /** The volume of one voxel of a slice. */
  public double voxelMm3(int slice) {
    return columnSpacingMm * rowSpacingMm * thicknessMm(slice);
  }

  /** The same grid with other slice positions, as many as before. */
  public Grid withSlices(double[] positionsMm) {
    return new Grid(
        columns, rows, columnSpacingMm, rowSpacingMm, axes, point(0, 0, 0), positionsMm);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Grid that
        && columns == that.columns
        && rows == that.rows
        && columnSpacingMm == that.columnSpacingMm
        && rowSpacingMm == that.rowSpacingMm
        && axes.equals(that.axes)
        && firstColumnMm == that.firstColumnMm
        && firstRowMm == that.firstRowMm
        && Arrays.equals(slicesMm, that.slicesMm);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(slicesMm) + 7 * columns + rows;
  }

  @Override
  public String toString() {
    return "%d x %d x %d voxels, %s x %s mm"
        .formatted(columns, rows, slicesMm.length, columnSpacingMm, rowSpacingMm);
  }
}
