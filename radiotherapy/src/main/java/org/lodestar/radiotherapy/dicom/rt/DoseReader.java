package org.lodestar.radiotherapy.dicom.rt;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.dicom.Tag;
import org.lodestar.radiotherapy.dose.DoseGrid;
import org.lodestar.radiotherapy.dose.PlanDose;
import org.lodestar.radiotherapy.finding.FindingCode;

/** Reads RTDOSE objects (DICOM PS3.3, C.8.8.3). */
final class DoseReader {
  private static final int MOST_FRAMES = 4096;

  private DoseReader() {}

  static RtDose read(Attributes object, Optional<String> imageSeriesUid) {
    Optional<String> plan =
        object
            .item(Tag.REFERENCED_RT_PLAN_SEQUENCE)
            .flatMap(i -> i.text(Tag.REFERENCED_SOP_INSTANCE_UID));
    String summation = object.textOr(Tag.DOSE_SUMMATION_TYPE, "");
    Optional<DoseGrid> grid = grid(object);
    Optional<PlanDose> dose =
        isPhysical(object)
            ? grid.map(
                g ->
                    new PlanDose(
                        object.subject(),
                        g,
                        object.text(Tag.FRAME_OF_REFERENCE_UID),
                        imageSeriesUid))
            : Optional.empty();
    return new RtDose(object.textOr(Tag.SOP_INSTANCE_UID, ""), summation, plan, dose);
  }

  private static boolean isPhysical(Attributes object) {
    String units = object.textOr(Tag.DOSE_UNITS, "");
    String type = object.textOr(Tag.DOSE_TYPE, "");
    if (units.equals("GY") && type.equals("PHYSICAL")) {
      return true;
    }
    object.add(FindingCode.DOSE_NOT_PHYSICAL, units, type);
    return false;
  }

  private static Optional<DoseGrid> grid(Attributes object) {
    Optional<PlaneGeometry> plane = PlaneGeometry.read(object);
    int frames = object.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
    int bits = object.integer(Tag.BITS_ALLOCATED).orElse(0);
    double scaling = object.decimal(Tag.DOSE_GRID_SCALING).orElse(Double.NaN);
    if (plane.isEmpty()) {
      return Optional.empty();
    }
    if (frames < 1
        || frames > MOST_FRAMES
        || (bits != 16 && bits != 32)
        || !(scaling > 0 && scaling < 1e6)) {
      object.add(
          FindingCode.INVALID_VALUE,
          "Number of Frames / Bits Allocated / Dose Grid Scaling",
          frames + " / " + bits + " / " + scaling);
      return Optional.empty();
    }
    Optional<double[]> offsets = offsets(object, frames, plane.get().corner().z());
    long voxels = (long) plane.get().columns() * plane.get().rows() * frames;
    if (offsets.isEmpty() || voxels > Integer.MAX_VALUE / 4) {
      return Optional.empty();
    }
    return Pixels.read(object, voxels, bits, frames)
        .flatMap(bytes -> grid(object, plane.get(), offsets.get(), bytes, bits, scaling));
  }

  /**
   * Frame offsets along the normal. They are relative when the first is 0 and absolute when it is
   * the z of the image position (C.8.8.3.2); anything else is refused.
   */
  private static Optional<double[]> offsets(Attributes object, int frames, double z) {
    double[] offsets = object.decimals(Tag.GRID_FRAME_OFFSET_VECTOR);
    if (offsets.length == 0 && frames == 1) {
      return Optional.of(new double[1]);
    }
    boolean relative = offsets.length > 0 && offsets[0] == 0;
    boolean absolute = offsets.length > 0 && Math.abs(offsets[0] - z) < 1e-3;
    if (offsets.length != frames || !(relative || absolute)) {
      object.add(
          FindingCode.INVALID_VALUE,
          "Grid Frame Offset Vector",
          "%d / %d, %s / 0, %s"
              .formatted(offsets.length, frames, offsets.length == 0 ? "-" : offsets[0] + "", z));
      return Optional.empty();
    }
    if (relative) {
      return Optional.of(offsets);
    }
    return Optional.of(Arrays.stream(offsets).map(o -> o - offsets[0]).toArray());
  }

  private static Optional<DoseGrid> grid(
      Attributes object,
      PlaneGeometry plane,
      double[] offsets,
      ByteBuffer bytes,
      int bits,
      double scaling) {
    int frames = offsets.length;
    int size = plane.columns() * plane.rows();
    boolean falling = frames > 1 && offsets[1] < offsets[0];
    double[] positions = new double[frames];
    float[] gy = new float[size * frames];
    for (int f = 0; f < frames; f++) {
      int to = falling ? frames - 1 - f : f;
      positions[to] = plane.sliceMm() + offsets[f];
      for (int i = 0; i < size; i++) {
        long stored = bits == 16 ? bytes.getShort() & 0xffffL : bytes.getInt() & 0xffffffffL;
        gy[to * size + i] = (float) (stored * scaling);
      }
    }
    try {
      Grid grid =
          new Grid(
              plane.columns(),
              plane.rows(),
              plane.columnSpacingMm(),
              plane.rowSpacingMm(),
              plane.axes(),
              plane.corner(),
              positions);
      return Optional.of(new DoseGrid(grid, gy));
    } catch (IllegalArgumentException e) {
      object.add(FindingCode.INVALID_VALUE, "Grid Frame Offset Vector", Arrays.toString(offsets));
      return Optional.empty();
    }
  }
}
