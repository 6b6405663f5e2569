package org.lodestar.radiotherapy.margin;

/**
 * The least squared distance from a segment to a point when each of the four in-plane directions
 * has its own unit: {@code w(dx) + w(dy)} with {@code dx}, {@code dy} from the segment to the
 * point.
 *
 * <p>Along the segment the distance is convex and, between the places where dx or dy changes sign,
 * a parabola; the least value of at most three pieces is taken. Lengths in mm, weights 1/mm^2.
 */
final class GaugeDistance {
  private final double right;
  private final double left;
  private final double down;
  private final double up;

  /** Weights of the squared distance towards growing and falling columns and rows. */
  GaugeDistance(AxisMargins margins) {
    this.right = margins.upWeight(0);
    this.left = margins.downWeight(0);
    this.down = margins.upWeight(1);
    this.up = margins.downWeight(1);
  }

  /** From the segment (ax, ay)-(bx, by) to the origin. */
  double toOrigin(double ax, double ay, double bx, double by) {
    double runX = bx - ax;
    double runY = by - ay;
    double turnX = turn(ax, runX);
    double turnY = turn(ay, runY);
    double first = Math.min(turnX, turnY);
    double second = Math.max(turnX, turnY);
    return Math.min(
        piece(ax, ay, runX, runY, 0, first),
        Math.min(piece(ax, ay, runX, runY, first, second), piece(ax, ay, runX, runY, second, 1)));
  }

  /** Where along the segment a coordinate is 0, within 0..1. */
  private static double turn(double start, double run) {
    return run == 0 ? 0 : Math.clamp(-start / run, 0, 1);
  }

  private double piece(double ax, double ay, double runX, double runY, double from, double to) {
    if (from == to && from > 0) {
      return Double.POSITIVE_INFINITY;
    }
    double middle = (from + to) / 2;
    double wx = ax + middle * runX < 0 ? right : left;
    double wy = ay + middle * runY < 0 ? down : up;
    double bend = wx * runX * runX + wy * runY * runY;
    double t = bend == 0 ? from : Math.clamp(-(wx * ax * runX + wy * ay * runY) / bend, from, to);
    double x = ax + t * runX;
    double y = ay + t * runY;
    return wx * x * x + wy * y * y;
  }
}
