package org.lodestar.radiotherapy.contour;

/** A box of voxels, first and last included. */
public record Box(
    int firstColumn, int lastColumn, int firstRow, int lastRow, int firstSlice, int lastSlice) {
  /** Voxels along an axis: 0 columns, 1 rows, 2 slices. */
  public int size(int axis) {
    return last(axis) - first(axis) + 1;
  }

  /** The first index along an axis. */
  public int first(int axis) {
    return axis == 0 ? firstColumn : axis == 1 ? firstRow : firstSlice;
  }

  /** The last index along an axis. */
  public int last(int axis) {
    return axis == 0 ? lastColumn : axis == 1 ? lastRow : lastSlice;
  }
}
