package org.lodestar.radiotherapy.margin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.PatientSide;

/**
 * How far a drawn target reaches beyond the gross tumour on one side.
 *
 * <p>From the tumour's outermost voxel of every line of voxels towards that side, the run of target
 * voxels beyond it is measured, in mm between voxel centres along real positions. To head and feet
 * the measured margin is the median over the lines of the tumour's end slice; on the other sides it
 * is the median over slices of the run at the slice's outermost voxel.
 *
 * @param side the side
 * @param measuredMm the margin measured
 * @param shortestMm the shortest run on any line, for instance where a barrier was spared
 */
public record MarginMeasurement(PatientSide side, double measuredMm, double shortestMm) {

  /** Measures all six sides; none when the tumour is empty. */
  public static List<MarginMeasurement> of(Mask gross, Mask target) {
    if (gross.isEmpty()) {
      return List.of();
    }
    List<MarginMeasurement> all = new ArrayList<>();
    for (PatientSide side : PatientSide.values()) {
      all.add(new Sweep(gross, target, side).measure());
    }
    return all;
  }

  /** One side: the lines of voxels towards it. */
  private static final class Sweep {
    private final Mask gross;
    private final Mask target;
    private final PatientSide side;
    private final Grid grid;
    private final int axis;
    private final int step;
    private final List<double[]> ends = new ArrayList<>();

    Sweep(Mask gross, Mask target, PatientSide side) {
      this.gross = gross;
      this.target = target;
      this.side = side;
      this.grid = gross.grid();
      int found = 2;
      for (int a = 0; a < 3; a++) {
        if (grid.axes().side(a) == side || grid.axes().side(a).opposite() == side) {
          found = a;
        }
      }
      this.axis = found;
      this.step = grid.axes().side(found) == side ? 1 : -1;
    }

    MarginMeasurement measure() {
      var box = gross.bounds().orElseThrow();
      int[] at = new int[3];
      int first = axis == 0 ? 1 : 0;
      int second = axis == 2 ? 1 : 2;
      for (at[second] = box.first(second); at[second] <= box.last(second); at[second]++) {
        for (at[first] = box.first(first); at[first] <= box.last(first); at[first]++) {
          line(at, box.first(axis), box.last(axis), at[second]);
        }
      }
      double shortest = ends.stream().mapToDouble(e -> e[1]).min().orElse(0);
      return new MarginMeasurement(side, axis == 2 ? endSlice() : outermostPerSlice(), shortest);
    }

    private void line(int[] at, int low, int high, int slice) {
      int end = step > 0 ? high : low;
      while (end >= low && end <= high && !member(gross, at, end)) {
        end -= step;
      }
      if (end < low || end > high) {
        return;
      }
      int reach = end;
      while (member(target, at, reach + step)) {
        reach += step;
      }
      ends.add(
          new double[] {end * (double) step, Math.abs(position(reach) - position(end)), slice});
    }

    private boolean member(Mask mask, int[] at, int index) {
      return mask.get(
          axis == 0 ? index : at[0], axis == 1 ? index : at[1], axis == 2 ? index : at[2]);
    }

    private double position(int index) {
      return switch (axis) {
        case 0 -> index * grid.columnSpacingMm();
        case 1 -> index * grid.rowSpacingMm();
        default -> grid.sliceMm(index);
      };
    }

    private double endSlice() {
      double outermost = ends.stream().mapToDouble(e -> e[0]).max().orElse(0);
      return median(ends.stream().filter(e -> e[0] == outermost).mapToDouble(e -> e[1]).toArray());
    }

    private double outermostPerSlice() {
      return median(
          ends.stream()
              .mapToDouble(e -> e[2])
              .distinct()
              .map(slice -> atOutermost(slice))
              .toArray());
    }

    private double atOutermost(double slice) {
      double outermost =
          ends.stream().filter(e -> e[2] == slice).mapToDouble(e -> e[0]).max().orElse(0);
      return median(
          ends.stream()
              .filter(e -> e[2] == slice && e[0] == outermost)
              .mapToDouble(e -> e[1])
              .toArray());
    }

    private static double median(double[] values) {
      Arrays.sort(values);
      int n = values.length;
      return n == 0 ? 0 : n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
    }
  }
}
