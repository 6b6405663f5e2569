package org.lodestar.statistics.survival;

/**
 * The delta-method variance of a cumulative incidence as R's {@code cmprsk} computes it: over the
 * event times s up to t, {@code sum (a + (F(s) - F(t)) / S(s))^2 w}, where a is 1 for events of the
 * cause itself and 0 for the others, and {@code w = S(s-)^2 d (1 - (d - 1) / (n - 1)) / n^2}.
 * Expanded in F(t), so that three running sums per cause suffice.
 */
final class GrayVariance {
  private final double[] incidence;
  private final double[][] sums;
  private final double[] variance;

  GrayVariance(int causes) {
    incidence = new double[causes + 1];
    sums = new double[causes + 1][3];
    variance = new double[causes + 1];
  }

  /** Adds one time; state[0] is S just before it. */
  void step(double[] events, double n, double[] state) {
    double all = 0;
    for (double d : events) {
      all += d;
    }
    double before = state[0];
    double after = before * (n - all) / n;
    for (int k = 1; k < incidence.length; k++) {
      double own = events[k];
      double others = all - own;
      incidence[k] += before * own / n;
      double inverse = after > 0 ? 1 / after : 0;
      if (others > 0 && after > 0) {
        add(sums[k], inverse, incidence[k] * inverse, weight(others, n, before));
      }
      if (own > 0) {
        add(sums[k], inverse, 1 + incidence[k] * inverse, weight(own, n, before));
        double f = incidence[k];
        variance[k] = sums[k][0] - 2 * f * sums[k][1] + f * f * sums[k][2];
      }
    }
  }

  double variance(int k) {
    return variance[k];
  }

  private static double weight(double d, double n, double before) {
    double ties = d > 1 ? 1 - (d - 1) / (n - 1) : 1;
    return before * before * ties * d / (n * n);
  }

  private static void add(double[] sums, double inverse, double level, double weight) {
    sums[0] += level * level * weight;
    sums[1] += inverse * level * weight;
    sums[2] += inverse * inverse * weight;
  }
}
