package org.lodestar.radiotherapy.dicom.rt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lodestar.radiotherapy.contour.Contour;
import org.lodestar.radiotherapy.contour.ContourType;
import org.lodestar.radiotherapy.contour.Structure;
import org.lodestar.radiotherapy.dicom.Tag;
import org.lodestar.radiotherapy.finding.FindingCode;

/** Reads RTSTRUCT objects (DICOM PS3.3, C.8.8.5 and C.8.8.6). */
final class StructureSetReader {
  private final Attributes object;
  private final Set<String> seriesReferences = new HashSet<>();
  private final Set<String> contourReferences = new HashSet<>();
  private int damaged;
  private int miscounted;

  private StructureSetReader(Attributes object) {
    this.object = object;
  }

  /** A structure set, the images that its series lists, the images that its contours name. */
  record Result(StructureSet set, Set<String> seriesReferences, Set<String> contourReferences) {}

  static Result read(Attributes object) {
    return new StructureSetReader(object).read();
  }

  private Result read() {
    Map<Integer, List<Contour>> contours = contours();
    Map<Integer, String> types = new HashMap<>();
    for (Attributes observation : object.items(Tag.RTROI_OBSERVATIONS_SEQUENCE)) {
      observation
          .integer(Tag.REFERENCED_ROI_NUMBER)
          .ifPresent(
              n -> observation.text(Tag.RTROI_INTERPRETED_TYPE).ifPresent(t -> types.put(n, t)));
    }
    List<StructureSet.Region> regions = new ArrayList<>();
    Optional<String> frame = object.text(Tag.FRAME_OF_REFERENCE_UID);
    if (frame.isEmpty()) {
      object.add(FindingCode.FRAME_OF_REFERENCE_MISSING, "RTSTRUCT");
    }
    for (Attributes roi : object.items(Tag.STRUCTURE_SET_ROI_SEQUENCE)) {
      int number = roi.integer(Tag.ROI_NUMBER).orElse(-1);
      String name = roi.textOr(Tag.ROI_NAME, "ROI " + number);
      frame = frame.or(() -> roi.text(Tag.REFERENCED_FRAME_OF_REFERENCE_UID));
      Structure structure = new Structure(number, name, contours.getOrDefault(number, List.of()));
      regions.add(new StructureSet.Region(structure, Optional.ofNullable(types.get(number))));
    }
    reportDamage();
    return new Result(
        new StructureSet(
            object.textOr(Tag.SOP_INSTANCE_UID, ""),
            object.textOr(Tag.STRUCTURE_SET_LABEL, ""),
            frame.or(this::referencedFrame),
            referencedSeries(),
            regions),
        seriesReferences,
        contourReferences);
  }

  private void reportDamage() {
    if (damaged > 0) {
      object.add(FindingCode.INVALID_VALUE, "Contour Data", Integer.toString(damaged));
    }
    if (miscounted > 0) {
      object.add(
          FindingCode.INVALID_VALUE, "Number of Contour Points", Integer.toString(miscounted));
    }
  }

  private Optional<String> referencedFrame() {
    return object
        .item(Tag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE)
        .flatMap(i -> i.text(Tag.FRAME_OF_REFERENCE_UID));
  }

  private Optional<String> referencedSeries() {
    for (Attributes frame : object.items(Tag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE)) {
      for (Attributes study : frame.items(Tag.RT_REFERENCED_STUDY_SEQUENCE)) {
        for (Attributes series : study.items(Tag.RT_REFERENCED_SERIES_SEQUENCE)) {
          for (Attributes image : series.items(Tag.CONTOUR_IMAGE_SEQUENCE)) {
            image.text(Tag.REFERENCED_SOP_INSTANCE_UID).ifPresent(seriesReferences::add);
          }
          Optional<String> uid = series.text(Tag.SERIES_INSTANCE_UID);
          if (uid.isPresent()) {
            return uid;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Map<Integer, List<Contour>> contours() {
    Map<Integer, List<Contour>> contours = new HashMap<>();
    for (Attributes roi : object.items(Tag.ROI_CONTOUR_SEQUENCE)) {
      int number = roi.integer(Tag.REFERENCED_ROI_NUMBER).orElse(-1);
      List<Contour> own = contours.computeIfAbsent(number, k -> new ArrayList<>());
      for (Attributes contour : roi.items(Tag.CONTOUR_SEQUENCE)) {
        contour(contour).ifPresent(own::add);
      }
    }
    return contours;
  }

  private Optional<Contour> contour(Attributes contour) {
    for (Attributes image : contour.items(Tag.CONTOUR_IMAGE_SEQUENCE)) {
      image.text(Tag.REFERENCED_SOP_INSTANCE_UID).ifPresent(contourReferences::add);
    }
    double[] data = contour.decimals(Tag.CONTOUR_DATA);
    Optional<ContourType> type = type(contour.textOr(Tag.CONTOUR_GEOMETRIC_TYPE, ""));
    if (data.length == 0 || data.length % 3 != 0 || type.isEmpty()) {
      damaged++;
      return Optional.empty();
    }
    int stated = contour.integer(Tag.NUMBER_OF_CONTOUR_POINTS).orElse(data.length / 3);
    miscounted += stated == data.length / 3 ? 0 : 1;
    return Optional.of(new Contour(type.get(), data));
  }

  private static Optional<ContourType> type(String text) {
    for (ContourType type : ContourType.values()) {
      if (type.name().equals(text)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
