package org.lodestar.radiotherapy.contour;

import java.util.List;

/**
 * Scanline filling by the even-odd rule: a voxel is in if its centre is inside, half-open.
 *
 * <p>Each edge flips one bit per row, at the first voxel centre at or right of the crossing; a
 * prefix parity over the words of the row then fills it. No sorting, any number of rings.
 */
final class ParityFill {
  private final int columns;
  private final int rows;
  private final int wordsPerRow;

  ParityFill(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    this.wordsPerRow = (columns + 63) >>> 6;
  }

  /** Fills the exclusion (parity) of all rings into zeroed words. */
  void fillParity(List<Ring> rings, long[] words) {
    int first = rows;
    int last = -1;
    for (Ring ring : rings) {
      flip(ring, words);
      first = Math.min(first, (int) Math.max(0, Math.ceil(ring.minY())));
      last = Math.max(last, (int) Math.min(rows - 1.0, Math.floor(ring.maxY())));
    }
    for (int row = first; row <= last; row++) {
      spread(words, row * wordsPerRow);
    }
  }

  /** Fills the union of the rings, each by parity of itself, into zeroed words. */
  void fillUnion(List<Ring> rings, long[] words) {
    long[] one = new long[words.length];
    for (Ring ring : rings) {
      java.util.Arrays.fill(one, 0);
      fillParity(List.of(ring), one);
      for (int w = 0; w < words.length; w++) {
        words[w] |= one[w];
      }
    }
  }

  private void flip(Ring ring, long[] words) {
    for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      double yi = ring.y(i);
      double yj = ring.y(j);
      int from = (int) Math.max(0, Math.ceil(Math.min(yi, yj)));
      int to = (int) Math.min(rows, Math.ceil(Math.max(yi, yj)));
      double xi = ring.x(i);
      double run = ring.x(j) - xi;
      double rise = yj - yi;
      for (int row = from; row < to; row++) {
        int column = (int) Math.max(0, Math.ceil(run * (row - yi) / rise + xi));
        if (column < columns) {
          words[row * wordsPerRow + (column >>> 6)] ^= 1L << (column & 63);
        }
      }
    }
  }

  private void spread(long[] words, int base) {
    long carry = 0;
    for (int w = base; w < base + wordsPerRow; w++) {
      long parity = words[w];
      parity ^= parity << 1;
      parity ^= parity << 2;
      parity ^= parity << 4;
      parity ^= parity << 8;
      parity ^= parity << 16;
      parity ^= parity << 32;
      parity ^= carry;
      carry = parity >> 63;
      words[w] = parity;
    }
    int spare = (wordsPerRow << 6) - columns;
    words[base + wordsPerRow - 1] &= -1L >>> spare;
  }
}
