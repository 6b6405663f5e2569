package org.lodestar.radiotherapy.contour;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongBinaryOperator;

/**
 * The voxels of a structure, one bit each. Immutable.
 *
 * <p>Rows are padded to whole 64-bit words; an empty slice takes no memory.
 */
public final class Mask {
  private static final long[] EMPTY = {};

  private final Grid grid;
  private final int wordsPerRow;
  private final long[][] slices;

  private Mask(Grid grid, long[][] slices) {
    this.grid = grid;
    this.wordsPerRow = wordsPerRow(grid);
    this.slices = slices;
  }

  private static int wordsPerRow(Grid grid) {
    return (grid.columns() + 63) >>> 6;
  }

  /** A mask without a voxel. */
  public static Mask empty(Grid grid) {
    return new Builder(grid).build();
  }

  public Grid grid() {
    return grid;
  }

  /** Whether a voxel belongs to the structure; false outside the grid. */
  public boolean get(int column, int row, int slice) {
    if (column < 0
        || column >= grid.columns()
        || row < 0
        || row >= grid.rows()
        || slice < 0
        || slice >= slices.length) {
      return false;
    }
    long[] words = slices[slice];
    return words.length > 0
        && (words[row * wordsPerRow + (column >>> 6)] >>> (column & 63) & 1) != 0;
  }

  /** The words of a slice, not to be changed; none for an empty slice. */
  long[] words(int slice) {
    return slices[slice];
  }

  /** Whether a slice carries no voxel. */
  public boolean sliceIsEmpty(int slice) {
    return slices[slice].length == 0;
  }

  /** The first member of a row at or after a column, or -1. */
  public int nextMember(int column, int row, int slice) {
    return next(column, row, slice, 0);
  }

  /** The first column at or after the given one that is no member; the row's end counts as one. */
  public int nextOther(int column, int row, int slice) {
    int found = next(column, row, slice, -1);
    return found < 0 || found > grid.columns() ? grid.columns() : found;
  }

  private int next(int column, int row, int slice, long invert) {
    long[] words = slices[slice];
    if (words.length == 0) {
      return invert == 0 || column >= grid.columns() ? -1 : column;
    }
    if (column >= grid.columns()) {
      return -1;
    }
    int at = column >>> 6;
    long word = (words[row * wordsPerRow + at] ^ invert) & (-1L << (column & 63));
    while (word == 0) {
      if (++at == wordsPerRow) {
        return -1;
      }
      word = words[row * wordsPerRow + at] ^ invert;
    }
    return (at << 6) + Long.numberOfTrailingZeros(word);
  }

  /** The number of voxels. */
  public long count() {
    long count = 0;
    for (int k = 0; k < slices.length; k++) {
      count += count(k);
    }
    return count;
  }

