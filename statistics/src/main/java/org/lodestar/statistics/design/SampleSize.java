package org.lodestar.statistics.design;

/**
 * A sample size with the name of what gave it.
 *
 * @param method the method's name
 * @param formula its formula in words of the design's quantities
 * @param source where it comes from
 * @param raw n before rounding
 * @param n n rounded up
 */
public record SampleSize(String method, String formula, String source, double raw, int n) {
  static SampleSize of(String method, String formula, String source, double raw) {
    return new SampleSize(method, formula, source, raw, ceiling(raw));
  }

  /** Rounds up, but not a number that is whole but for rounding error. */
  static int ceiling(double raw) {
    return (int) Math.ceil(raw - 1e-9 * Math.abs(raw));
  }
}
