package org.lodestar.radiotherapy.contour;

/** What a person may choose when contours of one slice overlap in part. */
public enum OverlapRule {
  /** Nothing is chosen: the structure has no mask until someone does. */
  ASK,
  /** The area of any contour counts. */
  UNION,
  /** The area of an odd number of contours counts. */
  EXCLUSION
}
