package org.lodestar.app.imaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines at a level of a field of samples, closed, between the samples above and below it. Along
 * the line between two samples the crossing is interpolated; at a corner where four samples meet
 * crosswise the parts above the level stay apart.
 *
 * <p>A mask is a field of 0 and 1 at level 0.5: its outline runs half-way between members and
 * others.
 */
public final class Outline {
  private static final int[] DX = {1, 0, -1, 0};
  private static final int[] DY = {0, 1, 0, -1};

  private final Field field;
  private final int width;
  private final int height;
  private final double level;

  /** Bit d of a corner: an edge leaves it in direction d (right, down, left, up). */
  private final byte[] leaving;

  /** Samples on whole coordinates; what lies outside counts as below every level. */
  public interface Field {
    double at(int x, int y);
  }

  /** A closed line through points in units of samples. */
  public static final class Line {
    private final double[] xy;

    private Line(double[] xy) {
      this.xy = xy;
    }

    /** The number of points. */
    public int size() {
      return xy.length / 2;
    }

    public double x(int point) {
      return xy[2 * point];
    }

    public double y(int point) {
      return xy[2 * point + 1];
    }

    /** The same line where its field starts elsewhere and has only every so many samples. */
    Line placed(int step, int left, int top) {
      double[] moved = new double[xy.length];
      for (int i = 0; i < xy.length; i += 2) {
        moved[i] = left + step * xy[i];
        moved[i + 1] = top + step * xy[i + 1];
      }
      return new Line(moved);
    }
  }

  private Outline(Field field, int width, int height, double level) {
    this.field = field;
    this.width = width;
    this.height = height;
    this.level = level;
    this.leaving = new byte[(width + 1) * (height + 1)];
  }

  /** All lines of a field of {@code width} times {@code height} samples. */
  public static List<Line> trace(Field field, int width, int height, double level) {
    return new Outline(field, width, height, level).lines();
  }

  private boolean inside(int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height && field.at(x, y) >= level;
  }

  private List<Line> lines() {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (inside(x, y)) {
          mark(!inside(x, y - 1), x, y, 0);
          mark(!inside(x + 1, y), x + 1, y, 1);
          mark(!inside(x, y + 1), x + 1, y + 1, 2);
          mark(!inside(x - 1, y), x, y + 1, 3);
        }
      }
    }
    List<Line> lines = new ArrayList<>();
    for (int corner = 0; corner < leaving.length; corner++) {
      while (leaving[corner] != 0) {
        lines.add(walk(corner));
      }
    }
    return lines;
  }

  private void mark(boolean edge, int cornerX, int cornerY, int direction) {
    if (edge) {
      leaving[cornerY * (width + 1) + cornerX] |= (byte) (1 << direction);
    }
  }

  private Line walk(int start) {
    double[] xy = new double[64];
    int size = 0;
    int at = start;
    int direction = -1;
    do {
      direction = turn(at, direction);
      leaving[at] &= (byte) ~(1 << direction);
      if (size + 2 > xy.length) {
        xy = Arrays.copyOf(xy, 2 * xy.length);
      }
      crossing(at % (width + 1), at / (width + 1), direction, xy, size);
      size += 2;
      at += DX[direction] + DY[direction] * (width + 1);
    } while (at != start);
    return new Line(Arrays.copyOf(xy, size));
  }

  /** At a corner with two ways out, the sharp right turn keeps to the same sample. */
  private int turn(int corner, int direction) {
    if (direction >= 0) {
      for (int way : new int[] {(direction + 1) & 3, direction, (direction + 3) & 3}) {
        if ((leaving[corner] >> way & 1) != 0) {
          return way;
        }
      }
    }
    return Integer.numberOfTrailingZeros(leaving[corner]);
  }

  /** Where the level lies between the samples on both sides of an edge. */
  private void crossing(int cornerX, int cornerY, int direction, double[] xy, int to) {
    int insideX = direction == 0 || direction == 3 ? cornerX : cornerX - 1;
    int insideY = direction == 0 || direction == 1 ? cornerY : cornerY - 1;
    int outX = insideX + DX[(direction + 3) & 3];
    int outY = insideY + DY[(direction + 3) & 3];
    double high = field.at(insideX, insideY);
    boolean within = outX >= 0 && outY >= 0 && outX < width && outY < height;
    double low = within ? field.at(outX, outY) : 2 * level - high;
    double share = high > low ? (high - level) / (high - low) : 0.5;
    xy[to] = insideX + share * (outX - insideX);
    xy[to + 1] = insideY + share * (outY - insideY);
  }
}
