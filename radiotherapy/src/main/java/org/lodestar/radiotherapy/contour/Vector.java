package org.lodestar.radiotherapy.contour;

/** A point or direction in the patient frame: x to the left, y to the back, z to the head, mm. */
public record Vector(double x, double y, double z) {
  /** The scalar product. */
  public double dot(Vector other) {
    return x * other.x + y * other.y + z * other.z;
  }

  /** The vector product. */
  public Vector cross(Vector other) {
    return new Vector(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  /** This vector stretched by a factor. */
  public Vector times(double factor) {
    return new Vector(x * factor, y * factor, z * factor);
  }

  /** The sum. */
  public Vector plus(Vector other) {
    return new Vector(x + other.x, y + other.y, z + other.z);
  }

  /** The length. */
  public double length() {
    return Math.sqrt(dot(this));
  }
}
