package org.lodestar.radiotherapy.dicom.rt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lodestar.radiotherapy.contour.Contour;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.MaskContours;
import org.lodestar.radiotherapy.dicom.DataSet;
import org.lodestar.radiotherapy.dicom.Tag;
import org.lodestar.radiotherapy.dicom.Uids;

/**
 * Writes computed volumes as a structure set of their own, for protocol review.
 *
 * <p>Every region is named {@code QA_...}, the set is UNAPPROVED and says that it is not for
 * treatment planning; its UIDs are new and never those of the clinical structure set. Contours run
 * along voxel edges, so that filling them gives the mask back exactly.
 */
public final class ReviewStructureSet {
  static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.481.3";
  private static final String CT_CLASS = "1.2.840.10008.5.1.4.1.1.2";
  private static final String STUDY_CLASS = "1.2.840.10008.3.1.2.3.1";
  private static final String WARNING =
      "Computed for protocol review. Not for treatment planning. ";

  /**
   * A region to write.
   *
   * @param name without the prefix, for example CTV_4500
   * @param mask its voxels
   * @param recipe how it was made
   */
  public record Region(String name, Mask mask, String recipe) {}

  private final CtImage image;
  private final DataSet clinical;

  private ReviewStructureSet(CtImage image, DataSet clinical) {
    this.image = image;
    this.clinical = clinical;
  }

  /**
   * The object.
   *
   * @param image the image that the masks lie on
   * @param patient an object of the same patient and study, whose patient and study attributes are
   *     taken over
   * @param date the date to write, given from outside
   * @param regions what to write, at least one
   * @throws IllegalArgumentException when a mask lies on another grid, the image has no frame of
   *     reference, or the object would lack an attribute that the standard requires
   */
  public static DataSet of(CtImage image, DataSet patient, LocalDate date, List<Region> regions) {
    if (regions.isEmpty()) {
      throw new IllegalArgumentException("a structure set needs at least one region");
    }
    for (Region region : regions) {
      if (!region.mask.grid().equals(image.grid())) {
        throw new IllegalArgumentException(region.name + ": its mask lies on another grid");
      }
    }
    return new ReviewStructureSet(image, patient).build(date, regions);
  }

