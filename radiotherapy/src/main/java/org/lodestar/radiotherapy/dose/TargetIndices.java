package org.lodestar.radiotherapy.dose;

import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;

/**
 * How evenly and how closely a dose fits a target.
 *
 * @param homogeneity (D2 - D98) / D50 (ICRU 83, section 3.5.3)
 * @param conformity volume of the prescription isodose over the target's volume (RTOG, Shaw 1993)
 * @param paddick share of the target within the isodose times share of the isodose within the
 *     target (Paddick 2000, J Neurosurg 93 Suppl 3:219)
 * @param targetCoveredPercent share of the target that receives the prescription dose
 */
public record TargetIndices(
    double homogeneity, double conformity, double paddick, double targetCoveredPercent) {
  /**
   * The indices of a target.
   *
   * @param dose the dose of the plan
   * @param target the target
   * @param body where the isodose is counted, usually the outline of the patient
   * @param prescribedGy the dose of the isodose, above 0
   * @throws IllegalArgumentException when the target is empty or the dose is not above 0
   */
  public static TargetIndices of(DoseGrid dose, Mask target, Mask body, double prescribedGy) {
    if (!(prescribedGy > 0) || target.isEmpty()) {
      throw new IllegalArgumentException(
          "indices need a target with volume and a dose above 0, not " + prescribedGy + " Gy");
    }
    Dvh within = Dvh.of(dose, target);
    Dvh everywhere = Dvh.of(dose, body.or(target));
    double covered = within.ccAtLeast(prescribedGy);
    double isodose = everywhere.ccAtLeast(prescribedGy);
    double volume = within.volumeCc();
    return new TargetIndices(
        (within.atHottestPercent(2) - within.atHottestPercent(98)) / within.atHottestPercent(50),
        isodose / volume,
        isodose == 0 ? 0 : covered * covered / (volume * isodose),
        100 * covered / volume);
  }

  /** Whether a structure reaches the first or last slice of the image, so that it may be cut. */
  public static boolean isCut(Mask organ) {
    Grid grid = organ.grid();
    return !organ.sliceIsEmpty(0) || !organ.sliceIsEmpty(grid.slices() - 1);
  }
}
