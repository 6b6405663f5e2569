package org.lodestar.statistics.survival;

/**
 * The sum, over all subsets of d members of a risk set, of the product of their weights, with its
 * first and second derivatives (Gail, Lubin and Rubinstein 1981, Biometrika 68:703), one member at
 * a time.
 */
final class SubsetSum {
  private final double[] value;
  private final double[][] first;
  private final double[][][] second;

  SubsetSum(int d, int p) {
    value = new double[d + 1];
    first = new double[d + 1][p];
    second = new double[d + 1][p][p];
    value[0] = 1;
  }

  void add(double weight, double[] x) {
    for (int j = value.length - 1; j > 0; j--) {
      for (int k = 0; k < x.length; k++) {
        for (int l = 0; l < x.length; l++) {
          second[j][k][l] +=
              weight
                  * (second[j - 1][k][l]
                      + first[j - 1][k] * x[l]
                      + first[j - 1][l] * x[k]
                      + value[j - 1] * x[k] * x[l]);
        }
      }
      for (int k = 0; k < x.length; k++) {
        first[j][k] += weight * (first[j - 1][k] + value[j - 1] * x[k]);
      }
      value[j] += weight * value[j - 1];
    }
  }

  double value() {
    return value[value.length - 1];
  }

  double first(int k) {
    return first[first.length - 1][k];
  }

  double second(int k, int l) {
    return second[second.length - 1][k][l];
  }
}
