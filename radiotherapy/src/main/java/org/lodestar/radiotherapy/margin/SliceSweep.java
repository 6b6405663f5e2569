package org.lodestar.radiotherapy.margin;

import org.lodestar.radiotherapy.contour.Box;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;

/**
 * The last pass of an expansion: from planes of in-plane cost to the voxels of all slices.
 *
 * <p>A plane gives for each voxel of a block of rows the squared in-plane distance to the structure
 * in units of the margin; 0 is inside. Planes need not lie on slices.
 */
final class SliceSweep {
  /** The surface of the ellipsoid counts as inside; slack far above rounding, far below a voxel. */
  static final double LIMIT = 1 + 1e-9;

  private static final int BLOCK_VALUES = 1 << 21;

  /** The in-plane costs of a plane. */
  interface PlaneCosts {
    /**
     * Costs of the rows {@code firstRow..lastRow} of the box, row by row; above LIMIT is outside.
     */
    double[] costs(int plane, int firstRow, int lastRow);
  }

  private final Grid grid;
  private final Box box;
  private final double[] planesMm;
  private final int[] planeOfSlice;
  private final PlaneCosts costs;
  private final LowerEnvelope envelope;
  private final double[][] block;

  /**
   * A sweep.
   *
   * @param box the voxels that can be reached
   * @param planesMm positions of the planes, strictly growing
   */
  SliceSweep(Grid grid, Box box, AxisMargins margins, double[] planesMm, PlaneCosts costs) {
    this.grid = grid;
    this.box = box;
    this.planesMm = planesMm;
    this.costs = costs;
    this.envelope = new LowerEnvelope(planesMm.length, margins.upMm(2), margins.downMm(2));
    this.block = new double[planesMm.length][];
    this.planeOfSlice = new int[box.size(2)];
    for (int k = 0; k < planeOfSlice.length; k++) {
      planeOfSlice[k] = java.util.Arrays.binarySearch(planesMm, grid.sliceMm(box.firstSlice() + k));
    }
  }

  Mask run() {
    Mask.Builder result = new Mask.Builder(grid);
    int step = Math.max(1, BLOCK_VALUES / (box.size(0) * planesMm.length));
    for (int row = box.firstRow(); row <= box.lastRow(); row += step) {
      int last = Math.min(box.lastRow(), row + step - 1);
      for (int plane = 0; plane < planesMm.length; plane++) {
        block[plane] = costs.costs(plane, row, last);
      }
      sweep(row, last, result);
    }
    return result.build();
  }

  private void sweep(int firstRow, int lastRow, Mask.Builder result) {
    int width = box.size(0);
    for (int row = firstRow; row <= lastRow; row++) {
      int base = (row - firstRow) * width;
      for (int x = 0; x < width; x++) {
        gather(base + x);
        if (!envelope.isEmpty()) {
          spread(base + x, box.firstColumn() + x, row, result);
        }
      }
    }
  }

  /**
   * Collects the sources of one voxel column; of a run of zeros only both ends matter outside it.
   */
  private void gather(int at) {
    envelope.clear();
    int last = planesMm.length - 1;
    for (int plane = 0; plane <= last; plane++) {
      double cost = block[plane][at];
      boolean covered =
          cost == 0
              && plane > 0
              && plane < last
              && block[plane - 1][at] == 0
              && block[plane + 1][at] == 0;
      if (cost <= LIMIT && !covered) {
        envelope.add(planesMm[plane], cost);
      }
    }
  }

  private void spread(int at, int column, int row, Mask.Builder result) {
    for (int k = 0; k < planeOfSlice.length; k++) {
      int plane = planeOfSlice[k];
      boolean inside = plane >= 0 && block[plane][at] == 0;
      if (inside || envelope.at(grid.sliceMm(box.firstSlice() + k)) <= LIMIT) {
        result.set(column, row, box.firstSlice() + k);
      }
    }
  }
}
