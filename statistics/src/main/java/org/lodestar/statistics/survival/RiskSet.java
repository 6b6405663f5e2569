package org.lodestar.statistics.survival;

import java.util.Arrays;

/**
 * Those at risk, as sums of weights, of weighted covariates and of weighted products of two; of the
 * products only those with l at most k.
 */
final class RiskSet {
  final double[] s1;
  final double[][] s2;
  double s0;

  RiskSet(int terms) {
    s1 = new double[terms];
    s2 = new double[terms][terms];
  }

  void clear() {
    s0 = 0;
    Arrays.fill(s1, 0);
    for (double[] row : s2) {
      Arrays.fill(row, 0);
    }
  }

  void add(double weight, double[] x) {
    s0 += weight;
    for (int k = 0; k < s1.length; k++) {
      double weighted = weight * x[k];
      s1[k] += weighted;
      for (int l = 0; l <= k; l++) {
        s2[k][l] += weighted * x[l];
      }
    }
  }

  /** Adds others, each with a share of its weight. */
  void add(RiskSet others, double share) {
    s0 += share * others.s0;
    for (int k = 0; k < s1.length; k++) {
      s1[k] += share * others.s1[k];
      for (int l = 0; l <= k; l++) {
        s2[k][l] += share * others.s2[k][l];
      }
    }
  }

  /** The weighted mean of a covariate. */
  double mean(int k) {
    return s1[k] / s0;
  }
}
