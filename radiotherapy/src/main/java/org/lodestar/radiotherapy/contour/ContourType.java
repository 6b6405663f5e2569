package org.lodestar.radiotherapy.contour;

/** Contour Geometric Type (DICOM PS3.3 C.8.8.6.1). */
public enum ContourType {
  CLOSED_PLANAR,
  CLOSEDPLANAR_XOR,
  POINT,
  OPEN_PLANAR,
  OPEN_NONPLANAR;

  /** Whether contours of this type enclose an area. */
  public boolean closed() {
    return this == CLOSED_PLANAR || this == CLOSEDPLANAR_XOR;
  }
}
