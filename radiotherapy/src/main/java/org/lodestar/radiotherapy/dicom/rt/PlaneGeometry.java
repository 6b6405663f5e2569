package org.lodestar.radiotherapy.dicom.rt;

import java.util.Arrays;
import java.util.Optional;
import org.lodestar.radiotherapy.contour.ImageAxes;
import org.lodestar.radiotherapy.contour.Vector;
import org.lodestar.radiotherapy.dicom.Tag;
import org.lodestar.radiotherapy.finding.FindingCode;

/**
 * Where the pixels of an image lie (DICOM PS3.3 C.7.6.2).
 *
 * @param columns pixels along a row
 * @param rows pixels along a column
 * @param columnSpacingMm distance of columns
 * @param rowSpacingMm distance of rows
 * @param axes directions
 * @param corner centre of the first pixel
 */
record PlaneGeometry(
    int columns,
    int rows,
    double columnSpacingMm,
    double rowSpacingMm,
    ImageAxes axes,
    Vector corner) {

  /** Reads the geometry; what is missing or impossible becomes a finding. */
  static Optional<PlaneGeometry> read(Attributes object) {
    int columns = object.integer(Tag.COLUMNS).orElse(0);
    int rows = object.integer(Tag.ROWS).orElse(0);
    double[] spacing = object.decimals(Tag.PIXEL_SPACING);
    double[] position = object.decimals(Tag.IMAGE_POSITION_PATIENT);
    double[] orientation = object.decimals(Tag.IMAGE_ORIENTATION_PATIENT);
    if (columns < 1
        || rows < 1
        || spacing.length != 2
        || position.length != 3
        || orientation.length != 6) {
      object.add(
          FindingCode.MISSING_ATTRIBUTE,
          "Columns %d, Rows %d, Pixel Spacing [%d], Image Position (Patient) [%d], Image Orientation (Patient) [%d]"
              .formatted(columns, rows, spacing.length, position.length, orientation.length));
      return Optional.empty();
    }
    if (!(spacing[0] > 0 && spacing[1] > 0 && spacing[0] < 100 && spacing[1] < 100)) {
      object.add(
          FindingCode.INVALID_VALUE, "Pixel Spacing", spacing[0] + " x " + spacing[1] + " mm");
      return Optional.empty();
    }
    for (double coordinate : position) {
      if (!(Math.abs(coordinate) < 1e5)) {
        object.add(FindingCode.INVALID_VALUE, "Image Position (Patient)", coordinate + " mm");
        return Optional.empty();
      }
    }
    try {
      ImageAxes axes =
          new ImageAxes(
              new Vector(orientation[0], orientation[1], orientation[2]),
              new Vector(orientation[3], orientation[4], orientation[5]));
      return Optional.of(
          new PlaneGeometry(
              columns,
              rows,
              spacing[1],
              spacing[0],
              axes,
              new Vector(position[0], position[1], position[2])));
    } catch (IllegalArgumentException e) {
      object.add(
          FindingCode.INVALID_VALUE, "Image Orientation (Patient)", Arrays.toString(orientation));
      return Optional.empty();
    }
  }

  double sliceMm() {
    return corner.dot(axes.normal());
  }

  /** Whether two images stand above each other: same pixels, axes and in-plane position. */
  boolean stacksOn(PlaneGeometry other) {
    return sameAxes(other)
        && Math.abs(corner.dot(axes.row()) - other.corner.dot(axes.row())) < 0.05
        && Math.abs(corner.dot(axes.column()) - other.corner.dot(axes.column())) < 0.05;
  }

  /** Whether two images have the same pixels and axes. */
  boolean sameAxes(PlaneGeometry other) {
    return columns == other.columns
        && rows == other.rows
        && Math.abs(columnSpacingMm - other.columnSpacingMm) < 1e-4
        && Math.abs(rowSpacingMm - other.rowSpacingMm) < 1e-4
        && axes.row().dot(other.axes.row()) > 1 - 1e-5
        && axes.column().dot(other.axes.column()) > 1 - 1e-5;
  }
}
