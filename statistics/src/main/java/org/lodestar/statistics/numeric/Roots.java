package org.lodestar.statistics.numeric;

import java.util.function.DoubleUnaryOperator;

/** Roots of continuous functions of one variable. */
public final class Roots {
  private static final int MOST_STEPS = 300;

  private Roots() {}

  /**
   * A root of a continuous function, by bisection guarded with the secant (Ridders 1979, IEEE
   * Trans. Circuits Syst. 26:979), to the last representable figures.
   *
   * @param f the function
   * @param low one end of the bracket
   * @param high the other end
   * @return x in [low, high] with f(x) = 0, to relative accuracy 1e-15 where f is that smooth
   * @throws IllegalArgumentException if f has one sign at both ends
   */
  public static double between(DoubleUnaryOperator f, double low, double high) {
    double a = low;
    double b = high;
    double fa = f.applyAsDouble(a);
    double fb = f.applyAsDouble(b);
    if (fa == 0) {
      return a;
    }
    if (fb == 0) {
      return b;
    }
    if (fa > 0 == fb > 0) {
      throw new IllegalArgumentException(
          "no sign change between " + low + " (" + fa + ") and " + high + " (" + fb + ")");
    }
    for (int step = 0; step < MOST_STEPS; step++) {
      double middle = 0.5 * (a + b);
      if (middle == a || middle == b || Math.abs(b - a) <= 1e-16 * Math.abs(middle)) {
        return middle;
      }
      double fm = f.applyAsDouble(middle);
      if (fm == 0) {
        return middle;
      }
      double root = Math.sqrt(fm * fm - fa * fb);
      double x = middle + (middle - a) * (fa > fb ? fm : -fm) / root;
      double fx = f.applyAsDouble(x);
      if (fx == 0) {
        return x;
      }
      if (fm > 0 != fx > 0) {
        a = Math.min(middle, x);
        b = Math.max(middle, x);
        fa = middle < x ? fm : fx;
        fb = middle < x ? fx : fm;
      } else if (fa > 0 != fx > 0) {
        b = x;
        fb = fx;
      } else {
        a = x;
        fa = fx;
      }
    }
    return 0.5 * (a + b);
  }
}
