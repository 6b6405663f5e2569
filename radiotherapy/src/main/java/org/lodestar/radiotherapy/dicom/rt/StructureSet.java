package org.lodestar.radiotherapy.dicom.rt;

import java.util.List;
import java.util.Optional;
import org.lodestar.radiotherapy.contour.Structure;

/**
 * A structure set.
 *
 * @param uid SOP Instance UID
 * @param label its label
 * @param frameOfReferenceUid the frame of reference of its contours, if stated anywhere
 * @param imageSeriesUid the image series that it names, if any
 * @param regions its regions of interest
 */
public record StructureSet(
    String uid,
    String label,
    Optional<String> frameOfReferenceUid,
    Optional<String> imageSeriesUid,
    List<Region> regions) {
  public StructureSet {
    regions = List.copyOf(regions);
  }

  /**
   * A region of interest.
   *
   * @param structure its contours
   * @param interpretedType GTV, CTV, ORGAN and so on, if stated
   */
  public record Region(Structure structure, Optional<String> interpretedType) {}

  /** The region of a name, exactly as written. */
  public Optional<Structure> structure(String name) {
    return regions.stream().map(Region::structure).filter(s -> s.name().equals(name)).findFirst();
  }
}
