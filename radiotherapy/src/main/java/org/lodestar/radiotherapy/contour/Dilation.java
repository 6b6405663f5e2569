package org.lodestar.radiotherapy.contour;

import java.util.HashMap;
import java.util.Map;

/**
 * Dilation of a mask by a body that is a run of voxels in each row of each slice.
 *
 * <p>Rows are moved 64 voxels at a time: a slice is smeared once for each run that the body has,
 * and laid over the rows and slices that the run reaches. Time grows with the rows of the body,
 * hardly with its width.
 */
public final class Dilation {
  private final Mask mask;
  private final Grid grid;
  private final Body body;
  private final int wordsPerRow;
  private final long tail;
  private final Mask.Builder result;

  /**
   * The body, seen from a voxel of one slice. On each side it reaches at least as far in a nearer
   * slice as in a farther one.
   */
  public interface Body {
    /** The first slice that a voxel of a slice reaches. */
    int firstSlice(int from);

    /** The last slice that a voxel of a slice reaches. */
    int lastSlice(int from);

    /** What it reaches of a slice. */
    Section section(int from, int to);
  }

  /**
   * A section of the body: for each row from {@code firstRow}, relative to the voxel, how far the
   * run reaches towards smaller and greater columns; both -1 where there is none.
   */
  public static final class Section {
    private final int firstRow;
    private final int[] down;
    private final int[] up;

    /** A section; the arrays are kept and have the same length. */
    public Section(int firstRow, int[] down, int[] up) {
      this.firstRow = firstRow;
      this.down = down;
      this.up = up;
    }

    /** The number of rows. */
    public int rows() {
      return down.length;
    }
  }

  private Dilation(Mask mask, Body body) {
    this.mask = mask;
    this.grid = mask.grid();
    this.body = body;
    this.wordsPerRow = (grid.columns() + 63) >>> 6;
    this.tail = -1L >>> (63 - ((grid.columns() - 1) & 63));
    this.result = new Mask.Builder(grid);
  }

  /** The union of the body laid on every voxel of a mask, cut at the image. */
  public static Mask dilate(Mask mask, Body body) {
    Dilation dilation = new Dilation(mask, body);
    mask.bounds().ifPresent(dilation::run);
    return dilation.result.build();
  }

  private void run(Box box) {
    for (int from = box.firstSlice(); from <= box.lastSlice(); from++) {
      if (!mask.sliceIsEmpty(from)) {
        new Layer(from, box, mask.words(from)).spread(from, from);
        new Layer(from, box, without(from, from + 1)).spread(from + 1, body.lastSlice(from));
        new Layer(from, box, without(from, from - 1)).spread(body.firstSlice(from), from - 1);
      }
    }
  }

  /**
   * The voxels of a slice that its neighbour lacks. Beyond the neighbour only they matter: where
   * both have a voxel the neighbour's is nearer and reaches at least as far.
   */
  private long[] without(int slice, int neighbour) {
    boolean none = neighbour < 0 || neighbour >= grid.slices() || mask.sliceIsEmpty(neighbour);
    long[] words = mask.words(slice);
    if (none) {
      return words;
    }
    long[] other = mask.words(neighbour);
    long[] left = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      left[i] = words[i] & ~other[i];
    }
    return left;
  }

  /** Voxels of one slice, and their smears by run. */
  private final class Layer {
    private final int slice;
    private final long[] voxels;
    private int firstRow = Integer.MAX_VALUE;
    private int lastRow = -1;
    private int firstWord = Integer.MAX_VALUE;
    private int lastWord = -1;
    private final Map<Long, long[]> smears = new HashMap<>();

    Layer(int slice, Box box, long[] voxels) {
      this.slice = slice;
      this.voxels = voxels;
      for (int row = box.firstRow(); row <= box.lastRow(); row++) {
        for (int w = box.firstColumn() >>> 6; w <= box.lastColumn() >>> 6; w++) {
          if (voxels[row * wordsPerRow + w] != 0) {
            firstRow = Math.min(firstRow, row);
            lastRow = row;
            firstWord = Math.min(firstWord, w);
            lastWord = Math.max(lastWord, w);
          }
        }
      }
    }

    void spread(int first, int last) {
      for (int to = first; to <= last && lastRow >= 0; to++) {
        Section section = body.section(slice, to);
        for (int i = 0; i < section.rows(); i++) {
          if (section.down[i] >= 0) {
            lay(to, section.firstRow + i, section.down[i], section.up[i]);
          }
        }
      }
    }

    private void lay(int to, int rowStep, int down, int up) {
      long[] smear = smears.computeIfAbsent((long) down << 32 | up, any -> smear(down, up));
      long[] target = result.words(to);
      int leftWord = Math.max(0, (firstWord << 6) - down) >>> 6;
      int rightWord = Math.min(grid.columns() - 1, (lastWord << 6) + 63 + up) >>> 6;
      int width = rightWord - leftWord + 1;
      int top = Math.max(firstRow, -rowStep);
      int bottom = Math.min(lastRow, grid.rows() - 1 - rowStep);
      if (width == wordsPerRow) {
        or(
            smear,
            (top - firstRow) * wordsPerRow,
            target,
            (top + rowStep) * wordsPerRow,
            (bottom - top + 1) * wordsPerRow);
        return;
      }
      for (int row = top; row <= bottom; row++) {
        or(
            smear,
            (row - firstRow) * wordsPerRow + leftWord,
            target,
            (row + rowStep) * wordsPerRow + leftWord,
            width);
      }
    }

    /** The rows of the slice, each voxel spread over its run. */
    private long[] smear(int down, int up) {
      long[] words = new long[(lastRow - firstRow + 1) * wordsPerRow];
      System.arraycopy(voxels, firstRow * wordsPerRow, words, 0, words.length);
      for (int base = 0; base < words.length; base += wordsPerRow) {
        smearUp(words, base, up);
        smearDown(words, base, down);
        words[base + wordsPerRow - 1] &= tail;
      }
      return words;
    }
  }

  private static void or(long[] from, int at, long[] to, int where, int count) {
    for (int i = 0; i < count; i++) {
      to[where + i] |= from[at + i];
    }
  }

  /** Spreads each member of a row over the columns after it; the reach doubles at each step. */
  private void smearUp(long[] words, int base, int reach) {
    for (int have = 0; have < reach; ) {
      int step = Math.min(have + 1, reach - have);
      int whole = step >>> 6;
      int bits = step & 63;
      for (int w = wordsPerRow - 1; w >= whole; w--) {
        long moved = words[base + w - whole] << bits;
        if (bits > 0 && w > whole) {
          moved |= words[base + w - whole - 1] >>> (64 - bits);
        }
        words[base + w] |= moved;
      }
      have += step;
    }
  }

  /** Spreads each member of a row over the columns before it. */
  private void smearDown(long[] words, int base, int reach) {
    for (int have = 0; have < reach; ) {
      int step = Math.min(have + 1, reach - have);
      int whole = step >>> 6;
      int bits = step & 63;
      for (int w = 0; w + whole < wordsPerRow; w++) {
        long moved = words[base + w + whole] >>> bits;
        if (bits > 0 && w + whole + 1 < wordsPerRow) {
          moved |= words[base + w + whole + 1] << (64 - bits);
        }
        words[base + w] |= moved;
      }
      have += step;
    }
  }
}
