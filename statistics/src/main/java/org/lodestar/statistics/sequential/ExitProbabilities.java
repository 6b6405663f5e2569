package org.lodestar.statistics.sequential;

import org.lodestar.statistics.distribution.Normal;
import org.lodestar.statistics.numeric.Quadrature;

/**
 * The probabilities of leaving a group sequential trial at each look, by the recursion of Armitage,
 * McPherson and Rowe 1969 (JRSS A 132:235) on the score process: with B(t) a Brownian motion of
 * drift theta, the density of B at a look on paths that have not left is the integral of the
 * density at the look before times a normal step. Gauss-Legendre quadrature over the continuation
 * interval, accurate to about 1e-13.
 */
final class ExitProbabilities {
  private static final Quadrature RULE = Quadrature.gaussLegendre(40);
  private static final int PANELS = 6;
  private static final double FARTHEST = 9;

  private final double[] information;
  private final double theta;
  private double[] points = {0};
  private double[] masses = {1};
  private double at;
  private int look;

  /** Starts a walk. */
  ExitProbabilities(Looks looks, double theta) {
    this.information = new double[looks.number()];
    for (int k = 0; k < information.length; k++) {
      information[k] = looks.information(k);
    }
    this.theta = theta;
  }

  /** P(still in before the next look, and Z there above z). */
  double above(double z) {
    double t = information[look];
    double step = Math.sqrt(t - at);
    double limit = z * Math.sqrt(t);
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      sum += masses[i] * Normal.upperTail((limit - points[i] - theta * (t - at)) / step);
    }
    return sum;
  }

  /** P(still in before the next look, and Z there below z). */
  double below(double z) {
    double t = information[look];
    double step = Math.sqrt(t - at);
    double limit = z * Math.sqrt(t);
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      sum += masses[i] * Normal.cdf((limit - points[i] - theta * (t - at)) / step);
    }
    return sum;
  }

  /** Passes the next look, keeping the paths with Z between the bounds. */
  void pass(double lowerZ, double upperZ) {
    double t = information[look++];
    double root = Math.sqrt(t);
    double centre = theta * t;
    double low = Math.max(lowerZ * root, centre - FARTHEST * root);
    double high = Math.min(upperZ * root, centre + FARTHEST * root);
    double[] nextPoints = new double[PANELS * RULE.size()];
    double[] nextMasses = new double[nextPoints.length];
    double step = Math.sqrt(t - at);
    double drift = theta * (t - at);
    double width = Math.max(0, high - low) / PANELS;
    for (int panel = 0, j = 0; panel < PANELS; panel++) {
      double from = low + panel * width;
      for (int i = 0; i < RULE.size(); i++, j++) {
        nextPoints[j] = RULE.node(i, from, from + width);
        nextMasses[j] = RULE.weight(i, from, from + width) * density(nextPoints[j], step, drift);
      }
    }
    points = nextPoints;
    masses = nextMasses;
    at = t;
  }

  private double density(double b, double step, double drift) {
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      sum += masses[i] * Normal.density((b - points[i] - drift) / step);
    }
    return sum / step;
  }
}
