package org.lodestar.app.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.imaging.CaseShelf.ShownCase;
import org.lodestar.app.imaging.CaseStream;
import org.lodestar.app.imaging.Plane;
import org.lodestar.app.imaging.PlaneView;
import org.lodestar.app.imaging.ReviewCase;
import org.lodestar.app.imaging.ReviewStructure;
import org.lodestar.app.imaging.ReviewStructure.Part;
import org.lodestar.app.imaging.TargetReview;
import org.lodestar.radiotherapy.contour.Box;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Vector;
import org.lodestar.radiotherapy.dose.DoseGrid;
import org.lodestar.radiotherapy.dose.Dvh;

/**
 * What the viewer's script is told about a case before it asks for voxels.
 *
 * @param size columns, rows, slices
 * @param step distance of samples by axis, mm
 * @param positions patient coordinate of each index by axis, mm
 * @param planes how each plane is shown
 * @param dose empty when there is none, or when its axes are not the image's
 */
record ViewerCase(
    List<Integer> size,
    List<Double> step,
    List<List<Double>> positions,
    Map<String, PlanePart> planes,
    int piece,
    int pieces,
    List<StructurePart> structures,
    @Nullable DosePart dose) {
  private static final double CURVE_STEP_GY = 0.25;
  private static final double SAME = 1 - 1e-9;

  /** One plane: axes, order of samples, place in the picture, sides at left, right, top, bottom. */
  record PlanePart(
      int through,
      int across,
      int down,
      List<Integer> acrossOrder,
      List<Integer> downOrder,
      double acrossMm,
      double downMm,
      double scale,
      double middleX,
      double middleY,
      String sides,
      @Nullable ShortPart shortfall) {}

  /** A shortfall along the slices, in units of the picture at its first scale. */
  record ShortPart(double gross, double drawn, double required, double x) {}

  /**
   * A structure.
   *
   * @param box first and last index by axis
   * @param curve percent of the volume at each step of dose
   */
  record StructurePart(
      String name,
      String look,
      List<Integer> box,
      double curveStepGy,
      @Nullable List<Double> curve) {}

  /**
   * The dose.
   *
   * @param at for each image index of an axis the index in the dose, -1 outside
   */
  record DosePart(
      List<Integer> size, List<List<Double>> at, double prescribedGy, List<Integer> levels) {}

  static ViewerCase of(ShownCase shown, Optional<BigDecimal> prescribedGy) {
    ReviewCase review = shown.review();
    Grid grid = review.grid();
    List<Integer> size = List.of(grid.columns(), grid.rows(), grid.slices());
    Double[] step = new Double[3];
    List<List<Double>> positions = new ArrayList<>();
    Map<String, PlanePart> planes = new LinkedHashMap<>();
    for (int axis = 0; axis < 3; axis++) {
      positions.add(positions(grid, axis, size.get(axis)));
    }
    for (Plane plane : Plane.values()) {
      PlanePart part = plane(review, plane);
      planes.put(plane.key(), part);
      step[plane.across()] = part.acrossMm();
      step[plane.down()] = part.downMm();
    }
    return new ViewerCase(
        size,
        List.of(step),
        positions,
        planes,
        CaseStream.PIECE,
        shown.stream().pieces(),
        review.structures().stream().map(ViewerCase::structure).toList(),
        review
            .dose()
            .filter(dose -> aligned(dose.grid(), grid))
            .map(dose -> dose(dose, grid, prescribedGy.map(Number::doubleValue).orElse(0.0)))
            .orElse(null));
  }

  private static List<Double> positions(Grid grid, int axis, int size) {
    double[] mm = new double[size];
    Plane through = axis == 0 ? Plane.SAGITTAL : axis == 1 ? Plane.CORONAL : Plane.AXIAL;
    for (int i = 0; i < size; i++) {
      mm[i] = Math.rint(10 * new PlaneView(grid, through, i).positionMm()) / 10;
    }
    return doubles(mm);
  }

  private static PlanePart plane(ReviewCase review, Plane plane) {
    PlanePicture.Place place = PlanePicture.place(review, plane, 0);
    PlaneView view = place.view();
    Optional<PlanePicture.Ends> ends =
        plane == Plane.AXIAL
            ? Optional.empty()
            : review
                .target()
                .flatMap(TargetReview::shortest)
                .flatMap(side -> PlanePicture.ends(review, place, side));
    return new PlanePart(
        plane.through(),
        plane.across(),
        plane.down(),
        ints(view.acrossOrder()),
        ints(view.downOrder()),
        view.acrossMm(),
        view.downMm(),
        place.scale(),
        place.middleX(),
        place.middleY(),
        ""
            + view.side(true, true)
            + view.side(true, false)
            + view.side(false, true)
            + view.side(false, false),
        ends.map(e -> new ShortPart(e.gross(), e.drawn(), e.required(), e.x())).orElse(null));
  }

  private static StructurePart structure(ReviewStructure structure) {
    Box box = structure.mask().bounds().orElseThrow();
    String look = structure.part().look() + (structure.part() == Part.COMPUTED ? " dash" : "");
    return new StructurePart(
        structure.name(),
        look,
        List.of(
            box.firstColumn(),
            box.lastColumn(),
            box.firstRow(),
            box.lastRow(),
            box.firstSlice(),
            box.lastSlice()),
        CURVE_STEP_GY,
        structure.dvh().map(ViewerCase::curve).orElse(null));
  }

  private static List<Double> curve(Dvh dvh) {
    double[] curve = dvh.cumulativePercent(CURVE_STEP_GY);
    for (int i = 0; i < curve.length; i++) {
      curve[i] = Math.rint(100 * curve[i]) / 100;
    }
    return doubles(curve);
  }

  private static boolean aligned(Grid dose, Grid image) {
    return dose.axes().row().dot(image.axes().row()) > SAME
        && dose.axes().column().dot(image.axes().column()) > SAME;
  }

  private static DosePart dose(DoseGrid dose, Grid image, double prescribedGy) {
    Grid own = dose.grid();
    double[] columns = new double[image.columns()];
    double[] rows = new double[image.rows()];
    double[] slices = new double[image.slices()];
    Vector origin = image.point(0, 0, image.sliceMm(0));
    for (int i = 0; i < columns.length; i++) {
      columns[i] = within(own.columnOf(image.point(i, 0, image.sliceMm(0))), own.columns());
    }
    for (int j = 0; j < rows.length; j++) {
      rows[j] = within(own.rowOf(image.point(0, j, image.sliceMm(0))), own.rows());
    }
    double shift = own.sliceMmOf(origin) - image.sliceMm(0);
    for (int k = 0; k < slices.length; k++) {
      slices[k] = frame(own, image.sliceMm(k) + shift);
    }
    return new DosePart(
        List.of(own.columns(), own.rows(), own.slices()),
        List.of(doubles(columns), doubles(rows), doubles(slices)),
        prescribedGy,
        PlanePicture.LEVELS);
  }

  private static double within(double index, int count) {
    return index < 0 || index > count - 1 ? -1 : Math.rint(1e4 * index) / 1e4;
  }

  private static double frame(Grid dose, double mm) {
    for (int k = 0; k + 1 < dose.slices(); k++) {
      double low = dose.sliceMm(k);
      double high = dose.sliceMm(k + 1);
      if (mm >= low && mm <= high) {
        return Math.rint(1e4 * (k + (mm - low) / (high - low))) / 1e4;
      }
    }
    return -1;
  }

  private static List<Double> doubles(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static List<Integer> ints(int[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
