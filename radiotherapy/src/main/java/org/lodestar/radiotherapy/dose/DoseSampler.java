package org.lodestar.radiotherapy.dose;

import java.util.Arrays;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;

/** Samples a dose at the voxel centres of a mask, slice by slice. */
final class DoseSampler {
  private static final double SAME_AXES = 1 - 1e-9;

  private final DoseGrid dose;
  private final Grid grid;
  private final boolean aligned;
  private final float[] line;
  private float[] samples;
  private int size;
  private long outside;

  /**
   * A sampler.
   *
   * @param expected how many samples there will be; more are taken all the same
   */
  DoseSampler(DoseGrid dose, Grid grid, long expected) {
    this.samples = new float[Math.toIntExact(expected)];
    this.dose = dose;
    this.grid = grid;
    Grid own = dose.grid();
    this.aligned =
        own.axes().row().dot(grid.axes().row()) > SAME_AXES
            && own.axes().column().dot(grid.axes().column()) > SAME_AXES;
    this.line = new float[own.columns() + 1];
  }

  /** Adds the samples of one slice, taken at a position that may differ from the slice's own. */
  void slice(Mask mask, int slice, double positionMm) {
    if (mask.sliceIsEmpty(slice)) {
      return;
    }
    reserve(mask.count(slice));
    for (int row = 0; row < grid.rows(); row++) {
      int start = mask.nextMember(0, row, slice);
      if (start >= 0 && aligned) {
        alignedRow(mask, slice, row, start, positionMm);
      } else if (start >= 0) {
        anyRow(mask, slice, row, start, positionMm);
      }
    }
  }

  private void reserve(int more) {
    if (size + more > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(size + more, 2 * samples.length));
    }
  }

  private void alignedRow(Mask mask, int slice, int row, int first, double positionMm) {
    Grid own = dose.grid();
    boolean inside = dose.line(own.rowOf(grid.point(0, row, positionMm)), positionMm, line);
    double origin = own.columnOf(grid.point(0, row, positionMm));
    double step = grid.columnSpacingMm() / own.columnSpacingMm();
    int start = first;
    while (start >= 0) {
      int end = mask.nextOther(start, row, slice);
      if (inside) {
        run(start, end, origin, step);
      } else {
        outside += end - start;
        size += end - start;
      }
      start = end < grid.columns() ? mask.nextMember(end, row, slice) : -1;
    }
  }

  private void run(int start, int end, double origin, double step) {
    int last = dose.grid().columns() - 1;
    for (int i = start; i < end; i++) {
      double column = origin + i * step;
      if (column >= 0 && column <= last) {
        int at = (int) column;
        float share = (float) (column - at);
        samples[size++] = share == 0 ? line[at] : line[at] + share * (line[at + 1] - line[at]);
      } else {
        outside++;
        samples[size++] = 0;
      }
    }
  }

  private void anyRow(Mask mask, int slice, int row, int first, double positionMm) {
    for (int i = first; i >= 0; i = mask.nextMember(i + 1, row, slice)) {
      var point = grid.point(i, row, positionMm);
      outside += holds(point) ? 0 : 1;
      samples[size++] = (float) dose.at(point);
    }
  }

  private boolean holds(org.lodestar.radiotherapy.contour.Vector point) {
    Grid own = dose.grid();
    double column = own.columnOf(point);
    double row = own.rowOf(point);
    return column >= 0
        && column <= own.columns() - 1
        && row >= 0
        && row <= own.rows() - 1
        && dose.frameBelow(own.sliceMmOf(point)) >= 0;
  }

  /** All samples so far, for the caller alone. */
  float[] samples() {
    return size == samples.length ? samples : Arrays.copyOf(samples, size);
  }

  int size() {
    return size;
  }

  /** How many samples lie outside the dose grid. */
  long outside() {
    return outside;
  }
}
