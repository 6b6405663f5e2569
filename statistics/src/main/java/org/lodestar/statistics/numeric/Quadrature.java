package org.lodestar.statistics.numeric;

import java.util.function.DoubleUnaryOperator;

/** Gauss-Legendre quadrature on a finite interval. */
public final class Quadrature {
  private final double[] nodes;
  private final double[] weights;

  private Quadrature(double[] nodes, double[] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  /**
   * The rule of n nodes, exact for polynomials of degree 2n - 1 (Abramowitz and Stegun 25.4.29);
   * the nodes are found by Newton steps on the Legendre recurrence.
   *
   * @param n the number of nodes, at least 2
   */
  public static Quadrature gaussLegendre(int n) {
    double[] nodes = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < (n + 1) / 2; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
      double slope = 1;
      for (int step = 0; step < 100; step++) {
        double previous = 1;
        double current = x;
        for (int k = 2; k <= n; k++) {
          double next = ((2 * k - 1) * x * current - (k - 1) * previous) / k;
          previous = current;
          current = next;
        }
        slope = n * (x * current - previous) / (x * x - 1);
        double move = current / slope;
        x -= move;
        if (Math.abs(move) < 1e-16) {
          break;
        }
      }
      nodes[i] = -x;
      nodes[n - 1 - i] = x;
      weights[i] = 2 / ((1 - x * x) * slope * slope);
      weights[n - 1 - i] = weights[i];
    }
    return new Quadrature(nodes, weights);
  }

  /** The number of nodes. */
  public int size() {
    return nodes.length;
  }

  /**
   * Node i, moved from [-1, 1] to [low, high].
   *
   * @param i the node's index
   * @param low the lower end
   * @param high the upper end
   */
  public double node(int i, double low, double high) {
    return 0.5 * (high + low) + 0.5 * (high - low) * nodes[i];
  }

  /**
   * Weight i for the interval [low, high].
   *
   * @param i the node's index
   * @param low the lower end
   * @param high the upper end
   */
  public double weight(int i, double low, double high) {
    return 0.5 * (high - low) * weights[i];
  }

  /**
   * The integral of f over [low, high].
   *
   * @param f the integrand
   * @param low the lower end
   * @param high the upper end
   */
  public double integrate(DoubleUnaryOperator f, double low, double high) {
    double sum = 0;
    for (int i = 0; i < nodes.length; i++) {
      sum += weight(i, low, high) * f.applyAsDouble(node(i, low, high));
    }
    return sum;
  }
}
