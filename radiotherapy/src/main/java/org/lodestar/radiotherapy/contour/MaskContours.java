package org.lodestar.radiotherapy.contour;

import java.util.ArrayList;
import java.util.List;

/**
 * Contours traced along the edges of voxels, so that filling them gives the mask back bit for bit.
 *
 * <p>Corners lie half-way between voxel centres; a hole is a contour of its own. Where two voxels
 * touch at a corner only, the contour turns so that both keep a ring of their own.
 */
public final class MaskContours {
  private MaskContours() {}

  /** All contours of a mask, slice by slice, as closed planar contours in the patient frame. */
  public static List<Contour> trace(Mask mask) {
    List<Contour> contours = new ArrayList<>();
    for (int slice = 0; slice < mask.grid().slices(); slice++) {
      if (!mask.sliceIsEmpty(slice)) {
        contours.addAll(new SliceTrace(mask, slice).contours());
      }
    }
    return contours;
  }

  /**
   * One slice: the edges between member and other, each walked once with the member on its right.
   */
  private static final class SliceTrace {
    private static final int[] DX = {1, 0, -1, 0};
    private static final int[] DY = {0, 1, 0, -1};

    private final Mask mask;
    private final int slice;
    private final int width;

    /** Bit d of a corner: an edge leaves it in direction d (right, down, left, up). */
    private final byte[] leaving;

    private final int left;
    private final int top;
    private final int right;
    private final int bottom;

    SliceTrace(Mask mask, int slice) {
      this.mask = mask;
      this.slice = slice;
      int minColumn = Integer.MAX_VALUE;
      int maxColumn = -1;
      int minRow = Integer.MAX_VALUE;
      int maxRow = -1;
      for (int row = 0; row < mask.grid().rows(); row++) {
        int first = mask.nextMember(0, row, slice);
        if (first >= 0) {
          minColumn = Math.min(minColumn, first);
          maxColumn = Math.max(maxColumn, mask.lastMember(row, slice));
          minRow = Math.min(minRow, row);
          maxRow = row;
        }
      }
      left = minColumn;
      right = maxColumn;
      top = minRow;
      bottom = maxRow;
      width = right - left + 2;
      leaving = new byte[width * (bottom - top + 2)];
      markEdges();
    }

    private void markEdges() {
      for (int row = top; row <= bottom; row++) {
        for (int column = left; column <= right; column++) {
          if (!mask.get(column, row, slice)) {
            continue;
          }
          mark(!mask.get(column, row - 1, slice), column, row, 0);
          mark(!mask.get(column + 1, row, slice), column + 1, row, 1);
          mark(!mask.get(column, row + 1, slice), column + 1, row + 1, 2);
          mark(!mask.get(column - 1, row, slice), column, row + 1, 3);
        }
      }
    }

    private void mark(boolean edge, int cornerX, int cornerY, int direction) {
      if (edge) {
        leaving[(cornerY - top) * width + cornerX - left] |= (byte) (1 << direction);
      }
    }

    List<Contour> contours() {
      List<Contour> found = new ArrayList<>();
      for (int corner = 0; corner < leaving.length; corner++) {
        while (leaving[corner] != 0) {
          found.add(walk(corner));
        }
      }
      return found;
    }

    private Contour walk(int start) {
      List<int[]> corners = new ArrayList<>();
      int at = start;
      int direction = -1;
      do {
        int next = turn(at, direction);
        if (next != direction) {
          corners.add(new int[] {at % width + left, at / width + top});
        }
        direction = next;
        leaving[at] &= (byte) ~(1 << direction);
        at += DX[direction] + DY[direction] * width;
      } while (at != start);
      return contour(corners);
    }

    /** At a corner with two ways out, the sharp right turn keeps to the same voxel. */
    private int turn(int corner, int direction) {
      if (direction < 0) {
        return Integer.numberOfTrailingZeros(leaving[corner]);
      }
      for (int way : new int[] {(direction + 1) & 3, direction, (direction + 3) & 3}) {
        if ((leaving[corner] >> way & 1) != 0) {
          return way;
        }
      }
      throw new IllegalStateException("an edge of the mask leads nowhere");
    }

    private Contour contour(List<int[]> corners) {
      Grid grid = mask.grid();
      double[] xyz = new double[3 * corners.size()];
      for (int i = 0; i < corners.size(); i++) {
        Vector point =
            grid.point(corners.get(i)[0] - 0.5, corners.get(i)[1] - 0.5, grid.sliceMm(slice));
        xyz[3 * i] = point.x();
        xyz[3 * i + 1] = point.y();
        xyz[3 * i + 2] = point.z();
      }
      return new Contour(ContourType.CLOSED_PLANAR, xyz);
    }
  }
}
