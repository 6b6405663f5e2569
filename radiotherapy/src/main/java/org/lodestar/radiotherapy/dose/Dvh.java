package org.lodestar.radiotherapy.dose;

import java.util.Arrays;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;

/**
 * A dose-volume histogram without bins: every sampled dose, in order.
 *
 * <p>D(x %) is the dose of the ceil(x % of n)-th hottest sample, D(x cc) likewise by volume, V(d)
 * the share of samples of at least d. Doses are kept in single precision (relative error below
 * 1e-7).
 */
public final class Dvh {
  private final float[] ascending;
  private final double[] volumeFromHotMm3;
  private final double volumeMm3;
  private final double meanGy;
  private final double outsideShare;

  private Dvh(float[] doses, double[] weights, long outside) {
    this.outsideShare = doses.length == 0 ? 0 : (double) outside / doses.length;
    this.meanGy = mean(doses, weights);
    if (weights.length == 1) {
      FloatSort.sort(doses);
      this.ascending = doses;
      this.volumeFromHotMm3 = weights;
      this.volumeMm3 = doses.length * weights[0];
    } else {
      long[] order = new long[doses.length];
      for (int i = 0; i < order.length; i++) {
        order[i] = (long) Float.floatToIntBits(doses[i]) << 32 | i;
      }
      Arrays.sort(order);
      this.ascending = new float[doses.length];
      this.volumeFromHotMm3 = new double[doses.length];
      double sum = 0;
      for (int i = order.length - 1; i >= 0; i--) {
        ascending[i] = Float.intBitsToFloat((int) (order[i] >> 32));
        sum += weights[(int) order[i]];
        volumeFromHotMm3[order.length - 1 - i] = sum;
      }
      this.volumeMm3 = sum;
    }
  }

  private static double mean(float[] doses, double[] weights) {
    double sum = 0;
    double volume = 0;
    for (int i = 0; i < doses.length; i++) {
      double weight = weights.length == 1 ? 1 : weights[i];
      sum += weight * doses[i];
      volume += weight;
    }
    return volume == 0 ? 0 : sum / volume;
  }

  /** Sampled at the voxel centres of a mask; each voxel weighs its volume. */
  public static Dvh of(DoseGrid dose, Mask mask) {
    Grid grid = mask.grid();
    DoseSampler sampler = new DoseSampler(dose, grid, mask.count());
    int[] upTo = new int[grid.slices()];
    for (int k = 0; k < grid.slices(); k++) {
      sampler.slice(mask, k, grid.sliceMm(k));
      upTo[k] = sampler.size();
    }
    return of(sampler, grid, upTo, 1);
  }

  static Dvh of(DoseSampler sampler, Grid grid, int[] upTo, int perVoxel) {
    double first = Double.NaN;
    boolean same = true;
    for (int k = 0, from = 0; k < upTo.length; from = upTo[k++]) {
      if (upTo[k] > from) {
        first = Double.isNaN(first) ? grid.voxelMm3(k) : first;
        same &= Math.abs(grid.voxelMm3(k) - first) <= 1e-6 * first;
      }
    }
    if (same) {
      double weight = Double.isNaN(first) ? 1 : first / perVoxel;
      return new Dvh(sampler.samples(), new double[] {weight}, sampler.outside());
    }
    double[] weights = new double[sampler.size()];
    for (int k = 0, from = 0; k < upTo.length; from = upTo[k++]) {
      Arrays.fill(weights, from, upTo[k], grid.voxelMm3(k) / perVoxel);
    }
    return new Dvh(sampler.samples(), weights, sampler.outside());
  }

  /** The number of samples. */
  public int samples() {
    return ascending.length;
  }

  /** The volume sampled, cubic centimetres. */
  public double volumeCc() {
    return volumeMm3 / 1000;
  }

  /** The share of samples outside the dose grid, which count as 0 Gy. */
  public double outsideShare() {
    return outsideShare;
  }

  /** The mean dose; 0 for an empty structure. */
  public double meanGy() {
    return meanGy;
  }

  /** The least dose sampled; 0 for an empty structure. */
  public double minGy() {
    return ascending.length == 0 ? 0 : ascending[0];
  }

  /** The greatest dose sampled: a single sample, not fit for a rule; see {@link #atHottestCc}. */
  public double maxGy() {
    return ascending.length == 0 ? 0 : ascending[ascending.length - 1];
  }

  /**
   * The dose that the hottest share of the volume receives at least: D95 % and the like.
   *
   * @param percent above 0, at most 100
   * @throws IllegalArgumentException outside that range
   */
  public double atHottestPercent(double percent) {
    if (!(percent > 0 && percent <= 100)) {
      throw new IllegalArgumentException(
          "percent = " + percent + ": must be above 0 and at most 100");
    }
    if (ascending.length == 0) {
      return 0;
    }
    if (volumeFromHotMm3.length == 1) {
      double rank = percent / 100 * ascending.length;
      return hottest((int) Math.ceil(rank - 1e-9 * rank));
    }
    return atHottestMm3(percent / 100 * volumeMm3);
  }

  /**
   * The dose that the hottest volume receives at least: D0.03cc and the like. A structure smaller
   * than the volume gives its least dose.
   *
   * @param cc above 0
   * @throws IllegalArgumentException when it is not
   */
  public double atHottestCc(double cc) {
    if (!(cc > 0)) {
      throw new IllegalArgumentException("cc = " + cc + ": must be above 0");
    }
    return ascending.length == 0 ? 0 : atHottestMm3(cc * 1000);
  }

  private double atHottestMm3(double mm3) {
    if (volumeFromHotMm3.length == 1) {
      double rank = mm3 / volumeFromHotMm3[0];
      return hottest((int) Math.min(ascending.length, Math.ceil(rank - 1e-9 * rank)));
    }
    int at = Arrays.binarySearch(volumeFromHotMm3, mm3 * (1 - 1e-12));
    return hottest((at >= 0 ? at : -at - 1) + 1);
  }

  private double hottest(int rank) {
    return ascending[ascending.length - Math.clamp(rank, 1, ascending.length)];
  }

  /** The share of the volume, in percent, that receives at least a dose: V20Gy and the like. */
  public double percentAtLeast(double gy) {
    if (ascending.length == 0) {
      return 0;
    }
    return volumeFromHotMm3.length == 1
        ? 100.0 * countAtLeast(gy) / ascending.length
        : 100 * mm3AtLeast(gy) / volumeMm3;
  }

  /** The volume, in cubic centimetres, that receives at least a dose. */
  public double ccAtLeast(double gy) {
    return mm3AtLeast(gy) / 1000;
  }

  private double mm3AtLeast(double gy) {
    int count = countAtLeast(gy);
    if (volumeFromHotMm3.length == 1) {
      return count * volumeFromHotMm3[0];
    }
    return count == 0 ? 0 : volumeFromHotMm3[count - 1];
  }

  private int countAtLeast(double gy) {
    int low = 0;
    int high = ascending.length;
    float least = (float) gy;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] >= least) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return ascending.length - low;
  }

  /**
   * The cumulative curve in percent of the volume: entry i is V(i * stepGy), up to the first 0.
   *
   * @param stepGy above 0
   */
  public double[] cumulativePercent(double stepGy) {
    if (!(stepGy > 0)) {
      throw new IllegalArgumentException("stepGy = " + stepGy + ": must be above 0");
    }
    double[] curve = new double[(int) Math.min(100_000, Math.floor(maxGy() / stepGy) + 2)];
    for (int i = 0; i < curve.length; i++) {
      curve[i] = percentAtLeast(i * stepGy);
    }
    return curve;
  }
}
