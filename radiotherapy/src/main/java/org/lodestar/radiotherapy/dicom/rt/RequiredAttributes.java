package org.lodestar.radiotherapy.dicom.rt;

import java.util.List;
import org.lodestar.radiotherapy.dicom.DataSet;
import org.lodestar.radiotherapy.dicom.Tag;

/**
 * Checks a structure set before it is written: what its modules require must be there (DICOM PS3.3
 * A.19, C.7.1.1, C.7.2.1, C.8.8.1, C.8.8.5, C.8.8.6, C.8.8.8). Type 1 with a value, type 2 at least
 * present.
 */
final class RequiredAttributes {
  private static final int[] VALUE = {
    Tag.SOP_CLASS_UID,
    Tag.SOP_INSTANCE_UID,
    Tag.STUDY_INSTANCE_UID,
    Tag.SERIES_INSTANCE_UID,
    Tag.MODALITY,
    Tag.STRUCTURE_SET_LABEL,
    Tag.FRAME_OF_REFERENCE_UID,
    Tag.APPROVAL_STATUS
  };
  private static final int[] PRESENT = {
    Tag.PATIENT_NAME,
    Tag.PATIENT_ID,
    Tag.PATIENT_BIRTH_DATE,
    Tag.PATIENT_SEX,
    Tag.STUDY_DATE,
    Tag.STUDY_TIME,
    Tag.STUDY_ID,
    Tag.ACCESSION_NUMBER,
    Tag.REFERRING_PHYSICIAN_NAME,
    Tag.SERIES_NUMBER,
    Tag.MANUFACTURER,
    Tag.OPERATORS_NAME,
    Tag.STRUCTURE_SET_DATE,
    Tag.STRUCTURE_SET_TIME,
    Tag.POSITION_REFERENCE_INDICATOR
  };
  private static final int[] REGION = {
    Tag.ROI_NUMBER,
    Tag.REFERENCED_FRAME_OF_REFERENCE_UID,
    Tag.ROI_NAME,
    Tag.ROI_GENERATION_ALGORITHM
  };
  private static final int[] CONTOUR = {
    Tag.CONTOUR_GEOMETRIC_TYPE, Tag.NUMBER_OF_CONTOUR_POINTS, Tag.CONTOUR_DATA
  };
  private static final int[] OBSERVATION = {Tag.OBSERVATION_NUMBER, Tag.REFERENCED_ROI_NUMBER};

  private RequiredAttributes() {}

  /**
   * Returns a structure set that has what it needs.
   *
   * @throws IllegalArgumentException naming the first attribute that is missing
   */
  static DataSet require(DataSet set) {
    values(set, VALUE, "structure set");
    for (int tag : PRESENT) {
      if (set.element(tag).isEmpty()) {
        throw missing(tag, "structure set", "present");
      }
    }
    each(set, Tag.STRUCTURE_SET_ROI_SEQUENCE, REGION, "region");
    for (DataSet region : items(set, Tag.ROI_CONTOUR_SEQUENCE)) {
      values(region, new int[] {Tag.REFERENCED_ROI_NUMBER}, "region contours");
      region.items(Tag.CONTOUR_SEQUENCE).forEach(each -> values(each, CONTOUR, "contour"));
    }
    each(set, Tag.RTROI_OBSERVATIONS_SEQUENCE, OBSERVATION, "observation");
    return set;
  }

  private static void each(DataSet set, int sequence, int[] tags, String where) {
    items(set, sequence).forEach(item -> values(item, tags, where));
  }

  private static List<DataSet> items(DataSet set, int sequence) {
    List<DataSet> items = set.items(sequence);
    if (items.isEmpty()) {
      throw missing(sequence, "structure set", "one item or more");
    }
    return items;
  }

  private static void values(DataSet set, int[] tags, String where) {
    for (int tag : tags) {
      if (set.texts(tag).stream().allMatch(String::isBlank)) {
        throw missing(tag, where, "a value");
      }
    }
  }

  private static IllegalArgumentException missing(int tag, String where, String needed) {
    return new IllegalArgumentException(
        "%s: attribute %s is missing, %s is required".formatted(where, Tag.text(tag), needed));
  }
}
