package org.lodestar.app.imaging;

import java.util.List;
import java.util.Optional;
import org.lodestar.radiotherapy.contour.Box;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.PatientSide;
import org.lodestar.radiotherapy.contour.Vector;
import org.lodestar.radiotherapy.dose.DoseGrid;

/**
 * One plane of a case as it is shown: samples from left to right and from top to bottom, the
 * patient's right on the left, head or front on top. Slices are shown at their real positions.
 */
public final class PlaneView {
  /** Samples across beyond which every second carries the lines of the dose. */
  private static final int SHARP = 300;

  private final Grid grid;
  private final Plane plane;
  private final int index;
  private final int[] across;
  private final int[] down;
  private final double acrossMm;
  private final double downMm;

  /**
   * A plane.
   *
   * @param index along {@link Plane#through()}; taken into the image
   */
  public PlaneView(Grid grid, Plane plane, int index) {
    this.grid = grid;
    this.plane = plane;
    this.index = Math.clamp(index, 0, size(grid, plane.through()) - 1);
    this.across = order(plane.across());
    this.down = order(plane.down());
    this.acrossMm = spacing(plane.across());
    this.downMm = spacing(plane.down());
  }

  static int size(Grid grid, int axis) {
    return axis == 0 ? grid.columns() : axis == 1 ? grid.rows() : grid.slices();
  }

  private double spacing(int axis) {
    return switch (axis) {
      case 0 -> grid.columnSpacingMm();
      case 1 -> grid.rowSpacingMm();
      default -> leastSliceStep(grid);
    };
  }

  /** The least distance of two slices, which is the step of a view along them. */
  static double leastSliceStep(Grid grid) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 1; k < grid.slices(); k++) {
      least = Math.min(least, grid.sliceMm(k) - grid.sliceMm(k - 1));
    }
    return Double.isInfinite(least) ? 1 : least;
  }

  /** The image index behind each sample. */
  private int[] order(int axis) {
    int[] order = axis == 2 ? slices() : new int[size(grid, axis)];
    for (int i = 0; i < order.length && axis != 2; i++) {
      order[i] = i;
    }
    return flipped(grid, axis) ? reversed(order) : order;
  }

  private int[] slices() {
    double step = leastSliceStep(grid);
    double first = grid.sliceMm(0);
    int count = (int) Math.round((grid.sliceMm(grid.slices() - 1) - first) / step) + 1;
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = grid.nearestSlice(first + i * step);
    }
    return order;
  }

  /** Whether an axis is shown against its count: left and back grow rightwards, head is on top. */
  static boolean flipped(Grid grid, int axis) {
    PatientSide side = grid.axes().side(axis);
    return axis == 2
        ? side != PatientSide.INFERIOR
        : side == PatientSide.RIGHT || side == PatientSide.ANTERIOR;
  }

  private static int[] reversed(int[] order) {
    int[] reversed = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      reversed[i] = order[order.length - 1 - i];
    }
    return reversed;
  }

  public int width() {
    return across.length;
  }

  public int height() {
    return down.length;
  }

  public double widthMm() {
    return across.length * acrossMm;
  }

  public double heightMm() {
    return down.length * downMm;
  }

  /** Distance of samples from left to right. */
  public double acrossMm() {
    return acrossMm;
  }

  /** Distance of samples from top to bottom. */
  public double downMm() {
    return downMm;
  }

  /** The patient's side at the left, right, top or bottom edge. */
  public char side(boolean horizontal, boolean start) {
    int axis = horizontal ? plane.across() : plane.down();
    PatientSide grows = grid.axes().side(axis);
    boolean end = flipped(grid, axis) == start;
    return (end ? grows : grows.opposite()).letter();
  }

  /** Where the plane lies, along the patient's axis, mm. */
  public double positionMm() {
    Vector point = point(plane.through(), index);
    return grid.axes().side(plane.through()).direction().dot(point)
        * sign(grid.axes().side(plane.through()));
  }

  private static int sign(PatientSide side) {
    Vector d = side.direction();
    return d.x() + d.y() + d.z() > 0 ? 1 : -1;
  }

  private Vector point(int axis, int at) {
    return grid.point(axis == 0 ? at : 0, axis == 1 ? at : 0, grid.sliceMm(axis == 2 ? at : 0));
  }

  private int column(int x, int y) {
    return at(0, x, y);
  }

  private int at(int axis, int x, int y) {
    return plane.across() == axis ? across[x] : plane.down() == axis ? down[y] : index;
  }

  /** The image index behind each sample, from the left. */
  public int[] acrossOrder() {
    return across.clone();
  }

  /** The image index behind each sample, from the top. */
  public int[] downOrder() {
    return down.clone();
  }

  /** The first or last sample, from the left, of a box. */
  public double acrossOf(Box box, boolean first) {
    return extent(across, plane.across(), box, first);
  }

  /** The first or last sample, from the top, of a box. */
  public double downOf(Box box, boolean first) {
    return extent(down, plane.down(), box, first);
  }

  private static double extent(int[] order, int axis, Box box, boolean first) {
    for (int i = 0; i < order.length; i++) {
      int at = first ? i : order.length - 1 - i;
      if (order[at] >= box.first(axis) && order[at] <= box.last(axis)) {
        return at;
      }
    }
    throw new IllegalArgumentException("box outside the image");
  }

  /** Greys of all samples. */
  public byte[] png(org.lodestar.radiotherapy.dicom.rt.CtImage image, Window window) {
    byte[] grey = new byte[width() * height()];
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        int value = image.hounsfield(column(x, y), at(1, x, y), at(2, x, y));
        grey[y * width() + x] = (byte) window.grey(value);
      }
    }
    return Png.grey(width(), height(), grey);
  }

  /** The outline of a mask in this plane, in samples. */
  public List<Outline.Line> outline(Mask mask) {
    Optional<Box> bounds = mask.bounds().filter(this::crosses);
    if (bounds.isEmpty()) {
      return List.of();
    }
    int left = (int) acrossOf(bounds.get(), true);
    int top = (int) downOf(bounds.get(), true);
    return Outline.trace(
            (x, y) -> {
              int i = left + x;
              int j = top + y;
              return mask.get(column(i, j), at(1, i, j), at(2, i, j)) ? 1 : 0;
            },
            (int) acrossOf(bounds.get(), false) - left + 1,
            (int) downOf(bounds.get(), false) - top + 1,
            0.5)
        .stream()
        .map(line -> line.placed(1, left, top))
        .toList();
  }

  private boolean crosses(Box box) {
    return index >= box.first(plane.through()) && index <= box.last(plane.through());
  }

  /**
   * The lines of some doses in this plane, in samples, as few of them as show the lines smoothly.
   *
   * @param levelsGy ascending
   */
  public List<List<Outline.Line>> isodoses(DoseGrid dose, List<Double> levelsGy) {
    int step = width() > SHARP ? 2 : 1;
    int columns = (width() + step - 1) / step;
    int rows = (height() + step - 1) / step;
    double[] gy = new double[columns * rows];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        int i = step * x;
        int j = step * y;
        gy[y * columns + x] =
            dose.at(grid.point(column(i, j), at(1, i, j), grid.sliceMm(at(2, i, j))));
      }
    }
    return levelsGy.stream()
        .map(level -> Outline.trace((x, y) -> gy[y * columns + x], columns, rows, level))
        .map(lines -> lines.stream().map(line -> line.placed(step, 0, 0)).toList())
        .toList();
  }
}
