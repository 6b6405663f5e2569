package org.lodestar.radiotherapy.margin;

import org.lodestar.radiotherapy.contour.Box;
import org.lodestar.radiotherapy.contour.Delineation;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.MaskContours;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.contour.Structure;

/**
 * Expansion of a structure by a margin with six sides.
 *
 * <p>The margin is an ellipsoid in each octant (semi-axes: the three sides met there); the result
 * is the Minkowski sum sampled at voxel centres. It is exact for any sides from 0 to 100 mm, also
 * all different, and takes time linear in the voxels of the box around structure and margin.
 */
public final class Margin {
  private Margin() {}

  /**
   * Expands a mask from voxel centre to voxel centre ({@link MarginMode#VOXEL_CENTRE}): a voxel is
   * in when {@code (dx/mx)^2 + (dy/my)^2 + (dz/mz)^2 <= 1 + 1e-9} for the centre of some member.
   *
   * @throws IllegalArgumentException when the image axes are not the patient's axes
   */
  public static Mask expand(Mask mask, Margins margins) {
    AxisMargins axes = new AxisMargins(mask.grid(), margins);
    return mask.bounds()
        .map(
            box ->
                new MarginBody(mask.grid(), axes).isQuickFor(box)
                    ? MarginBody.expand(mask, axes)
                    : VoxelExpansion.expand(mask, box, axes))
        .orElseGet(() -> Mask.empty(mask.grid()));
  }

  /**
   * Expands a structure from its contours ({@link MarginMode#SUB_VOXEL}).
   *
   * @throws IllegalArgumentException when the image axes are not the patient's axes, or the
   *     structure's mask is withheld
   */
  public static Mask expandFromContours(Delineation structure, Margins margins) {
    AxisMargins axes = new AxisMargins(structure.grid(), margins);
    Mask mask =
        structure
            .mask()
            .orElseThrow(
                () -> new IllegalArgumentException(structure.name() + ": its mask is withheld"));
    return mask.bounds()
        .map((Box box) -> SubVoxelExpansion.expand(structure, box, axes))
        .orElseGet(() -> Mask.empty(mask.grid()));
  }

  /** Expands by a mode; a mask without contours of its own is taken along its voxel edges. */
  public static Mask expand(Mask mask, Margins margins, MarginMode mode) {
    return switch (mode) {
      case VOXEL_CENTRE -> expand(mask, margins);
      case SUB_VOXEL -> {
        Structure traced = new Structure(0, "mask", MaskContours.trace(mask));
        yield expandFromContours(
            Delineation.of(traced, mask.grid(), OverlapRule.EXCLUSION), margins);
      }
    };
  }

  /** Whether the margin around a mask reaches beyond the image. */
  public static boolean leavesImage(Mask mask, Margins margins) {
    AxisMargins axes = new AxisMargins(mask.grid(), margins);
    return mask.bounds().map(axes::leaves).orElse(false);
  }
}
