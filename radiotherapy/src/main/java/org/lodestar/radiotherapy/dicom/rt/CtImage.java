package org.lodestar.radiotherapy.dicom.rt;

import java.util.List;
import java.util.Optional;
import org.lodestar.radiotherapy.contour.Grid;

/**
 * A CT series: its grid and, slice by slice, Hounsfield units. Immutable.
 *
 * <p>Sixteen bits a voxel: 512 x 512 x 450 takes 236 MB.
 */
public final class CtImage {
  private final String seriesUid;
  private final Optional<String> frameOfReferenceUid;
  private final String patientPosition;
  private final Grid grid;
  private final List<short[]> slices;
  private final List<String> imageUids;

  CtImage(
      String seriesUid,
      Optional<String> frameOfReferenceUid,
      String patientPosition,
      Grid grid,
      List<short[]> slices,
      List<String> imageUids) {
    this.seriesUid = seriesUid;
    this.frameOfReferenceUid = frameOfReferenceUid;
    this.patientPosition = patientPosition;
    this.grid = grid;
    this.slices = List.copyOf(slices);
    this.imageUids = List.copyOf(imageUids);
  }

  public String seriesUid() {
    return seriesUid;
  }

  public Optional<String> frameOfReferenceUid() {
    return frameOfReferenceUid;
  }

  /** HFS, HFP, FFS, FFP or what the series says; empty when it says nothing. */
  public String patientPosition() {
    return patientPosition;
  }

  public Grid grid() {
    return grid;
  }

  /** SOP Instance UIDs by slice. */
  public List<String> imageUids() {
    return imageUids;
  }

  /** Hounsfield units of a voxel. */
  public int hounsfield(int column, int row, int slice) {
    return slices.get(slice)[row * grid.columns() + column];
  }

  /** A copy of one slice's Hounsfield units, row by row. */
  public short[] slice(int slice) {
    return slices.get(slice).clone();
  }
}
