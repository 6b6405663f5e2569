package org.lodestar.radiotherapy.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.PatientSide;
import org.lodestar.radiotherapy.margin.MarginMeasurement;
import org.lodestar.radiotherapy.margin.Margins;

/**
 * The drawn target against the protocol's margin, side by side in mm.
 *
 * <p>To head and feet a side is acceptable within one slice, elsewhere within 2 mm. A target that
 * leaves out gross tumour, or is short to head or feet by more than one slice without a stated
 * reason, is unacceptable. Overlap measures such as Dice are no verdict: a long target short by 10
 * mm at one end still has a Dice of 0.957.
 */
public final class MarginReview {
  private static final double RADIAL_TOLERANCE_MM = 2;
  private static final double ROUNDING_MM = 1e-6;

  private MarginReview() {}

  /**
   * Judges a drawn target.
   *
   * @param gross the gross tumour
   * @param target the drawn target
   * @param protocol the protocol's margin
   * @param sliceMm distance of slices
   * @param reasons stated reasons for a shorter side, for instance a barrier
   * @param source where the margin comes from
   */
  public static List<Verdict> judge(
      Mask gross,
      Mask target,
      Margins protocol,
      double sliceMm,
      List<PatientSide> reasons,
      String source) {
    List<Verdict> verdicts = new ArrayList<>();
    long outside = gross.minus(target).count();
    verdicts.add(
        new Verdict(
            "ctv.contains-gtv",
            "gross tumour voxels outside the target",
            outside == 0 ? Verdict.Grade.ACCEPTABLE : Verdict.Grade.UNACCEPTABLE_VARIATION,
            Optional.of(Measured.of((double) outside, "voxels of the gross tumour")),
            "at most 0 voxels",
            source));
    for (MarginMeasurement side : MarginMeasurement.of(gross, target)) {
      verdicts.add(judge(side, protocol, sliceMm, reasons.contains(side.side()), source));
    }
    return verdicts;
  }

  /**
   * Within how many mm a side is acceptable: one slice to head and feet, elsewhere as the protocol
   * says.
   */
  public static double toleranceMm(PatientSide side, double sliceMm, double radialToleranceMm) {
    return isLongitudinal(side) ? sliceMm : radialToleranceMm;
  }

  private static boolean isLongitudinal(PatientSide side) {
    return side == PatientSide.SUPERIOR || side == PatientSide.INFERIOR;
  }

  /**
   * The class of one side.
   *
   * @param toleranceMm from {@link #toleranceMm}
   * @param reason whether a shorter side has a stated reason
   */
  public static Verdict.Grade grade(
      MarginMeasurement side, Margins protocol, double toleranceMm, boolean reason) {
    double off = side.measuredMm() - protocol.mm(side.side());
    if (Math.abs(off) <= toleranceMm + ROUNDING_MM) {
      return Verdict.Grade.ACCEPTABLE;
    }
    return off < 0 && isLongitudinal(side.side()) && !reason
        ? Verdict.Grade.UNACCEPTABLE_VARIATION
        : Verdict.Grade.ACCEPTABLE_VARIATION;
  }

  private static Verdict judge(
      MarginMeasurement side, Margins protocol, double sliceMm, boolean reason, String source) {
    double tolerance = toleranceMm(side.side(), sliceMm, RADIAL_TOLERANCE_MM);
    double wanted = protocol.mm(side.side());
    Verdict.Grade grade = grade(side, protocol, tolerance, reason);
    return new Verdict(
        "ctv.margin." + side.side().letter(),
        "CTV margin " + side.side().name().toLowerCase(Locale.ROOT),
        grade,
        Optional.of(
            Measured.of(
                side.measuredMm(),
                String.format(
                    Locale.ROOT,
                    "%.1f mm against %.1f mm; shortest line %.1f mm%s",
                    side.measuredMm(),
                    wanted,
                    side.shortestMm(),
                    reason ? "; reason stated" : ""))),
        String.format(Locale.ROOT, "%.1f +- %.1f mm", wanted, tolerance),
        source);
  }
}
