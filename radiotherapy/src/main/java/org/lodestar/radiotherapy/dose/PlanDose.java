package org.lodestar.radiotherapy.dose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Vector;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;

/**
 * A planned dose and where it belongs.
 *
 * @param label how to name it in a report
 * @param dose the dose
 * @param frameOfReferenceUid the frame of reference, if known
 * @param imageSeriesUid the image series that it was computed on, if known
 */
public record PlanDose(
    String label,
    DoseGrid dose,
    Optional<String> frameOfReferenceUid,
    Optional<String> imageSeriesUid) {

  /**
   * A sum of plans.
   *
   * @param dose the summed dose on the grid of the first
   * @param findings says when the sum is no valid composite; then no verdict may use it
   */
  public record Sum(DoseGrid dose, List<Finding> findings) {
    public Sum {
      findings = List.copyOf(findings);
    }

    /** Whether all doses belong to one image and frame of reference. */
    public boolean validComposite() {
      return findings.isEmpty();
    }
  }

  /** A part of a course: a dose and the share of it that was delivered, 1 for the whole plan. */
  public record Part(PlanDose plan, double share) {}

  /**
   * Sums doses at the voxels of the first; the others are interpolated.
   *
   * <p>Doses of different images without registration add up to nothing: the sum is still made, for
   * the eye, and is flagged.
   *
   * @throws IllegalArgumentException when there is no part, or a share is not within 0..2
   */
  public static Sum sum(List<Part> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a sum of plans needs at least one");
    }
    Grid grid = parts.getFirst().plan.dose.grid();
    float[] gy = new float[grid.columns() * grid.rows() * grid.slices()];
    for (Part part : parts) {
      if (!(part.share >= 0 && part.share <= 2)) {
        throw new IllegalArgumentException("share = " + part.share + ": must be 0..2");
      }
      add(part, grid, gy);
    }
    return new Sum(new DoseGrid(grid, gy), findings(parts));
  }

  private static void add(Part part, Grid grid, float[] gy) {
    DoseGrid dose = part.plan.dose;
    boolean same = dose.grid().equals(grid);
    int at = 0;
    for (int k = 0; k < grid.slices(); k++) {
      for (int j = 0; j < grid.rows(); j++) {
        for (int i = 0; i < grid.columns(); i++) {
          Vector point = grid.point(i, j, grid.sliceMm(k));
          gy[at++] += (float) (part.share * (same ? dose.gy(i, j, k) : dose.at(point)));
        }
      }
    }
  }

  private static List<Finding> findings(List<Part> parts) {
    List<Finding> findings = new ArrayList<>();
    PlanDose first = parts.getFirst().plan;
    for (Part part : parts) {
      boolean sameFrame = sharedValue(first.frameOfReferenceUid, part.plan.frameOfReferenceUid);
      boolean sameImage = sharedValue(first.imageSeriesUid, part.plan.imageSeriesUid);
      if (!part.plan.equals(first) && !(sameFrame && sameImage)) {
        findings.add(new Finding(FindingCode.NOT_A_VALID_COMPOSITE, part.plan.label, first.label));
      }
    }
    return findings;
  }

  private static boolean sharedValue(Optional<String> a, Optional<String> b) {
    return a.isPresent() && a.equals(b);
  }
}
