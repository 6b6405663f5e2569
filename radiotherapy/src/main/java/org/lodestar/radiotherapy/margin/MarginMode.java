package org.lodestar.radiotherapy.margin;

/** How a margin is measured; printed beside every volume that it gave. */
public enum MarginMode {
  /** From voxel centre to voxel centre: what most programs do, and biased low. */
  VOXEL_CENTRE(
      "voxel centre to voxel centre, ties in; against closed forms -2 to -8 % of the volume at 1 to"
          + " 3 mm voxels"),
  /** From the contour itself, exactly in the plane. */
  SUB_VOXEL(
      "from the contour in the plane, exactly; a contour that ends a structure is continued half"
          + " the way to the next slice, with its slope, at most 45 degrees; against closed forms"
          + " within 0.5 % at 1 mm, 2 % (cone 4 %) from 3 mm contours");

  private final String convention;

  MarginMode(String convention) {
    this.convention = convention;
  }

  /** The convention and its error, in words. */
  public String convention() {
    return convention;
  }
}
