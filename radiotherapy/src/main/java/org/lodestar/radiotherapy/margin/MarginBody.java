package org.lodestar.radiotherapy.margin;

import org.lodestar.radiotherapy.contour.Box;
import org.lodestar.radiotherapy.contour.Dilation;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;

/**
 * The margin around a voxel centre as runs of voxels: those whose centres lie within the octant
 * ellipsoid, surface included, {@code (dx/mx)^2 + (dy/my)^2 + (dz/mz)^2 <= 1 + 1e-9}.
 */
final class MarginBody implements Dilation.Body {
  /** A voxel of the linear-time sweep costs about as much as this many words moved here. */
  private static final long WORDS_PER_VOXEL = 60;

  private final Grid grid;
  private final AxisMargins margins;

  MarginBody(Grid grid, AxisMargins margins) {
    this.grid = grid;
    this.margins = margins;
  }

  /** Whether moving words is quicker than the sweep, whose time does not grow with the margin. */
  boolean isQuickFor(Box source) {
    int middle = (source.firstSlice() + source.lastSlice()) / 2;
    long slices = lastSlice(middle) - firstSlice(middle) + 1L;
    long rows = margins.reachUp(1) + margins.reachDown(1) + 1L;
    long words = (source.size(0) + margins.reachUp(0) + margins.reachDown(0)) / 64 + 1L;
    long moved = slices * rows * words * source.size(1) * source.size(2);
    Box box = margins.around(source);
    return moved < WORDS_PER_VOXEL * box.size(0) * box.size(1) * box.size(2);
  }

  static Mask expand(Mask mask, AxisMargins margins) {
    return Dilation.dilate(mask, new MarginBody(mask.grid(), margins));
  }

  @Override
  public int firstSlice(int from) {
    return margins.firstSlice(grid.sliceMm(from));
  }

  @Override
  public int lastSlice(int from) {
    return margins.lastSlice(grid.sliceMm(from));
  }

  @Override
  public Dilation.Section section(int from, int to) {
    double along = part(grid.sliceMm(to) - grid.sliceMm(from), 2);
    int first = -margins.reachDown(1);
    int[] down = new int[margins.reachUp(1) - first + 1];
    int[] up = new int[down.length];
    for (int i = 0; i < down.length; i++) {
      double aside = part((first + i) * grid.rowSpacingMm(), 1);
      down[i] = reach(margins.downMm(0), margins.reachDown(0), aside, along);
      up[i] = reach(margins.upMm(0), margins.reachUp(0), aside, along);
    }
    return new Dilation.Section(first, down, up);
  }

  /** The square of a distance in units of the margin; 0 for none, infinite beyond a margin of 0. */
  private double part(double mm, int axis) {
    if (mm == 0) {
      return 0;
    }
    double share = mm / (mm > 0 ? margins.upMm(axis) : margins.downMm(axis));
    return share * share;
  }

  /** The farthest column within the ellipsoid; -1 when not even the middle is. */
  private int reach(double marginMm, int farthest, double aside, double along) {
    for (int d = farthest; d > 0; d--) {
      double share = d * grid.columnSpacingMm() / marginMm;
      if (share * share + aside + along <= SliceSweep.LIMIT) {
        return d;
      }
    }
    return aside + along <= SliceSweep.LIMIT ? 0 : -1;
  }
}
