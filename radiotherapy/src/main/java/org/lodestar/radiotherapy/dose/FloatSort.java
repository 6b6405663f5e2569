package org.lodestar.radiotherapy.dose;

/** Sorts floats by their bits, three passes of eleven bits; linear, stable, NaN is not expected. */
final class FloatSort {
  private static final int BITS = 11;
  private static final int BUCKETS = 1 << BITS;

  private FloatSort() {}

  /** Sorts ascending, in place. */
  static void sort(float[] values) {
    int n = values.length;
    int[] keys = new int[n];
    int[] counts = new int[3 * BUCKETS];
    for (int i = 0; i < n; i++) {
      int bits = Float.floatToRawIntBits(values[i]);
      int key = bits ^ ((bits >> 31) | Integer.MIN_VALUE);
      keys[i] = key;
      counts[key & (BUCKETS - 1)]++;
      counts[BUCKETS + (key >>> BITS & (BUCKETS - 1))]++;
      counts[2 * BUCKETS + (key >>> (2 * BITS))]++;
    }
    int[] other = new int[n];
    for (int pass = 0; pass < 3; pass++) {
      if (scatter(keys, other, counts, pass)) {
        int[] swap = keys;
        keys = other;
        other = swap;
      }
    }
    for (int i = 0; i < n; i++) {
      int key = keys[i];
      values[i] = Float.intBitsToFloat(key ^ (~(key >> 31) | Integer.MIN_VALUE));
    }
  }

  private static boolean scatter(int[] from, int[] to, int[] counts, int pass) {
    int[] starts = new int[BUCKETS];
    int sum = 0;
    for (int b = 0; b < BUCKETS; b++) {
      int count = counts[pass * BUCKETS + b];
      if (count == from.length) {
        return false;
      }
      starts[b] = sum;
      sum += count;
    }
    int shift = pass * BITS;
    for (int key : from) {
      to[starts[key >>> shift & (BUCKETS - 1)]++] = key;
    }
    return true;
  }
}
