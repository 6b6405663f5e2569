package org.lodestar.radiotherapy.margin;

/**
 * The least of many shifted parabolas with different arms, in linear time.
 *
 * <p>Source i gives the cost {@code g_i + ((t - p_i) / m)^2}, where m is the margin upwards for
 * {@code t > p_i} and downwards for {@code t < p_i}. The arm is the same convex function for every
 * source, so the difference of two sources is monotone and they cross once: the envelope of
 * Felzenszwalb and Huttenlocher (2012, Theory of Computing 8:415, section 2.1) holds with the
 * crossing solved for the three cases left of both, between, right of both. A margin of 0 is an
 * infinitely steep arm.
 */
final class LowerEnvelope {
  private final double up;
  private final double down;
  private final double[] position;
  private final double[] cost;
  private final double[] from;
  private int size;
  private int cursor;

  /**
   * An empty envelope.
   *
   * @param capacity the greatest number of sources of a line
   * @param upMm margin towards greater positions
   * @param downMm margin towards smaller positions
   */
  LowerEnvelope(int capacity, double upMm, double downMm) {
    this.up = 1 / (upMm * upMm);
    this.down = 1 / (downMm * downMm);
    this.position = new double[capacity];
    this.cost = new double[capacity];
    this.from = new double[capacity];
  }

  /** Forgets all sources. */
  void clear() {
    size = 0;
    cursor = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Adds a source; positions must grow from call to call. */
  void add(double at, double costAt) {
    double start = Double.NEGATIVE_INFINITY;
    while (size > 0) {
      start = crossing(position[size - 1], cost[size - 1], at, costAt);
      if (start > from[size - 1]) {
        break;
      }
      size--;
      start = Double.NEGATIVE_INFINITY;
    }
    position[size] = at;
    cost[size] = costAt;
    from[size] = size == 0 ? Double.NEGATIVE_INFINITY : start;
    size++;
  }

  /** The least cost at a position; positions asked must grow from call to call. */
  double at(double target) {
    while (cursor + 1 < size && from[cursor + 1] <= target) {
      cursor++;
    }
    double distance = target - position[cursor];
    if (distance == 0) {
      return cost[cursor];
    }
    return cost[cursor] + distance * distance * (distance > 0 ? up : down);
  }

  /** Where the right source begins to be no dearer than the left one. */
  private double crossing(double left, double leftCost, double right, double rightCost) {
    double gap = right - left;
    double difference = leftCost - rightCost;
    if (difference >= down * gap * gap) {
      return (left + right) / 2 - difference / (2 * down * gap);
    }
    if (difference <= -up * gap * gap) {
      return (left + right) / 2 - difference / (2 * up * gap);
    }
    if (Double.isInfinite(down)) {
      return right;
    }
    if (Double.isInfinite(up)) {
      return Math.nextUp(left);
    }
    double b = down * gap;
    double c = difference - down * gap * gap;
    return left - c / (b + Math.sqrt(b * b - (up - down) * c));
  }
}
