package org.lodestar.radiotherapy.contour;

import java.util.Arrays;

/** The edges of a ring sorted into horizontal bands, so that a question meets only few of them. */
final class EdgeBands {
  private final Ring ring;
  private final double bandHeight;
  private final int[] starts;
  private final int[] edges;

  EdgeBands(Ring ring) {
    this.ring = ring;
    int bands = Math.clamp(ring.size() / 2, 1, 4096);
    double height = (ring.maxY() - ring.minY()) / bands;
    this.bandHeight = height > 0 ? height : 1;
    int[] counts = new int[bands + 1];
    for (int e = 0; e < ring.size(); e++) {
      for (int b = firstBand(e, bands); b <= lastBand(e, bands); b++) {
        counts[b + 1]++;
      }
    }
    Arrays.parallelPrefix(counts, Integer::sum);
    this.starts = counts.clone();
    this.edges = new int[counts[bands]];
    for (int e = 0; e < ring.size(); e++) {
      for (int b = firstBand(e, bands); b <= lastBand(e, bands); b++) {
        edges[counts[b]++] = e;
      }
    }
  }

  private int next(int edge) {
    return edge + 1 == ring.size() ? 0 : edge + 1;
  }

  private int firstBand(int edge, int bands) {
    return band(Math.min(ring.y(edge), ring.y(next(edge))), bands);
  }

  private int lastBand(int edge, int bands) {
    return band(Math.max(ring.y(edge), ring.y(next(edge))), bands);
  }

  private int band(double y, int bands) {
    return Math.clamp((long) Math.floor((y - ring.minY()) / bandHeight), 0, bands - 1);
  }

  /** 1 inside, -1 outside, 0 on the ring itself; even-odd. */
  int sideOf(double x, double y) {
    if (x < ring.minX() || x > ring.maxX() || y < ring.minY() || y > ring.maxY()) {
      return -1;
    }
    int band = band(y, starts.length - 1);
    boolean inside = false;
    for (int at = starts[band]; at < starts[band + 1]; at++) {
      int i = edges[at];
      int j = next(i);
      double turn = turn(ring.x(i), ring.y(i), ring.x(j), ring.y(j), x, y);
      if (turn == 0 && between(i, j, x, y)) {
        return 0;
      }
      if ((ring.y(i) > y) != (ring.y(j) > y) && (turn > 0) == (ring.y(j) > ring.y(i))) {
        inside = !inside;
      }
    }
    return inside ? 1 : -1;
  }

  private boolean between(int i, int j, double x, double y) {
    return x >= Math.min(ring.x(i), ring.x(j))
        && x <= Math.max(ring.x(i), ring.x(j))
        && y >= Math.min(ring.y(i), ring.y(j))
        && y <= Math.max(ring.y(i), ring.y(j));
  }

  /** Whether an edge of the other ring properly crosses one of ours: a touch is no crossing. */
  boolean crossedBy(Ring other) {
    for (int e = 0; e < other.size(); e++) {
      int f = e + 1 == other.size() ? 0 : e + 1;
      if (crossedBy(other.x(e), other.y(e), other.x(f), other.y(f))) {
        return true;
      }
    }
    return false;
  }

  private boolean crossedBy(double ax, double ay, double bx, double by) {
    double low = Math.min(ay, by);
    double high = Math.max(ay, by);
    if (high < ring.minY()
        || low > ring.maxY()
        || Math.max(ax, bx) < ring.minX()
        || Math.min(ax, bx) > ring.maxX()) {
      return false;
    }
    int bands = starts.length - 1;
    int first = starts[band(low, bands)];
    int last = starts[band(high, bands) + 1];
    for (int at = first; at < last; at++) {
      int i = edges[at];
      int j = next(i);
      double a = turn(ring.x(i), ring.y(i), ring.x(j), ring.y(j), ax, ay);
      double b = turn(ring.x(i), ring.y(i), ring.x(j), ring.y(j), bx, by);
      if (opposite(a, b)) {
        double c = turn(ax, ay, bx, by, ring.x(i), ring.y(i));
        double d = turn(ax, ay, bx, by, ring.x(j), ring.y(j));
        if (opposite(c, d)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean opposite(double a, double b) {
    return (a > 0 && b < 0) || (a < 0 && b > 0);
  }

  private static double turn(double ax, double ay, double bx, double by, double px, double py) {
    return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
  }
}
