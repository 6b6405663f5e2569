package org.lodestar.app.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.app.imaging.ReviewStructure.Part;
import org.lodestar.radiotherapy.contour.Box;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.MaskComparison;
import org.lodestar.radiotherapy.contour.PatientSide;
import org.lodestar.radiotherapy.margin.MarginMeasurement;
import org.lodestar.radiotherapy.margin.Margins;
import org.lodestar.radiotherapy.margin.SurfaceDistance;
import org.lodestar.radiotherapy.review.MarginReview;
import org.lodestar.radiotherapy.review.Verdict.Grade;

/**
 * The drawn clinical target against the one that the protocol's margins give.
 *
 * @param sides the margin around the gross tumour, side by side
 * @param nodes the same around the nodes; empty without nodes
 * @param grossOutside voxels of gross tumour outside the drawn target
 * @param missingCc volume of the computed target that was not drawn
 * @param missing where it lies; empty when nothing is missing
 * @param dice overlap, reported and never the verdict
 * @param hausdorff95Mm distance of the surfaces, reported and never the verdict
 */
public record TargetReview(
    List<Side> sides,
    List<Side> nodes,
    long grossOutside,
    double missingCc,
    Optional<Extent> missing,
    double dice,
    double hausdorff95Mm) {
  private static final double DEFAULT_TOLERANCE_MM = 2;

  /**
   * One side of a margin.
   *
   * @param toleranceMm within which it is acceptable
   */
  public record Side(
      PatientSide side, double requiredMm, double drawnMm, double toleranceMm, Grade grade) {

    public double offMm() {
      return drawnMm - requiredMm;
    }
  }

  /** A stretch along the slices, mm. */
  public record Extent(double fromMm, double toMm) {}

  public TargetReview {
    sides = List.copyOf(sides);
    nodes = List.copyOf(nodes);
  }

  /** Compares; empty unless gross tumour, a drawn target and the protocol's margin are there. */
  static Optional<TargetReview> of(
      List<ReviewStructure> structures, Mask computed, ReviewRules rules) {
    Optional<Mask> gross = mask(structures, Part.GROSS);
    Optional<Mask> drawn = mask(structures, Part.DRAWN);
    if (gross.isEmpty() || drawn.isEmpty() || rules.primary().isEmpty()) {
      return Optional.empty();
    }
    double tolerance = rules.toleranceMm().map(Number::doubleValue).orElse(DEFAULT_TOLERANCE_MM);
    Mask outside = computed.minus(drawn.get());
    List<Side> nodes =
        mask(structures, Part.NODES)
            .flatMap(
                mask -> rules.nodal().map(margin -> sides(mask, drawn.get(), margin, tolerance)))
            .orElse(List.of());
    return Optional.of(
        new TargetReview(
            sides(gross.get(), drawn.get(), rules.primary().get(), tolerance),
            nodes,
            gross.get().minus(drawn.get()).count(),
            outside.volumeCc(),
            outside.bounds().map(box -> extent(outside.grid(), box)),
            MaskComparison.of(drawn.get(), computed).dice(),
            SurfaceDistance.hausdorff95UpToMm(drawn.get(), computed)));
  }

  private static Optional<Mask> mask(List<ReviewStructure> structures, Part part) {
    return structures.stream()
        .filter(each -> each.part() == part)
        .map(ReviewStructure::mask)
        .findFirst();
  }

  private static Extent extent(Grid grid, Box box) {
    return new Extent(grid.sliceMm(box.firstSlice()), grid.sliceMm(box.lastSlice()));
  }

  private static List<Side> sides(Mask gross, Mask drawn, Margins protocol, double toleranceMm) {
    double sliceMm = gross.grid().thicknessMm(0);
    List<Side> sides = new ArrayList<>();
    for (MarginMeasurement measured : MarginMeasurement.of(gross, drawn)) {
      double required = protocol.mm(measured.side());
      double tolerance = MarginReview.toleranceMm(measured.side(), sliceMm, toleranceMm);
      sides.add(
          new Side(
              measured.side(),
              required,
              measured.measuredMm(),
              tolerance,
              MarginReview.grade(measured, protocol, tolerance, false)));
    }
    return sides;
  }

  /** The side that is short by the most beyond its tolerance. */
  public Optional<Side> shortest() {
    return sides.stream()
        .filter(side -> side.offMm() < -side.toleranceMm() - 1e-6)
        .min(java.util.Comparator.comparingDouble(Side::offMm));
  }
}
