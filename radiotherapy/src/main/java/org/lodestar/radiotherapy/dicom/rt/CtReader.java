package org.lodestar.radiotherapy.dicom.rt;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.dicom.Tag;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;

/** Collects CT images and stacks them into series. */
final class CtReader {
  private static final double SAME_POSITION_MM = 0.01;
  private static final double EVEN_MM = 0.02;

  private record Slice(
      String uid,
      PlaneGeometry plane,
      ShortBuffer hounsfield,
      Optional<String> frameOfReferenceUid,
      String patientPosition) {
    double positionMm() {
      return plane.sliceMm();
    }
  }

  private final List<Finding> findings;
  private final Map<String, List<Slice>> series = new LinkedHashMap<>();
  private boolean lossy;

  CtReader(List<Finding> findings) {
    this.findings = findings;
  }

  /** Takes one image; its pixels are converted at once, so that its bytes can go. */
  void add(Attributes image) {
    Optional<PlaneGeometry> plane = PlaneGeometry.read(image);
    if (plane.isEmpty()) {
      return;
    }
    int bits = image.integer(Tag.BITS_ALLOCATED).orElse(0);
    if (bits != 16 || image.integer(Tag.SAMPLES_PER_PIXEL).orElse(1) != 1) {
      image.add(FindingCode.INVALID_VALUE, "Bits Allocated", bits + " (16)");
      return;
    }
    long pixels = (long) plane.get().columns() * plane.get().rows();
    Optional<ByteBuffer> bytes = Pixels.read(image, pixels, bits, 1);
    if (bytes.isEmpty()) {
      return;
    }
    if (!lossy && image.textOr(Tag.LOSSY_IMAGE_COMPRESSION, "00").equals("01")) {
      lossy = true;
      findings.add(new Finding(FindingCode.LOSSY_IMAGE, "CT"));
    }
    series
        .computeIfAbsent(image.textOr(Tag.SERIES_INSTANCE_UID, ""), k -> new ArrayList<>())
        .add(
            new Slice(
                image.textOr(Tag.SOP_INSTANCE_UID, ""),
                plane.get(),
                ShortBuffer.wrap(hounsfield(image, bytes.get(), (int) pixels)),
                image.text(Tag.FRAME_OF_REFERENCE_UID),
                image.textOr(Tag.PATIENT_POSITION, "")));
  }

  private static short[] hounsfield(Attributes image, ByteBuffer bytes, int pixels) {
    double slope = image.decimal(Tag.RESCALE_SLOPE).orElse(1);
    double intercept = image.decimal(Tag.RESCALE_INTERCEPT).orElse(0);
    boolean signed = image.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
    short[] values = new short[pixels];
    bytes.asShortBuffer().get(values);
    if (signed && slope == 1 && intercept == 0) {
      return values;
    }
    for (int i = 0; i < pixels; i++) {
      double stored = signed ? values[i] : values[i] & 0xffff;
      values[i] =
          (short)
              Math.clamp(Math.round(stored * slope + intercept), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return values;
  }

  /** The series of a UID, or else the largest. */
  Optional<CtImage> image(Optional<String> wanted) {
    if (series.isEmpty()) {
      return Optional.empty();
    }
    String uid =
        wanted
            .filter(series::containsKey)
            .orElseGet(
                () ->
                    series.entrySet().stream()
                        .max(Comparator.comparingInt(e -> e.getValue().size()))
                        .orElseThrow()
                        .getKey());
    if (series.size() > 1) {
      findings.add(
          new Finding(FindingCode.SEVERAL_SERIES, "CT", Integer.toString(series.size()), uid));
    }
    return stack(uid, series.getOrDefault(uid, List.of()));
  }

  private Optional<CtImage> stack(String uid, List<Slice> images) {
    List<Slice> slices = distinct(images);
    PlaneGeometry first = slices.getFirst().plane;
    if (slices.stream().anyMatch(s -> !s.plane.stacksOn(first))) {
      findings.add(new Finding(FindingCode.GANTRY_TILT, "CT", uid));
      return Optional.empty();
    }
    if (!first.axes().followPatient()) {
      findings.add(new Finding(FindingCode.OBLIQUE_IMAGE, "CT", uid));
    }
    double[] positions = slices.stream().mapToDouble(Slice::positionMm).toArray();
    reportSpacing(positions);
    Grid grid =
        new Grid(
            first.columns(),
            first.rows(),
            first.columnSpacingMm(),
            first.rowSpacingMm(),
            first.axes(),
            first.corner(),
            positions);
    return Optional.of(
        new CtImage(
            uid,
            slices.getFirst().frameOfReferenceUid,
            slices.getFirst().patientPosition,
            grid,
            slices.stream().map(s -> s.hounsfield.array()).toList(),
            slices.stream().map(Slice::uid).toList()));
  }

  /**
   * By position; an image of other pixels or axes than most, or at a position taken, is left out.
   */
  private List<Slice> distinct(List<Slice> images) {
    PlaneGeometry usual = images.get(images.size() / 2).plane;
    List<Slice> kept = new ArrayList<>();
    for (Slice slice :
        images.stream().sorted(Comparator.comparingDouble(Slice::positionMm)).toList()) {
      if (!slice.plane.sameAxes(usual)) {
        findings.add(new Finding(FindingCode.SLICE_EXCLUDED, "CT", slice.uid));
      } else if (!kept.isEmpty()
          && slice.positionMm() - kept.getLast().positionMm() < SAME_POSITION_MM) {
        findings.add(new Finding(FindingCode.DUPLICATE_SLICE, "CT", slice.uid));
      } else {
        kept.add(slice);
      }
    }
    return kept;
  }

  private void reportSpacing(double[] positions) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int k = 1; k < positions.length; k++) {
      least = Math.min(least, positions[k] - positions[k - 1]);
      most = Math.max(most, positions[k] - positions[k - 1]);
    }
    if (most > 1.5 * least) {
      findings.add(
          new Finding(
              FindingCode.SLICE_MISSING,
              "CT",
              String.format(Locale.ROOT, "%.2f", least),
              String.format(Locale.ROOT, "%.2f", most)));
    } else if (most - least > EVEN_MM) {
      findings.add(
          new Finding(
              FindingCode.SLICE_SPACING_VARIES,
              "CT",
              String.format(Locale.ROOT, "%.3f", least),
              String.format(Locale.ROOT, "%.3f", most)));
    }
  }
}
