package org.lodestar.radiotherapy.contour;

/**
 * The directions in which an image's columns, rows and slices are counted (DICOM PS3.3 C.7.6.2.1.1,
 * Image Orientation (Patient)).
 *
 * @param row direction of increasing column index, unit length
 * @param column direction of increasing row index, unit length, at right angles to {@code row}
 */
public record ImageAxes(Vector row, Vector column) {
  private static final double TOLERANCE = 1e-3;
  private static final double STRAIGHT_COSINE = 0.9999;

  /** Axial slices, head first, supine: columns to the left, rows to the back. */
  public static final ImageAxes HEAD_FIRST_SUPINE =
      new ImageAxes(new Vector(1, 0, 0), new Vector(0, 1, 0));

  /** Axial slices, head first, prone. */
  public static final ImageAxes HEAD_FIRST_PRONE =
      new ImageAxes(new Vector(-1, 0, 0), new Vector(0, -1, 0));

  /** Axial slices, feet first, supine. */
  public static final ImageAxes FEET_FIRST_SUPINE =
      new ImageAxes(new Vector(-1, 0, 0), new Vector(0, 1, 0));

  /** Axial slices, feet first, prone. */
  public static final ImageAxes FEET_FIRST_PRONE =
      new ImageAxes(new Vector(1, 0, 0), new Vector(0, -1, 0));

  /**
   * Checks the directions.
   *
   * @throws IllegalArgumentException unless both have length 1 and stand at right angles (1e-3)
   */
  public ImageAxes {
    if (!(Math.abs(row.length() - 1) <= TOLERANCE
        && Math.abs(column.length() - 1) <= TOLERANCE
        && Math.abs(row.dot(column)) <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "image axes %s and %s: must have length 1 and stand at right angles"
              .formatted(row, column));
    }
  }

  /** The direction in which slice positions grow. */
  public Vector normal() {
    return row.cross(column);
  }

  /** The side of the patient towards which an index grows: axis 0 columns, 1 rows, 2 slices. */
  public PatientSide side(int axis) {
    return PatientSide.towards(direction(axis));
  }

  /** The unit direction of an index axis: 0 columns, 1 rows, 2 slices. */
  public Vector direction(int axis) {
    return switch (axis) {
      case 0 -> row;
      case 1 -> column;
      case 2 -> normal();
      default -> throw new IllegalArgumentException("axis " + axis + ": must be 0, 1 or 2");
    };
  }

  /** Whether every image axis runs along a patient axis (within 0.8 degrees). */
  public boolean followPatient() {
    for (int axis = 0; axis < 3; axis++) {
      if (side(axis).direction().dot(direction(axis)) < STRAIGHT_COSINE) {
        return false;
      }
    }
    return true;
  }
}
