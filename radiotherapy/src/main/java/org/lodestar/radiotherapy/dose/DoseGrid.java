package org.lodestar.radiotherapy.dose;

import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Vector;

/**
 * A dose in Gy at the voxel centres of its own grid; trilinear between them, 0 outside. Immutable.
 */
public final class DoseGrid {
  private final Grid grid;
  private final float[] gy;
  private final double[] framesMm;

  /**
   * A dose.
   *
   * @param grid where the values lie; any axes, frames at their real positions
   * @param gy dose by frame, row, column, the column fastest; kept, not copied
   * @throws IllegalArgumentException when the number of values is not that of the voxels
   */
  public DoseGrid(Grid grid, float[] gy) {
    long voxels = (long) grid.columns() * grid.rows() * grid.slices();
    if (gy.length != voxels) {
      throw new IllegalArgumentException(
          "dose of " + gy.length + " values: must be " + voxels + " for " + grid);
    }
    this.grid = grid;
    this.gy = gy;
    this.framesMm = grid.slicesMm();
  }

  public Grid grid() {
    return grid;
  }

  /** The dose of a voxel. */
  public float gy(int column, int row, int frame) {
    return gy[(frame * grid.rows() + row) * grid.columns() + column];
  }

  /** The greatest dose of any voxel centre. */
  public double maxGy() {
    float max = 0;
    for (float value : gy) {
      max = Math.max(max, value);
    }
    return max;
  }

  /** The dose at a point, trilinear; 0 outside the box of the outermost voxel centres. */
  public double at(Vector point) {
    return at(grid.columnOf(point), grid.rowOf(point), grid.sliceMmOf(point));
  }

  private double at(double column, double row, double positionMm) {
    int frame = frameBelow(positionMm);
    if (frame < 0 || !within(column, grid.columns()) || !within(row, grid.rows())) {
      return 0;
    }
    double above = share(frame, positionMm);
    double low = inFrame(frame, column, row);
    return above == 0 ? low : low + above * (inFrame(frame + 1, column, row) - low);
  }

  private static boolean within(double coordinate, int count) {
    return coordinate >= 0 && coordinate <= count - 1;
  }

  private double inFrame(int frame, double column, double row) {
    int i = Math.min((int) column, Math.max(0, grid.columns() - 2));
    int j = Math.min((int) row, Math.max(0, grid.rows() - 2));
    double a = column - i;
    double b = row - j;
    int right = a > 0 ? i + 1 : i;
    int below = b > 0 ? j + 1 : j;
    double top = gy(i, j, frame) + a * (gy(right, j, frame) - gy(i, j, frame));
    double bottom = gy(i, below, frame) + a * (gy(right, below, frame) - gy(i, below, frame));
    return top + b * (bottom - top);
  }

  /** The last frame at or below a position, or -1 outside the frames. */
  int frameBelow(double positionMm) {
    int last = framesMm.length - 1;
    if (!(positionMm >= framesMm[0] && positionMm <= framesMm[last])) {
      return -1;
    }
    int at = java.util.Arrays.binarySearch(framesMm, positionMm);
    return at >= 0 ? at : -at - 2;
  }

  /** How far a position lies on the way from a frame to the next, 0..1. */
  double share(int frame, double positionMm) {
    return frame == framesMm.length - 1 || positionMm == framesMm[frame]
        ? 0
        : (positionMm - framesMm[frame]) / (framesMm[frame + 1] - framesMm[frame]);
  }

  /**
   * Interpolates one line of the grid across rows and frames, for sampling along it.
   *
   * @return whether the line lies within rows and frames
   */
  boolean line(double row, double positionMm, float[] line) {
    int frame = frameBelow(positionMm);
    if (frame < 0 || !within(row, grid.rows())) {
      return false;
    }
    int j = Math.min((int) row, Math.max(0, grid.rows() - 2));
    float b = (float) (row - j);
    float c = (float) share(frame, positionMm);
    int columns = grid.columns();
    int here = (frame * grid.rows() + j) * columns;
    int down = b > 0 ? columns : 0;
    int up = c > 0 ? columns * grid.rows() : 0;
    for (int i = 0; i < columns; i++) {
      float low = gy[here + i] + b * (gy[here + down + i] - gy[here + i]);
      float high = gy[here + up + i] + b * (gy[here + up + down + i] - gy[here + up + i]);
      line[i] = low + c * (high - low);
    }
    return true;
  }
}
