package org.lodestar.statistics.simulation;

/**
 * The random numbers of one trial: value i of trial t is a bijective mix of the counter {@code t *
 * 2^20 + i}, so that every trial has its own numbers whatever ran before it, on this thread,
 * another or another machine. The mix is the finaliser of SplitMix64 (Stafford's variant 13;
 * Steele, Lea and Flood 2014, OOPSLA), which passes BigCrush on counters. Streams of one seed never
 * overlap while a trial draws at most a million numbers.
 *
 * <p>Numbers are made in chunks: the loop over a chunk has no branch and no dependence between its
 * rounds, so that HotSpot turns it into vector instructions.
 */
final class TrialStream {
  static final String NAME = "counter-splitmix64";
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int DRAWS_BITS = 20;
  private static final double TO_UNIT = 0x1p-53;

  /** More than the two numbers that each of 41 participants needs. */
  private static final int CHUNK = 96;

  private static final long[] STEPS = steps();

  private final long key;
  private final long[] chunk = new long[CHUNK];
  private long started;
  private long origin;
  private int used;

  TrialStream(long seed) {
    key = mix(seed ^ 0x5851F42D4C957F2DL);
  }

  private static long[] steps() {
    long[] steps = new long[CHUNK];
    for (int i = 0; i < CHUNK; i++) {
      steps[i] = (i + 1) * GOLDEN;
    }
    return steps;
  }

  /** The counter of a trial, to which {@link #at} adds the number's place. */
  long origin(long trial) {
    return key + (trial << DRAWS_BITS) * GOLDEN;
  }

  /** Number {@code place} of a trial, counted from 1. */
  static long at(long origin, long place) {
    return mix(origin + place * GOLDEN);
  }

  /** Number {@code place} of each trial. */
  static void at(long[] origins, long place, long[] numbers) {
    long step = place * GOLDEN;
    for (int t = 0; t < origins.length; t++) {
      numbers[t] = mix(origins[t] + step);
    }
  }

  /** Number {@code place} of the trial that was started. */
  long at(long place) {
    return at(started, place);
  }

  void start(long trial) {
    started = origin(trial);
    origin = started;
    fill();
  }

  private void fill() {
    for (int i = 0; i < CHUNK; i++) {
      chunk[i] = mix(origin + STEPS[i]);
    }
    used = 0;
  }

  long next() {
    if (used == CHUNK) {
      origin += STEPS[CHUNK - 1];
      fill();
    }
    return chunk[used++];
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

  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
