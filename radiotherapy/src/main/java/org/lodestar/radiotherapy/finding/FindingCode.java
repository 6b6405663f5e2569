package org.lodestar.radiotherapy.finding;

/** Every kind of finding, with its severity. */
public enum FindingCode {
  // contours
  /** The same contour is stored more than once; one copy is used. */
  DUPLICATE_CONTOUR(Severity.WARNING),
  /** A contour inside another was read as a hole. */
  NESTED_CONTOUR(Severity.NOTE),
  /** Contours of one slice overlap in part; union or exclusion must be chosen. */
  PARTIAL_OVERLAP(Severity.STOP),
  /** A person chose how partly overlapping contours combine. */
  OVERLAP_RULE_CHOSEN(Severity.NOTE),
  /** A contour reaches its hole through a channel of no width. */
  KEYHOLE_CONTOUR(Severity.NOTE),
  /** Contours are combined by exclusion, as their type says. */
  XOR_CONTOUR(Severity.NOTE),
  /** A contour crosses itself; filled by the even-odd rule. */
  SELF_CROSSING_CONTOUR(Severity.WARNING),
  /** A contour has fewer than three points and encloses nothing. */
  DEGENERATE_CONTOUR(Severity.WARNING),
  /** A contour lies between slices; the nearest slice is used. */
  CONTOUR_OFF_SLICE(Severity.WARNING),
  /** Contours of different planes fall on one slice of the image. */
  CONTOURS_SHARE_SLICE(Severity.STOP),
  /** A contour lies beyond the slices of the image; not used. */
  CONTOUR_OUTSIDE_IMAGE(Severity.WARNING),
  /** A contour leaves the image; the part outside is cut off. */
  CONTOUR_CLIPPED(Severity.WARNING),
  /** A contour does not lie in the plane of a slice. */
  CONTOUR_NOT_IN_PLANE(Severity.STOP),
  /** Slices between the first and the last carry no contour. */
  SLICE_GAP(Severity.WARNING),
  /** Points or open lines enclose no volume. */
  OPEN_CONTOUR(Severity.NOTE),
  /** The structure has no closed contour. */
  EMPTY_STRUCTURE(Severity.WARNING),
  /** A contour is so small that it covers no voxel centre. */
  SUB_PIXEL_CONTOUR(Severity.NOTE),
  // margins
  /** The margin reaches beyond the image and is cut off there. */
  MARGIN_LEAVES_IMAGE(Severity.WARNING),
  /** The margin runs along the oesophagus, not along the patient's z axis. */
  CENTRELINE_MODE(Severity.WARNING),
  /** Voxel-centre expansion reads low by 2 to 8 % of the volume at 1 to 3 mm. */
  VOXEL_MODE_BIAS(Severity.NOTE),
  // dose
  /** Part of the structure lies outside the dose grid (0 Gy). */
  DOSE_GRID_TOO_SMALL(Severity.WARNING),
  /** The structure reaches an end slice of the image; its percentages are void. */
  ORGAN_CUT(Severity.WARNING),
  /** The dose is not a physical dose in Gy. */
  DOSE_NOT_PHYSICAL(Severity.STOP),
  /** Doses of different images without registration must not be summed. */
  NOT_A_VALID_COMPOSITE(Severity.STOP),
  /** The planning system's figure differs from ours. */
  DVH_DIFFERS(Severity.WARNING),
  // objects and links
  /** A file could not be read. */
  UNREADABLE_FILE(Severity.WARNING),
  /** An object of a kind that is not used here was passed over. */
  UNSUPPORTED_OBJECT(Severity.NOTE),
  /** The file breaks the encoding rules in a place that is not used. */
  ENCODING_DEFECT(Severity.WARNING),
  /** A required attribute is missing. */
  MISSING_ATTRIBUTE(Severity.WARNING),
  /** A value cannot be what it claims to be; it is treated as missing. */
  INVALID_VALUE(Severity.WARNING),
  /** The objects belong to different patients. */
  PATIENTS_DIFFER(Severity.STOP),
  /** Objects use different frames of reference. */
  FRAME_OF_REFERENCE_DIFFERS(Severity.STOP),
  /** An object names no frame of reference at top level. */
  FRAME_OF_REFERENCE_MISSING(Severity.WARNING),
  /** Image references do not resolve; contours are matched by position. */
  IMAGE_REFERENCE_UNRESOLVED(Severity.WARNING),
  /** The referenced image series is not in the folder. */
  SERIES_REFERENCE_UNRESOLVED(Severity.WARNING),
  /** The referenced plan is not in the folder. */
  PLAN_REFERENCE_UNRESOLVED(Severity.WARNING),
  /** The referenced structure set is not in the folder. */
  STRUCTURE_REFERENCE_UNRESOLVED(Severity.WARNING),
  /** Slice positions are not equally spaced; real ones are used. */
  SLICE_SPACING_VARIES(Severity.WARNING),
  /** The distance between two slices suggests a missing slice. */
  SLICE_MISSING(Severity.WARNING),
  /** Two images share one position; the first is used. */
  DUPLICATE_SLICE(Severity.WARNING),
  /** An image does not fit the geometry of its series. */
  SLICE_EXCLUDED(Severity.WARNING),
  /** More than one image series; the one the structures name is used. */
  SEVERAL_SERIES(Severity.WARNING),
  /** The image is tilted; its slices do not stand above each other. */
  GANTRY_TILT(Severity.STOP),
  /** The image axes are not the patient's axes. */
  OBLIQUE_IMAGE(Severity.STOP),
  /** The image was compressed with loss. */
  LOSSY_IMAGE(Severity.NOTE),
  /** The plan has more than one fraction group. */
  SEVERAL_FRACTION_GROUPS(Severity.WARNING),
  /** A set-up beam is left out of dose and monitor units. */
  SETUP_BEAM(Severity.NOTE),
  /** The plan states no target prescription dose. */
  PRESCRIPTION_MISSING(Severity.WARNING),
  /** The plan states no approval status. */
  APPROVAL_MISSING(Severity.WARNING),
  /** The same object is in the folder twice. */
  DUPLICATE_OBJECT(Severity.WARNING),
  // delivery
  /** A treatment record names a plan that is not in the course. */
  RECORD_OF_OTHER_PLAN(Severity.WARNING),
  /** A fraction was not completed. */
  FRACTION_PARTIAL(Severity.WARNING),
  /** An interrupted fraction was completed in a later session. */
  FRACTION_COMPLETED_LATER(Severity.NOTE),
  /** A fraction received more than its planned monitor units. */
  FRACTION_REPEATED(Severity.WARNING),
  /** A planned fraction has no record. */
  FRACTION_MISSING(Severity.WARNING),
  /** More than one fraction was given on one day. */
  SECOND_FRACTION_SAME_DAY(Severity.WARNING),
  /** Two fractions of one day lie less than six hours apart. */
  INTERVAL_TOO_SHORT(Severity.WARNING),
  /** A fraction was given on another machine. */
  MACHINE_CHANGED(Severity.NOTE),
  /** Working days passed without treatment. */
  GAP(Severity.WARNING),
  /** A fraction was given on a day that the calendar has off. */
  TREATED_ON_DAY_OFF(Severity.NOTE),
  /** The plan changed in mid-course. */
  PLAN_CHANGED(Severity.NOTE),
  /** A record has no specified or delivered monitor units. */
  METERSET_MISSING(Severity.WARNING),
  /** A line of the delivery list cannot be read. */
  RECORD_LINE_INVALID(Severity.WARNING);

  private final Severity severity;

  FindingCode(Severity severity) {
    this.severity = severity;
  }

  /** How far findings of this kind reach. */
  public Severity severity() {
    return severity;
  }
}
