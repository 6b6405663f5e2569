package org.lodestar.radiotherapy.contour;

/** A closed polygon of one slice in voxel units: columns and rows, whole numbers are centres. */
public final class Polygon {
  private final Ring ring;

  Polygon(Ring ring) {
    this.ring = ring;
  }

  /** A polygon through corners in voxel units; the last is joined to the first. */
  public static Polygon of(double[] columns, double[] rows) {
    return new Polygon(new Ring(columns, rows, false));
  }

  Ring ring() {
    return ring;
  }

  /** The number of corners. */
  public int size() {
    return ring.size();
  }

  /** A corner's column coordinate. */
  public double column(int corner) {
    return ring.x(corner);
  }

  /** A corner's row coordinate. */
  public double row(int corner) {
    return ring.y(corner);
  }
}
