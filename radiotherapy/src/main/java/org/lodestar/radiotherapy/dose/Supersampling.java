package org.lodestar.radiotherapy.dose;

import org.lodestar.radiotherapy.contour.Box;
import org.lodestar.radiotherapy.contour.Delineation;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;

/**
 * Sampling below the voxel: each pixel split {@code inPlane} times along both axes, each slice into
 * {@code slabs}; the contours are filled anew on the finer grid.
 *
 * @param inPlane 1..16
 * @param slabs 1..16
 */
public record Supersampling(int inPlane, int slabs) {
  /** The usual choice: four by four in the plane, six slabs. */
  public static final Supersampling FINE = new Supersampling(4, 6);

  /** For large organs: two by two in the plane, three slabs. */
  public static final Supersampling LARGE_ORGAN = new Supersampling(2, 3);

  /**
   * Checks the factors.
   *
   * @throws IllegalArgumentException outside 1..16
   */
  public Supersampling {
    if (inPlane < 1 || inPlane > 16 || slabs < 1 || slabs > 16) {
      throw new IllegalArgumentException(
          "supersampling " + inPlane + " x " + slabs + ": factors must be 1..16");
    }
  }

  /**
   * The dose-volume histogram of a structure sampled below the voxel.
   *
   * @throws IllegalArgumentException when the structure's mask is withheld
   */
  public Dvh dvh(DoseGrid dose, Delineation structure) {
    Mask mask =
        structure
            .mask()
            .orElseThrow(
                () -> new IllegalArgumentException(structure.name() + ": its mask is withheld"));
    return mask.bounds()
        .map(box -> sample(dose, structure, box))
        .orElseGet(() -> Dvh.of(dose, mask));
  }

  private Dvh sample(DoseGrid dose, Delineation structure, Box box) {
    Grid fine = refined(structure.grid(), box);
    Mask mask = structure.maskOn(fine);
    DoseSampler sampler = new DoseSampler(dose, fine, mask.count() * slabs);
    int[] upTo = new int[fine.slices()];
    for (int k = 0; k < fine.slices(); k++) {
      double thickness = fine.thicknessMm(k);
      for (int slab = 0; slab < slabs; slab++) {
        sampler.slice(mask, k, fine.sliceMm(k) + ((slab + 0.5) / slabs - 0.5) * thickness);
      }
      upTo[k] = sampler.size();
    }
    return Dvh.of(sampler, fine, upTo, slabs);
  }

  /** The finer grid around a box, one voxel wider on each side since contours overhang centres. */
  private Grid refined(Grid grid, Box box) {
    double shift = (1.0 / inPlane - 1) / 2;
    return new Grid(
        (box.size(0) + 2) * inPlane,
        (box.size(1) + 2) * inPlane,
        grid.columnSpacingMm() / inPlane,
        grid.rowSpacingMm() / inPlane,
        grid.axes(),
        grid.point(box.firstColumn() - 1 + shift, box.firstRow() - 1 + shift, 0),
        grid.slicesMm());
  }
}
