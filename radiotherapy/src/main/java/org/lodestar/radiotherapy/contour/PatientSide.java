package org.lodestar.radiotherapy.contour;

/** The six sides of a patient, as directions of the DICOM patient frame. */
public enum PatientSide {
  RIGHT('R', -1, 0, 0),
  LEFT('L', 1, 0, 0),
  ANTERIOR('A', 0, -1, 0),
  POSTERIOR('P', 0, 1, 0),
  INFERIOR('I', 0, 0, -1),
  SUPERIOR('S', 0, 0, 1);

  private final char letter;
  private final int x;
  private final int y;
  private final int z;

  PatientSide(char letter, int x, int y, int z) {
    this.letter = letter;
    this.x = x;
    this.y = y;
    this.z = z;
  }

  /** R, L, A, P, I or S. */
  public char letter() {
    return letter;
  }

  /** The unit vector towards this side. */
  public Vector direction() {
    return new Vector(x, y, z);
  }

  /** The side across the patient. */
  public PatientSide opposite() {
    return switch (this) {
      case RIGHT -> LEFT;
      case LEFT -> RIGHT;
      case ANTERIOR -> POSTERIOR;
      case POSTERIOR -> ANTERIOR;
      case INFERIOR -> SUPERIOR;
      case SUPERIOR -> INFERIOR;
    };
  }

  /** The side that a direction points to most. */
  public static PatientSide towards(Vector direction) {
    PatientSide best = RIGHT;
    for (PatientSide side : values()) {
      if (side.direction().dot(direction) > best.direction().dot(direction)) {
        best = side;
      }
    }
    return best;
  }
}
