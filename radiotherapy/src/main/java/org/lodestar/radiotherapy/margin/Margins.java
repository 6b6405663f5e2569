package org.lodestar.radiotherapy.margin;

import org.lodestar.radiotherapy.contour.PatientSide;

/**
 * A margin with six sides, mm, named by the patient's sides whatever way the patient lies.
 *
 * <p>Between the sides the margin is an ellipsoid: each octant has the semi-axes of its three
 * sides. A side of 0 mm does not grow.
 */
public record Margins(
    double rightMm,
    double leftMm,
    double anteriorMm,
    double posteriorMm,
    double inferiorMm,
    double superiorMm) {
  /** The widest margin taken, on any side. */
  public static final double WIDEST_MM = 100;

  /**
   * Checks the sides.
   *
   * @throws IllegalArgumentException when a side is not within 0..100 mm
   */
  public Margins {
    for (double sideMm :
        new double[] {rightMm, leftMm, anteriorMm, posteriorMm, inferiorMm, superiorMm}) {
      if (!(sideMm >= 0 && sideMm <= WIDEST_MM)) {
        throw new IllegalArgumentException(
            "margin of " + sideMm + " mm: must be 0 to " + WIDEST_MM + " mm");
      }
    }
  }

  /** The same margin on every side. */
  public static Margins isotropic(double mm) {
    return new Margins(mm, mm, mm, mm, mm, mm);
  }

  /** One margin around the axis of the patient, another to head and feet. */
  public static Margins radialAndLongitudinal(double radialMm, double longitudinalMm) {
    return new Margins(radialMm, radialMm, radialMm, radialMm, longitudinalMm, longitudinalMm);
  }

  /** The margin of a side. */
  public double mm(PatientSide side) {
    return switch (side) {
      case RIGHT -> rightMm;
      case LEFT -> leftMm;
      case ANTERIOR -> anteriorMm;
      case POSTERIOR -> posteriorMm;
      case INFERIOR -> inferiorMm;
      case SUPERIOR -> superiorMm;
    };
  }

  /** For example {@code R5 L5 A5 P5 I30 S30 mm}. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (PatientSide side : PatientSide.values()) {
      double mm = mm(side);
      text.append(side.letter())
          .append(mm == Math.rint(mm) ? Long.toString((long) mm) : Double.toString(mm))
          .append(' ');
    }
    return text.append("mm").toString();
  }
}
