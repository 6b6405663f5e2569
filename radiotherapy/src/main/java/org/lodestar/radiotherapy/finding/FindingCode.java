package org.lodestar.radiotherapy.finding;

/** Every kind of finding, with its severity and its meaning in one sentence. */
public enum FindingCode {
  // contours
  DUPLICATE_CONTOUR(
      Severity.WARNING, "the same contour is stored more than once; one copy is used"),
  NESTED_CONTOUR(Severity.NOTE, "a contour inside another was read as a hole"),
  PARTIAL_OVERLAP(
      Severity.STOP, "contours of one slice overlap in part; union or exclusion must be chosen"),
  OVERLAP_RULE_CHOSEN(Severity.NOTE, "a person chose how partly overlapping contours combine"),
  KEYHOLE_CONTOUR(Severity.NOTE, "a contour reaches its hole through a channel of no width"),
  XOR_CONTOUR(Severity.NOTE, "contours are combined by exclusion, as their type says"),
  SELF_CROSSING_CONTOUR(Severity.WARNING, "a contour crosses itself; filled by the even-odd rule"),
  DEGENERATE_CONTOUR(
      Severity.WARNING, "a contour has fewer than three points and encloses nothing"),
  CONTOUR_OFF_SLICE(Severity.WARNING, "a contour lies between slices; the nearest slice is used"),
  CONTOURS_SHARE_SLICE(
      Severity.STOP, "contours of different planes fall on one slice of the image"),
  CONTOUR_OUTSIDE_IMAGE(
      Severity.WARNING, "a contour lies beyond the slices of the image; not used"),
  CONTOUR_CLIPPED(Severity.WARNING, "a contour leaves the image; the part outside is cut off"),
  CONTOUR_NOT_IN_PLANE(Severity.STOP, "a contour does not lie in the plane of a slice"),
  SLICE_GAP(Severity.WARNING, "slices between the first and the last carry no contour"),
  OPEN_CONTOUR(Severity.NOTE, "points or open lines enclose no volume"),
  EMPTY_STRUCTURE(Severity.WARNING, "the structure has no closed contour"),
  SUB_PIXEL_CONTOUR(Severity.NOTE, "a contour is so small that it covers no voxel centre"),
  // margins
  MARGIN_LEAVES_IMAGE(Severity.WARNING, "the margin reaches beyond the image and is cut off there"),
  CENTRELINE_MODE(
      Severity.WARNING, "the margin runs along the oesophagus, not along the patient's z axis"),
  VOXEL_MODE_BIAS(
      Severity.NOTE, "voxel-centre expansion reads low by 2 to 8 % of the volume at 1 to 3 mm"),
  // dose
  DOSE_GRID_TOO_SMALL(Severity.WARNING, "part of the structure lies outside the dose grid (0 Gy)"),
  ORGAN_CUT(
      Severity.WARNING,
      "the structure reaches an end slice of the image; its percentages are void"),
  DOSE_NOT_PHYSICAL(Severity.STOP, "the dose is not a physical dose in Gy"),
  NOT_A_VALID_COMPOSITE(
      Severity.STOP, "doses of different images without registration must not be summed"),
  DVH_DIFFERS(Severity.WARNING, "the planning system's figure differs from ours"),
  // objects and links
  UNREADABLE_FILE(Severity.WARNING, "a file could not be read"),
  UNSUPPORTED_OBJECT(Severity.NOTE, "an object of a kind that is not used here was passed over"),
  ENCODING_DEFECT(
      Severity.WARNING, "the file breaks the encoding rules in a place that is not used"),
  MISSING_ATTRIBUTE(Severity.WARNING, "a required attribute is missing"),
  INVALID_VALUE(
      Severity.WARNING, "a value cannot be what it claims to be; it is treated as missing"),
  PATIENTS_DIFFER(Severity.STOP, "the objects belong to different patients"),
  FRAME_OF_REFERENCE_DIFFERS(Severity.STOP, "objects use different frames of reference"),
  FRAME_OF_REFERENCE_MISSING(
      Severity.WARNING, "an object names no frame of reference at top level"),
  IMAGE_REFERENCE_UNRESOLVED(
      Severity.WARNING, "image references do not resolve; contours are matched by position"),
  SERIES_REFERENCE_UNRESOLVED(Severity.WARNING, "the referenced image series is not in the folder"),
  PLAN_REFERENCE_UNRESOLVED(Severity.WARNING, "the referenced plan is not in the folder"),
  STRUCTURE_REFERENCE_UNRESOLVED(
      Severity.WARNING, "the referenced structure set is not in the folder"),
  SLICE_SPACING_VARIES(
      Severity.WARNING, "slice positions are not equally spaced; real ones are used"),
  SLICE_MISSING(Severity.WARNING, "the distance between two slices suggests a missing slice"),
  DUPLICATE_SLICE(Severity.WARNING, "two images share one position; the first is used"),
  SLICE_EXCLUDED(Severity.WARNING, "an image does not fit the geometry of its series"),
  SEVERAL_SERIES(
      Severity.WARNING, "more than one image series; the one the structures name is used"),
  GANTRY_TILT(Severity.STOP, "the image is tilted; its slices do not stand above each other"),
  OBLIQUE_IMAGE(Severity.STOP, "the image axes are not the patient's axes"),
  LOSSY_IMAGE(Severity.NOTE, "the image was compressed with loss"),
  SEVERAL_FRACTION_GROUPS(Severity.WARNING, "the plan has more than one fraction group"),
  SETUP_BEAM(Severity.NOTE, "a set-up beam is left out of dose and monitor units"),
  PRESCRIPTION_MISSING(Severity.WARNING, "the plan states no target prescription dose"),
  APPROVAL_MISSING(Severity.WARNING, "the plan states no approval status"),
  DUPLICATE_OBJECT(Severity.WARNING, "the same object is in the folder twice"),
  // delivery
  RECORD_OF_OTHER_PLAN(
      Severity.WARNING, "a treatment record names a plan that is not in the course"),
  FRACTION_PARTIAL(Severity.WARNING, "a fraction was not completed"),
  FRACTION_COMPLETED_LATER(
      Severity.NOTE, "an interrupted fraction was completed in a later session"),
  FRACTION_REPEATED(Severity.WARNING, "a fraction received more than its planned monitor units"),
  FRACTION_MISSING(Severity.WARNING, "a planned fraction has no record"),
  SECOND_FRACTION_SAME_DAY(Severity.WARNING, "more than one fraction was given on one day"),
  INTERVAL_TOO_SHORT(Severity.WARNING, "two fractions of one day lie less than six hours apart"),
  MACHINE_CHANGED(Severity.NOTE, "a fraction was given on another machine"),
  GAP(Severity.WARNING, "working days passed without treatment"),
  TREATED_ON_DAY_OFF(Severity.NOTE, "a fraction was given on a day that the calendar has off"),
  PLAN_CHANGED(Severity.NOTE, "the plan changed in mid-course"),
  METERSET_MISSING(Severity.WARNING, "a record has no specified or delivered monitor units"),
  RECORD_LINE_INVALID(Severity.WARNING, "a line of the delivery list cannot be read");

  private final Severity severity;
  private final String meaning;

  FindingCode(Severity severity, String meaning) {
    this.severity = severity;
    this.meaning = meaning;
  }

  /** How far findings of this kind reach. */
  public Severity severity() {
    return severity;
  }

  /** What it means, in one sentence without a full stop. */
  public String meaning() {
    return meaning;
  }
}