  /** The number of voxels of one slice. */
  public int count(int slice) {
    int count = 0;
    for (long word : slices[slice]) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** The volume in cubic centimetres; every voxel counts whole, end slices too. */
  public double volumeCc() {
    double volumeMm3 = 0;
    for (int k = 0; k < slices.length; k++) {
      volumeMm3 += count(k) * grid.voxelMm3(k);
    }
    return volumeMm3 / 1000;
  }

  /** Whether no voxel belongs to the structure. */
  public boolean isEmpty() {
    for (long[] slice : slices) {
      if (slice.length > 0) {
        return false;
      }
    }
    return true;
  }

  /** The smallest box around all voxels; empty for an empty mask. */
  public Optional<Box> bounds() {
    int firstColumn = Integer.MAX_VALUE;
    int lastColumn = -1;
    int firstRow = Integer.MAX_VALUE;
    int lastRow = -1;
    int firstSlice = -1;
    int lastSlice = -1;
    for (int k = 0; k < slices.length; k++) {
      if (slices[k].length == 0) {
        continue;
      }
      firstSlice = firstSlice < 0 ? k : firstSlice;
      lastSlice = k;
      for (int j = 0; j < grid.rows(); j++) {
        int first = nextMember(0, j, k);
        if (first >= 0) {
          firstColumn = Math.min(firstColumn, first);
          lastColumn = Math.max(lastColumn, lastMember(j, k));
          firstRow = Math.min(firstRow, j);
          lastRow = Math.max(lastRow, j);
        }
      }
    }
    return firstSlice < 0
        ? Optional.empty()
        : Optional.of(new Box(firstColumn, lastColumn, firstRow, lastRow, firstSlice, lastSlice));
  }

  /** The last member of a row, or -1. */
  public int lastMember(int row, int slice) {
    long[] words = slices[slice];
    if (words.length == 0) {
      return -1;
    }
    for (int w = wordsPerRow - 1; w >= 0; w--) {
      long word = words[row * wordsPerRow + w];
      if (word != 0) {
        return (w << 6) + 63 - Long.numberOfLeadingZeros(word);
      }
    }
    return -1;
  }

  /** Voxels of either. */
  public Mask or(Mask other) {
    return combine(other, (a, b) -> a | b);
  }

  /** Voxels of both. */
  public Mask and(Mask other) {
    return combine(other, (a, b) -> a & b);
  }

  /** Voxels of this that are not in the other. */
  public Mask minus(Mask other) {
    return combine(other, (a, b) -> a & ~b);
  }

  /** Voxels of exactly one. */
  public Mask xor(Mask other) {
    return combine(other, (a, b) -> a ^ b);
  }

  /** Whether every voxel of the other is one of ours. */
  public boolean contains(Mask other) {
    return other.minus(this).isEmpty();
  }

  private Mask combine(Mask other, LongBinaryOperator operator) {
    if (!grid.equals(other.grid)) {
      throw new IllegalArgumentException(
          "masks on different grids: " + grid + " and " + other.grid);
    }
    Builder result = new Builder(grid);
    for (int k = 0; k < slices.length; k++) {
      long[] a = slices[k];
      long[] b = other.slices[k];
      if (a.length == 0 && b.length == 0) {
        continue;
      }
      long[] words = result.words(k);
      for (int w = 0; w < words.length; w++) {
        words[w] = operator.applyAsLong(a.length == 0 ? 0 : a[w], b.length == 0 ? 0 : b[w]);
      }
    }
    return result.build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Mask that
        && grid.equals(that.grid)
        && Arrays.deepEquals(slices, that.slices);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(slices);
  }

  @Override
  public String toString() {
    return count() + " of " + grid;
  }

  /** Collects the voxels of a mask. Not for use after {@link #build()}. */
  public static final class Builder {
    private final Grid grid;
    private final int wordsPerRow;
    private final long[][] slices;

    public Builder(Grid grid) {
      this.grid = grid;
      this.wordsPerRow = wordsPerRow(grid);
      this.slices = new long[grid.slices()][];
      Arrays.fill(slices, EMPTY);
    }

    /** Adds one voxel. */
    public Builder set(int column, int row, int slice) {
      words(slice)[row * wordsPerRow + (column >>> 6)] |= 1L << (column & 63);
      return this;
    }

    /** Adds the voxels {@code from..to - 1} of a row. */
    public Builder setRun(int from, int to, int row, int slice) {
      if (from >= to) {
        return this;
      }
      long[] words = words(slice);
      int base = row * wordsPerRow;
      int first = from >>> 6;
      int last = (to - 1) >>> 6;
      long head = -1L << (from & 63);
      long tail = -1L >>> (63 - ((to - 1) & 63));
      if (first == last) {
        words[base + first] |= head & tail;
      } else {
        words[base + first] |= head;
        Arrays.fill(words, base + first + 1, base + last, -1L);
        words[base + last] |= tail;
      }
      return this;
    }

    /** The words of a slice, made on first use. */
    long[] words(int slice) {
      if (slices[slice].length == 0) {
        slices[slice] = new long[wordsPerRow * grid.rows()];
      }
      return slices[slice];
    }

    /** The finished mask. */
    public Mask build() {
      for (int k = 0; k < slices.length; k++) {
        if (isZero(slices[k])) {
          slices[k] = EMPTY;
        }
      }
      return new Mask(grid, slices);
    }

    private static boolean isZero(long[] words) {
      for (long word : words) {
        if (word != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
