package org.lodestar.statistics.survival;

import java.util.Arrays;
import java.util.List;
import org.lodestar.statistics.Require;

/**
 * The covariates of a regression, centred and divided by their mean absolute deviation, which keeps
 * the Newton steps well conditioned.
 */
final class Covariates {
  /** One row per participant. */
  final double[][] x;

  final double[] centre;
  final double[] scale;

  Covariates(List<String> names, double[][] columns, int participants) {
    Require.sameLength("names", names.size(), "covariates", columns.length);
    int terms = Require.atLeast("number of covariates", names.size(), 1);
    x = new double[participants][terms];
    centre = new double[terms];
    scale = new double[terms];
    for (int k = 0; k < terms; k++) {
      standardise(k, names.get(k), columns[k]);
    }
  }

  private void standardise(int k, String name, double[] column) {
    Require.sameLength(name, column.length, "times", x.length);
    for (int i = 0; i < column.length; i++) {
      Require.finite(name + "[" + i + "]", column[i]);
    }
    centre[k] = Arrays.stream(column).average().orElseThrow();
    double spread = 0;
    for (double value : column) {
      spread += Math.abs(value - centre[k]);
    }
    if (spread <= 1e-12 * x.length * Math.abs(centre[k])) {
      throw Require.refusal(name, "constant " + column[0], "at least two different values");
    }
    scale[k] = spread / x.length;
    for (int i = 0; i < x.length; i++) {
      x[i][k] = (column[i] - centre[k]) / scale[k];
    }
  }

  /** The sum of coefficients times a participant's standardised values. */
  double predictor(int participant, double[] beta) {
    double sum = 0;
    for (int k = 0; k < beta.length; k++) {
      sum += beta[k] * x[participant][k];
    }
    return sum;
  }
}
