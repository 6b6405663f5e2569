package org.lodestar.radiotherapy.margin;

import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;

/**
 * Distances between the surfaces of two masks: reported beside the margin, never the verdict.
 *
 * <p>A surface voxel has a neighbour, sharing a face, outside the mask. Both directions count.
 */
public final class SurfaceDistance {
  private static final double[] STEPS_MM = {
    0, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 75, 100
  };

  private SurfaceDistance() {}

  /**
   * An upper bound of the 95th percentile Hausdorff distance, mm, in steps of 0.5 mm up to 3 mm and
   * coarser beyond; 100 stands for anything larger, 0 when both surfaces are the same.
   *
   * @throws IllegalArgumentException when a mask is empty
   */
  public static double hausdorff95UpToMm(Mask first, Mask second) {
    if (first.isEmpty() || second.isEmpty()) {
      throw new IllegalArgumentException("a surface distance needs two masks with volume");
    }
    Mask a = surface(first);
    Mask b = surface(second);
    int low = 0;
    int high = STEPS_MM.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      double mm = STEPS_MM[middle];
      if (within(a, b, mm) >= 0.95 && within(b, a, mm) >= 0.95) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return STEPS_MM[low];
  }

  private static double within(Mask from, Mask to, double mm) {
    Mask near = Margin.expand(to, Margins.isotropic(mm));
    return (double) from.and(near).count() / from.count();
  }

  private static Mask surface(Mask mask) {
    Grid grid = mask.grid();
    Mask.Builder builder = new Mask.Builder(grid);
    for (int k = 0; k < grid.slices(); k++) {
      for (int j = 0; j < grid.rows(); j++) {
        for (int i = mask.nextMember(0, j, k); i >= 0; i = mask.nextMember(i + 1, j, k)) {
          if (!(mask.get(i - 1, j, k)
              && mask.get(i + 1, j, k)
              && mask.get(i, j - 1, k)
              && mask.get(i, j + 1, k)
              && mask.get(i, j, k - 1)
              && mask.get(i, j, k + 1))) {
            builder.set(i, j, k);
          }
        }
      }
    }
    return builder.build();
  }
}
