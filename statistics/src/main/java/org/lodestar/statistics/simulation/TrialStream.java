package org.lodestar.statistics.simulation;

/**
 * The random numbers of one trial: value i of trial t is a bijective mix of the counter {@code t *
 * 2^20 + i}, so that every trial has its own numbers whatever ran before it, on this thread,
 * another or another machine. The mix is the finaliser of SplitMix64 (Stafford's variant 13;
 * Steele, Lea and Flood 2014, OOPSLA), which passes BigCrush on counters. Streams of one seed never
 * overlap while a trial draws at most a million numbers.
 */
final class TrialStream {
  static final String NAME = "counter-splitmix64";
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int DRAWS_BITS = 20;
  private static final double TO_UNIT = 0x1p-53;

  private final long key;
  private long state;

  TrialStream(long seed) {
    key = mix(seed ^ 0x5851F42D4C957F2DL);
  }

  void start(long trial) {
    state = key + (trial << DRAWS_BITS) * GOLDEN;
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** Uniform on [0, 1), 53 bits. */
  double uniform() {
    return (next() >>> 11) * TO_UNIT;
  }

  /** Exponential of rate 1, by the ziggurat. */
  double exponential() {
    long bits = next();
    int layer = (int) bits & (Ziggurat.LAYERS - 1);
    long share = bits >>> 11;
    double x = share * Ziggurat.WIDTH[layer];
    return share < Ziggurat.INSIDE[layer] ? x : Ziggurat.outside(this, layer, x);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
