package org.lodestar.radiotherapy.contour;

/** One contour of a structure: its points in the patient frame, mm. Immutable. */
public final class Contour {
  private final ContourType type;
  private final double[] xyz;

  /**
   * A contour.
   *
   * @param type how its points are to be read
   * @param xyz x, y and z of each point in turn, mm
   * @throws IllegalArgumentException when the number of values is not a multiple of three
   */
  public Contour(ContourType type, double[] xyz) {
    if (xyz.length % 3 != 0) {
      throw new IllegalArgumentException(
          "contour of " + xyz.length + " coordinates: must be a multiple of three");
    }
    this.type = type;
    this.xyz = xyz.clone();
  }

  public ContourType type() {
    return type;
  }

  /** The number of points. */
  public int size() {
    return xyz.length / 3;
  }

  /** One point. */
  public Vector point(int index) {
    return new Vector(xyz[3 * index], xyz[3 * index + 1], xyz[3 * index + 2]);
  }
}
