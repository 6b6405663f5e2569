package org.lodestar.statistics.bayes;

/** The probabilities of each number of responses on the paths that no bound has stopped yet. */
final class PathProbabilities {
  private final double[] mass;
  private int n;

  PathProbabilities(int most) {
    mass = new double[most + 1];
    mass[0] = 1;
  }

  void advanceTo(int participants, double p) {
    for (; n < participants; n++) {
      for (int x = n + 1; x > 0; x--) {
        mass[x] = mass[x] * (1 - p) + mass[x - 1] * p;
      }
      mass[0] *= 1 - p;
    }
  }

  /** Takes away the paths with at least this many responses; their probability. */
  double takeFrom(int least) {
    return take(Math.max(0, least), n);
  }

  /** Takes away the paths with at most this many responses; their probability. */
  double takeAtMost(int most) {
    return take(0, Math.min(most, n));
  }

  /** The probability that no bound has stopped the trial. */
  double remaining() {
    double sum = 0;
    for (int x = 0; x <= n; x++) {
      sum += mass[x];
    }
    return sum;
  }

  private double take(int from, int to) {
    double sum = 0;
    for (int x = from; x <= to; x++) {
      sum += mass[x];
      mass[x] = 0;
    }
    return sum;
  }
}
