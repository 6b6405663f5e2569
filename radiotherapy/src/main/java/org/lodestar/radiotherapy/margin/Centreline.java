package org.lodestar.radiotherapy.margin;

import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;

/**
 * Margins along the oesophagus instead of along the patient's z axis.
 *
 * <p>The slices are shifted so that the centre of the guiding organ runs straight, their positions
 * replaced by the length of its centreline, the margin applied, and the shift undone. Shifts are
 * whole voxels, so a result is off by up to half a voxel in the plane. Beyond the organ's ends the
 * centreline goes on straight up and down.
 */
public final class Centreline {
  private final Grid grid;
  private final int[] columnShift;
  private final int[] rowShift;
  private final double[] lengthMm;

  private Centreline(Grid grid, int[] columnShift, int[] rowShift, double[] lengthMm) {
    this.grid = grid;
    this.columnShift = columnShift;
    this.rowShift = rowShift;
    this.lengthMm = lengthMm;
  }

  /**
   * The centreline of an organ, by the centroid of each slice.
   *
   * @throws IllegalArgumentException when the organ is empty
   */
  public static Centreline of(Mask organ) {
    Grid grid = organ.grid();
    int slices = grid.slices();
    double[] x = new double[slices];
    double[] y = new double[slices];
    int first = -1;
    int last = -1;
    for (int k = 0; k < slices; k++) {
      if (!organ.sliceIsEmpty(k)) {
        centroid(organ, k, x, y);
        first = first < 0 ? k : first;
        fill(x, y, last, k);
        last = k;
      }
    }
    if (first < 0) {
      throw new IllegalArgumentException("a centreline needs an organ with volume");
    }
    for (int k = 0; k < slices; k++) {
      int inside = Math.clamp(k, first, last);
      x[k] = x[inside];
      y[k] = y[inside];
    }
    return straightened(grid, x, y, first);
  }

  private static void centroid(Mask organ, int slice, double[] x, double[] y) {
    long n = 0;
    for (int row = 0; row < organ.grid().rows(); row++) {
      for (int i = organ.nextMember(0, row, slice);
          i >= 0;
          i = organ.nextMember(i + 1, row, slice)) {
        x[slice] += i;
        y[slice] += row;
        n++;
      }
    }
    x[slice] /= n;
    y[slice] /= n;
  }

  /** Between two slices that carry the organ the centreline is straight. */
  private static void fill(double[] x, double[] y, int below, int above) {
    for (int k = below + 1; below >= 0 && k < above; k++) {
      double share = (double) (k - below) / (above - below);
      x[k] = x[below] + share * (x[above] - x[below]);
      y[k] = y[below] + share * (y[above] - y[below]);
    }
  }

  private static Centreline straightened(Grid grid, double[] x, double[] y, int first) {
    int slices = grid.slices();
    int[] columnShift = new int[slices];
    int[] rowShift = new int[slices];
    double[] length = new double[slices];
    for (int k = 0; k < slices; k++) {
      columnShift[k] = (int) Math.round(x[k] - x[first]);
      rowShift[k] = (int) Math.round(y[k] - y[first]);
      length[k] =
          k == 0
              ? grid.sliceMm(0)
              : length[k - 1]
                  + Math.hypot(
                      grid.sliceMm(k) - grid.sliceMm(k - 1),
                      Math.hypot(
                          (x[k] - x[k - 1]) * grid.columnSpacingMm(),
                          (y[k] - y[k - 1]) * grid.rowSpacingMm()));
    }
    return new Centreline(grid, columnShift, rowShift, length);
  }

  /**
   * Expands along the centreline, voxel centre to voxel centre.
   *
   * @throws IllegalArgumentException when the mask lies on another grid
   */
  public Mask expand(Mask mask, Margins margins) {
    if (!mask.grid().equals(grid)) {
      throw new IllegalArgumentException("mask on " + mask.grid() + ": must be on " + grid);
    }
    Mask straight = shifted(mask, grid.withSlices(lengthMm), -1);
    return shifted(Margin.expand(straight, margins), grid, 1).or(mask);
  }

  private Mask shifted(Mask mask, Grid to, int sign) {
    Mask.Builder result = new Mask.Builder(to);
    for (int k = 0; k < to.slices(); k++) {
      for (int row = 0; row < to.rows(); row++) {
        int toRow = row + sign * rowShift[k];
        if (toRow < 0 || toRow >= to.rows() || mask.sliceIsEmpty(k)) {
          continue;
        }
        int start = mask.nextMember(0, row, k);
        while (start >= 0) {
          int end = mask.nextOther(start, row, k);
          int shift = sign * columnShift[k];
          result.setRun(Math.max(0, start + shift), Math.min(to.columns(), end + shift), toRow, k);
          start = end < to.columns() ? mask.nextMember(end, row, k) : -1;
        }
      }
    }
    return result.build();
  }

  /** The finding that goes with every volume made this way. */
  public static Finding flag(String structure) {
    return new Finding(FindingCode.CENTRELINE_MODE, structure);
  }
}
