package org.lodestar.radiotherapy.contour;

/**
 * How far two masks agree.
 *
 * @param dice twice the common voxels over the sum of both; 1 when both are empty
 * @param onlyFirst voxels of the first alone
 * @param onlySecond voxels of the second alone
 */
public record MaskComparison(double dice, long onlyFirst, long onlySecond) {
  /** Compares two masks of one grid (Dice 1945, doi:10.2307/1932409). */
  public static MaskComparison of(Mask first, Mask second) {
    long a = first.count();
    long b = second.count();
    long common = first.and(second).count();
    return new MaskComparison(a + b == 0 ? 1 : 2.0 * common / (a + b), a - common, b - common);
  }
}