  private DataSet build(LocalDate date, List<Region> regions) {
    String day = date.format(java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
    StringBuilder content = new StringBuilder(image.seriesUid()).append(day);
    regions.forEach(r -> content.append(r.name).append(r.mask.hashCode()).append(r.recipe));
    DataSet.Builder set = DataSet.builder();
    for (int tag :
        new int[] {
          Tag.PATIENT_BIRTH_DATE,
          Tag.PATIENT_SEX,
          Tag.STUDY_INSTANCE_UID,
          Tag.STUDY_DATE,
          Tag.STUDY_TIME,
          Tag.ACCESSION_NUMBER,
          Tag.REFERRING_PHYSICIAN_NAME,
          Tag.STUDY_ID
        }) {
      set.text(tag, clinical.text(tag).orElse(""));
    }
    set.text(Tag.PATIENT_NAME, clinical.text(Tag.PATIENT_NAME).orElse(""))
        .text(Tag.PATIENT_ID, clinical.text(Tag.PATIENT_ID).orElse(""))
        .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
        .text(Tag.SOP_CLASS_UID, SOP_CLASS)
        .text(Tag.SOP_INSTANCE_UID, Uids.derive("lodestar-review", content.toString()))
        .text(Tag.SERIES_INSTANCE_UID, Uids.derive("lodestar-review-series", content.toString()))
        .text(Tag.MODALITY, "RTSTRUCT")
        .text(Tag.MANUFACTURER, "Lodestar")
        .text(Tag.OPERATORS_NAME, "")
        .integers(Tag.SERIES_NUMBER, 9000)
        .integers(Tag.INSTANCE_NUMBER, 1)
        .text(Tag.STRUCTURE_SET_LABEL, "QA_REVIEW")
        .text(Tag.STRUCTURE_SET_DESCRIPTION, WARNING.strip())
        .text(Tag.STRUCTURE_SET_DATE, day)
        .text(Tag.STRUCTURE_SET_TIME, "000000")
        .text(Tag.FRAME_OF_REFERENCE_UID, frame())
        .text(Tag.POSITION_REFERENCE_INDICATOR, "")
        .items(Tag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE, List.of(referencedFrame()))
        .text(Tag.APPROVAL_STATUS, "UNAPPROVED");
    regions(regions, set);
    return RequiredAttributes.require(set.build());
  }

  private String frame() {
    return image
        .frameOfReferenceUid()
        .orElseThrow(() -> new IllegalArgumentException("the image has no frame of reference"));
  }

  private DataSet referencedFrame() {
    DataSet series =
        DataSet.builder()
            .text(Tag.SERIES_INSTANCE_UID, image.seriesUid())
            .items(
                Tag.CONTOUR_IMAGE_SEQUENCE,
                image.imageUids().stream().map(ReviewStructureSet::reference).toList())
            .build();
    DataSet study =
        DataSet.builder()
            .text(Tag.REFERENCED_SOP_CLASS_UID, STUDY_CLASS)
            .text(Tag.REFERENCED_SOP_INSTANCE_UID, clinical.text(Tag.STUDY_INSTANCE_UID).orElse(""))
            .items(Tag.RT_REFERENCED_SERIES_SEQUENCE, List.of(series))
            .build();
    return DataSet.builder()
        .text(Tag.FRAME_OF_REFERENCE_UID, frame())
        .items(Tag.RT_REFERENCED_STUDY_SEQUENCE, List.of(study))
        .build();
  }

  private static DataSet reference(String uid) {
    return DataSet.builder()
        .text(Tag.REFERENCED_SOP_CLASS_UID, CT_CLASS)
        .text(Tag.REFERENCED_SOP_INSTANCE_UID, uid)
        .build();
  }

  private void regions(List<Region> regions, DataSet.Builder set) {
    List<DataSet> rois = new ArrayList<>();
    List<DataSet> contours = new ArrayList<>();
    List<DataSet> observations = new ArrayList<>();
    for (int i = 0; i < regions.size(); i++) {
      Region region = regions.get(i);
      rois.add(
          DataSet.builder()
              .integers(Tag.ROI_NUMBER, i + 1)
              .text(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, frame())
              .text(Tag.ROI_NAME, "QA_" + region.name)
              .text(Tag.ROI_DESCRIPTION, WARNING + region.recipe)
              .text(Tag.ROI_GENERATION_ALGORITHM, "AUTOMATIC")
              .build());
      contours.add(
          DataSet.builder()
              .text(Tag.ROI_DISPLAY_COLOR, "255", "128", "0")
              .items(Tag.CONTOUR_SEQUENCE, contours(region.mask))
              .integers(Tag.REFERENCED_ROI_NUMBER, i + 1)
              .build());
      observations.add(
          DataSet.builder()
              .integers(Tag.OBSERVATION_NUMBER, i + 1)
              .integers(Tag.REFERENCED_ROI_NUMBER, i + 1)
              .text(Tag.RTROI_INTERPRETED_TYPE, "")
              .text(Tag.ROI_INTERPRETER, "")
              .build());
    }
    set.items(Tag.STRUCTURE_SET_ROI_SEQUENCE, rois)
        .items(Tag.ROI_CONTOUR_SEQUENCE, contours)
        .items(Tag.RTROI_OBSERVATIONS_SEQUENCE, observations);
  }

  private List<DataSet> contours(Mask mask) {
    List<DataSet> items = new ArrayList<>();
    for (Contour contour : MaskContours.trace(mask)) {
      double[] data = new double[3 * contour.size()];
      for (int i = 0; i < contour.size(); i++) {
        data[3 * i] = contour.point(i).x();
        data[3 * i + 1] = contour.point(i).y();
        data[3 * i + 2] = contour.point(i).z();
      }
      int slice = image.grid().nearestSlice(image.grid().sliceMmOf(contour.point(0)));
      items.add(
          DataSet.builder()
              .items(Tag.CONTOUR_IMAGE_SEQUENCE, List.of(reference(image.imageUids().get(slice))))
              .text(Tag.CONTOUR_GEOMETRIC_TYPE, "CLOSED_PLANAR")
              .integers(Tag.NUMBER_OF_CONTOUR_POINTS, contour.size())
              .decimals(Tag.CONTOUR_DATA, data)
              .build());
    }
    return items;
  }
}
