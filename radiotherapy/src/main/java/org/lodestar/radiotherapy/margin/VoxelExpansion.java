package org.lodestar.radiotherapy.margin;

import java.util.Arrays;
import org.lodestar.radiotherapy.contour.Box;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;

/**
 * Voxel-centre expansion of a mask: columns, then rows, then slices, each pass linear.
 *
 * <p>A voxel is in when the centre of some member lies within the octant ellipsoid around it,
 * surface included: {@code (dx/mx)^2 + (dy/my)^2 + (dz/mz)^2 <= 1 + 1e-9} in double precision.
 */
final class VoxelExpansion implements SliceSweep.PlaneCosts {
  private static final double FAR = Double.POSITIVE_INFINITY;

  private final Mask mask;
  private final AxisMargins margins;
  private final Box source;
  private final Box box;
  private final double[] rightCosts;
  private final double[] leftCosts;
  private final double[] positions;
  private final LowerEnvelope envelope;
  private double[] rows = {};

  private VoxelExpansion(Mask mask, Box source, AxisMargins margins) {
    this.mask = mask;
    this.margins = margins;
    this.source = source;
    this.box = margins.around(source);
    Grid grid = mask.grid();
    this.rightCosts = costs(margins.reachUp(0), grid.columnSpacingMm(), margins.upMm(0));
    this.leftCosts = costs(margins.reachDown(0), grid.columnSpacingMm(), margins.downMm(0));
    this.positions = new double[grid.rows()];
    for (int row = 0; row < positions.length; row++) {
      positions[row] = row * grid.rowSpacingMm();
    }
    this.envelope = new LowerEnvelope(source.size(1), margins.upMm(1), margins.downMm(1));
  }

  static Mask expand(Mask mask, Box source, AxisMargins margins) {
    VoxelExpansion expansion = new VoxelExpansion(mask, source, margins);
    double[] planesMm =
        Arrays.copyOfRange(mask.grid().slicesMm(), source.firstSlice(), source.lastSlice() + 1);
    return new SliceSweep(mask.grid(), expansion.box, margins, planesMm, expansion).run();
  }

  private static double[] costs(int reach, double spacingMm, double marginMm) {
    double[] costs = new double[reach + 1];
    for (int d = 1; d <= reach; d++) {
      double part = d * spacingMm / marginMm;
      costs[d] = part * part;
    }
    return costs;
  }

  @Override
  public double[] costs(int plane, int firstRow, int lastRow) {
    int width = box.size(0);
    double[] result = new double[width * (lastRow - firstRow + 1)];
    int slice = source.firstSlice() + plane;
    int from = Math.max(source.firstRow(), firstRow - margins.reachUp(1));
    int to = Math.min(source.lastRow(), lastRow + margins.reachDown(1));
    if (mask.sliceIsEmpty(slice) || from > to) {
      Arrays.fill(result, FAR);
      return result;
    }
    if (rows.length < width * (to - from + 1)) {
      rows = new double[width * (to - from + 1)];
    }
    for (int row = from; row <= to; row++) {
      alongRow(row, slice, (row - from) * width);
    }
    for (int x = 0; x < width; x++) {
      alongColumn(x, from, to, firstRow, lastRow, result);
    }
    return result;
  }

  /** Writes the cost of each voxel of a row: the nearer of the members to its left and right. */
  private void alongRow(int row, int slice, int base) {
    int width = box.size(0);
    Arrays.fill(rows, base, base + width, FAR);
    int start = mask.nextMember(0, row, slice);
    while (start >= 0) {
      int end = mask.nextOther(start, row, slice);
      Arrays.fill(rows, base + start - box.firstColumn(), base + end - box.firstColumn(), 0);
      for (int d = 1; d < leftCosts.length && start - d >= box.firstColumn(); d++) {
        int at = base + start - d - box.firstColumn();
        if (rows[at] <= leftCosts[d]) {
          break;
        }
        rows[at] = leftCosts[d];
      }
      for (int d = 1; d < rightCosts.length && end - 1 + d <= box.lastColumn(); d++) {
        rows[base + end - 1 + d - box.firstColumn()] = rightCosts[d];
      }
      start = end < mask.grid().columns() ? mask.nextMember(end, row, slice) : -1;
    }
  }

  private void alongColumn(int x, int from, int to, int firstRow, int lastRow, double[] result) {
    int width = box.size(0);
    envelope.clear();
    for (int row = from; row <= to; row++) {
      double cost = rows[(row - from) * width + x];
      if (cost <= SliceSweep.LIMIT) {
        boolean covered =
            cost == 0
                && row > from
                && row < to
                && rows[(row - 1 - from) * width + x] == 0
                && rows[(row + 1 - from) * width + x] == 0;
        if (!covered) {
          envelope.add(positions[row], cost);
        }
      }
    }
    for (int row = firstRow; row <= lastRow; row++) {
      boolean inside = row >= from && row <= to && rows[(row - from) * width + x] == 0;
      result[(row - firstRow) * width + x] =
          inside ? 0 : envelope.isEmpty() ? FAR : envelope.at(positions[row]);
    }
  }
}
