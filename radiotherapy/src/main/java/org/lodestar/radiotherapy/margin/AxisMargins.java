package org.lodestar.radiotherapy.margin;

import org.lodestar.radiotherapy.contour.Box;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.PatientSide;

/**
 * A margin turned from the sides of the patient to the axes of an image: 0 columns, 1 rows, 2
 * slices.
 */
final class AxisMargins {
  /** Stands for a margin of 0 where a division by it must stay finite. */
  private static final double NOTHING_MM = 1e-6;

  private final Grid grid;
  private final double[] upMm = new double[3];
  private final double[] downMm = new double[3];

  /**
   * Turns a margin to the axes of a grid.
   *
   * @throws IllegalArgumentException when the image axes are not the patient's axes
   */
  AxisMargins(Grid grid, Margins margins) {
    if (!grid.axes().followPatient()) {
      throw new IllegalArgumentException(
          "image axes %s: a margin needs axes along the patient's".formatted(grid.axes()));
    }
    this.grid = grid;
    for (int axis = 0; axis < 3; axis++) {
      PatientSide side = grid.axes().side(axis);
      upMm[axis] = margins.mm(side);
      downMm[axis] = margins.mm(side.opposite());
    }
  }

  /** The margin towards greater indices. */
  double upMm(int axis) {
    return upMm[axis];
  }

  /** The margin towards smaller indices. */
  double downMm(int axis) {
    return downMm[axis];
  }

  /** The weight of a squared distance towards greater indices, finite also for a margin of 0. */
  double upWeight(int axis) {
    return 1 / Math.pow(Math.max(upMm[axis], NOTHING_MM), 2);
  }

  /** The weight of a squared distance towards smaller indices, finite also for a margin of 0. */
  double downWeight(int axis) {
    return 1 / Math.pow(Math.max(downMm[axis], NOTHING_MM), 2);
  }

  /** Whole voxels that the margin reaches towards greater indices, axis 0 or 1. */
  int reachUp(int axis) {
    return reach(upMm[axis], axis);
  }

  /** Whole voxels that the margin reaches towards smaller indices, axis 0 or 1. */
  int reachDown(int axis) {
    return reach(downMm[axis], axis);
  }

  private int reach(double mm, int axis) {
    return (int) Math.floor(mm / spacingMm(axis) + 1e-6);
  }

  private double spacingMm(int axis) {
    return axis == 0 ? grid.columnSpacingMm() : grid.rowSpacingMm();
  }

  /** The voxels that the margin around a box can reach, cut at the image. */
  Box around(Box box) {
    return new Box(
        Math.max(0, box.firstColumn() - reachDown(0)),
        Math.min(grid.columns() - 1, box.lastColumn() + reachUp(0)),
        Math.max(0, box.firstRow() - reachDown(1)),
        Math.min(grid.rows() - 1, box.lastRow() + reachUp(1)),
        firstSlice(grid.sliceMm(box.firstSlice())),
        lastSlice(grid.sliceMm(box.lastSlice())));
  }

  /** The first slice within reach of a position. */
  int firstSlice(double positionMm) {
    int slice = grid.nearestSlice(positionMm);
    while (slice > 0 && positionMm - grid.sliceMm(slice - 1) <= downMm[2] + 1e-6) {
      slice--;
    }
    return slice;
  }

  /** The last slice within reach of a position. */
  int lastSlice(double positionMm) {
    int slice = grid.nearestSlice(positionMm);
    while (slice < grid.slices() - 1 && grid.sliceMm(slice + 1) - positionMm <= upMm[2] + 1e-6) {
      slice++;
    }
    return slice;
  }

  /** Whether the margin around a box reaches beyond the image. */
  boolean leaves(Box box) {
    int end = grid.slices() - 1;
    return box.firstColumn() - reachDown(0) < 0
        || box.lastColumn() + reachUp(0) >= grid.columns()
        || box.firstRow() - reachDown(1) < 0
        || box.lastRow() + reachUp(1) >= grid.rows()
        || grid.sliceMm(box.firstSlice()) - downMm[2] < grid.sliceMm(0) - grid.thicknessMm(0) / 2
        || grid.sliceMm(box.lastSlice()) + upMm[2] > grid.sliceMm(end) + grid.thicknessMm(end) / 2;
  }
}
