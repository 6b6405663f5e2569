package org.lodestar.statistics.numeric;

import java.util.Optional;

/** Solving with small symmetric positive semidefinite matrices, by Cholesky factors. */
public final class SymmetricMatrix {
  private static final double RELATIVE_PIVOT = 1e-11;

  private SymmetricMatrix() {}

  /**
   * The inverse.
   *
   * @param matrix symmetric, positive semidefinite
   * @return nothing if a pivot is below 1e-11 of its diagonal: the matrix is singular
   */
  public static Optional<double[][]> inverse(double[][] matrix) {
    return factor(matrix).map(SymmetricMatrix::inverseOfFactor);
  }

  /**
   * x' M^-1 x.
   *
   * @param matrix symmetric, positive semidefinite
   * @param x a vector of its size
   * @return nothing if the matrix is singular
   */
  public static Optional<Double> quadraticForm(double[][] matrix, double[] x) {
    return factor(matrix)
        .map(
            l -> {
              double[] y = forward(l, x);
              double sum = 0;
              for (double v : y) {
                sum += v * v;
              }
              return sum;
            });
  }

  /**
   * The y with M y = x.
   *
   * @param matrix symmetric, positive semidefinite
   * @param x a vector of its size
   * @return nothing if the matrix is singular
   */
  public static Optional<double[]> solve(double[][] matrix, double[] x) {
    return factor(matrix).map(l -> backward(l, forward(l, x)));
  }

  private static Optional<double[][]> factor(double[][] m) {
    int n = m.length;
    double[][] l = new double[n][n];
    for (int j = 0; j < n; j++) {
      double pivot = m[j][j];
      for (int k = 0; k < j; k++) {
        pivot -= l[j][k] * l[j][k];
      }
      if (!(pivot > RELATIVE_PIVOT * Math.abs(m[j][j]))) {
        return Optional.empty();
      }
      l[j][j] = Math.sqrt(pivot);
      for (int i = j + 1; i < n; i++) {
        double sum = m[i][j];
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        l[i][j] = sum / l[j][j];
      }
    }
    return Optional.of(l);
  }

  private static double[] forward(double[][] l, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double sum = x[i];
      for (int k = 0; k < i; k++) {
        sum -= l[i][k] * y[k];
      }
      y[i] = sum / l[i][i];
    }
    return y;
  }

  private static double[] backward(double[][] l, double[] y) {
    double[] x = new double[y.length];
    for (int i = y.length - 1; i >= 0; i--) {
      double sum = y[i];
      for (int k = i + 1; k < y.length; k++) {
        sum -= l[k][i] * x[k];
      }
      x[i] = sum / l[i][i];
    }
    return x;
  }

  private static double[][] inverseOfFactor(double[][] l) {
    int n = l.length;
    double[][] inverse = new double[n][];
    for (int j = 0; j < n; j++) {
      double[] unit = new double[n];
      unit[j] = 1;
      inverse[j] = backward(l, forward(l, unit));
    }
    return inverse;
  }
}
