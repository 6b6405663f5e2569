package org.lodestar.radiotherapy.contour;

import java.util.Arrays;

/** A closed contour within one slice, in voxel units: whole numbers are voxel centres. */
final class Ring {
  private final double[] xs;
  private final double[] ys;
  private final boolean exclusive;
  private double minX = Double.POSITIVE_INFINITY;
  private double maxX = Double.NEGATIVE_INFINITY;
  private double minY = Double.POSITIVE_INFINITY;
  private double maxY = Double.NEGATIVE_INFINITY;

  /** A ring; a repeated closing point is dropped. */
  Ring(double[] xs, double[] ys, boolean exclusive) {
    int n = xs.length;
    if (n > 1 && xs[0] == xs[n - 1] && ys[0] == ys[n - 1]) {
      n--;
    }
    this.xs = Arrays.copyOf(xs, n);
    this.ys = Arrays.copyOf(ys, n);
    this.exclusive = exclusive;
    for (int i = 0; i < n; i++) {
      minX = Math.min(minX, xs[i]);
      maxX = Math.max(maxX, xs[i]);
      minY = Math.min(minY, ys[i]);
      maxY = Math.max(maxY, ys[i]);
    }
  }

  int size() {
    return xs.length;
  }

  double x(int i) {
    return xs[i];
  }

  double y(int i) {
    return ys[i];
  }

  /** Whether its contour was typed CLOSEDPLANAR_XOR. */
  boolean exclusive() {
    return exclusive;
  }

  double minX() {
    return minX;
  }

  double maxX() {
    return maxX;
  }

  double minY() {
    return minY;
  }

  double maxY() {
    return maxY;
  }

  /** Signed area, shoelace formula, voxel units squared. */
  double signedArea() {
    double twice = 0;
    for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      twice += xs[j] * ys[i] - xs[i] * ys[j];
    }
    return twice / 2;
  }

  /** The same ring on pixels split into so many along both axes. */
  Ring scaled(int split) {
    double shift = (split - 1) / 2.0;
    return new Ring(
        Arrays.stream(xs).map(x -> x * split + shift).toArray(),
        Arrays.stream(ys).map(y -> y * split + shift).toArray(),
        exclusive);
  }

  boolean boxMeets(Ring other) {
    return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
  }

  /** The same points in the same order, or the same ring begun elsewhere or run the other way. */
  boolean sameAs(Ring other) {
    if (xs.length != other.xs.length || minX != other.minX || maxY != other.maxY) {
      return false;
    }
    if (Arrays.equals(xs, other.xs) && Arrays.equals(ys, other.ys)) {
      return true;
    }
    for (int start = 0; start < xs.length; start++) {
      if (other.xs[start] == xs[0]
          && other.ys[start] == ys[0]
          && (follows(other, start, 1) || follows(other, start, -1))) {
        return true;
      }
    }
    return false;
  }

  private boolean follows(Ring other, int start, int step) {
    int n = xs.length;
    for (int i = 0, j = start; i < n; i++, j = Math.floorMod(j + step, n)) {
      if (xs[i] != other.xs[j] || ys[i] != other.ys[j]) {
        return false;
      }
    }
    return true;
  }
}
