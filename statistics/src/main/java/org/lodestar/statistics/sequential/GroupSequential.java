package org.lodestar.statistics.sequential;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Normal;
import org.lodestar.statistics.numeric.Roots;

/**
 * Efficacy boundaries on the Z scale for a test looked at several times, one-sided: stop and reject
 * as soon as Z is at least the bound. The bounds together spend exactly alpha (Jennison and
 * Turnbull 2000).
 */
public final class GroupSequential {
  private static final double LARGEST_Z = 20;

  private final Looks looks;
  private final double alpha;
  private final boolean symmetric;
  private final double[] upper;

  private GroupSequential(Looks looks, double alpha, boolean symmetric, double[] upper) {
    this.looks = looks;
    this.alpha = alpha;
    this.symmetric = symmetric;
    this.upper = upper;
  }

  /**
   * Bounds C / sqrt(t): O'Brien and Fleming 1979, Biometrics 35:549.
   *
   * @param looks the looks
   * @param alpha the one-sided error, inside (0, 0.5)
   */
  public static GroupSequential oBrienFleming(Looks looks, double alpha) {
    return wangTsiatis(looks, alpha, 0);
  }

  /**
   * One bound for all looks: Pocock 1977, Biometrika 64:191.
   *
   * @param looks the looks
   * @param alpha the one-sided error, inside (0, 0.5)
   */
  public static GroupSequential pocock(Looks looks, double alpha) {
    return wangTsiatis(looks, alpha, 0.5);
  }

  /**
   * Bounds C t^(delta - 1/2): Wang and Tsiatis 1987, Biometrics 43:193.
   *
   * @param looks the looks
   * @param alpha the one-sided error, inside (0, 0.5)
   * @param delta 0 is O'Brien and Fleming, 0.5 Pocock
   */
  public static GroupSequential wangTsiatis(Looks looks, double alpha, double delta) {
    check(alpha);
    Require.finite("delta", delta);
    IntToDoubleFunction shape = k -> Math.pow(looks.information(k), delta - 0.5);
    double c =
        Roots.between(
            x -> crossing(looks, k -> x * shape.applyAsDouble(k)) - alpha, 0.5, LARGEST_Z);
    double[] upper = new double[looks.number()];
    Arrays.setAll(upper, k -> c * shape.applyAsDouble(k));
    return new GroupSequential(looks, alpha, false, upper);
  }

  /**
   * Bounds that spend the error as a function says.
   *
   * @param looks the looks
   * @param alpha the one-sided error, inside (0, 0.5)
   * @param spending the spending function
   */
  public static GroupSequential spending(Looks looks, double alpha, Spending spending) {
    return spend(looks, alpha, spending, false);
  }

  /**
   * Symmetric two-sided bounds: each side spends alpha as a function says, and leaving by either
   * side ends the trial.
   *
   * @param looks the looks
   * @param alpha the error of each side, inside (0, 0.5)
   * @param spending the spending function
   */
  public static GroupSequential symmetricSpending(Looks looks, double alpha, Spending spending) {
    return spend(looks, alpha, spending, true);
  }

  private static GroupSequential spend(
      Looks looks, double alpha, Spending spending, boolean symmetric) {
    check(alpha);
    double[] upper = new double[looks.number()];
    ExitProbabilities walk = new ExitProbabilities(looks, 0);
    double spent = 0;
    for (int k = 0; k < upper.length; k++) {
      boolean last = k == upper.length - 1;
      double target = (last ? alpha : spending.spent(looks.information(k), alpha)) - spent;
      upper[k] = bound(walk, target);
      walk.pass(symmetric ? -upper[k] : Double.NEGATIVE_INFINITY, upper[k]);
      spent += target;
    }
    return new GroupSequential(looks, alpha, symmetric, upper);
  }

  private static double bound(ExitProbabilities walk, double target) {
    return target <= walk.above(LARGEST_Z)
        ? LARGEST_Z
        : Roots.between(z -> walk.above(z) - target, -LARGEST_Z, LARGEST_Z);
  }

  private static void check(double alpha) {
    if (!(alpha > 0 && alpha < 0.5)) {
      throw Require.refusal("alpha", alpha, "(0, 0.5), one-sided");
    }
  }

  private static double crossing(Looks looks, IntToDoubleFunction bound) {
    ExitProbabilities walk = new ExitProbabilities(looks, 0);
    double sum = 0;
    for (int k = 0; k < looks.number(); k++) {
      double z = bound.applyAsDouble(k);
      sum += walk.above(z);
      walk.pass(Double.NEGATIVE_INFINITY, z);
    }
    return sum;
  }

  /** The looks. */
  public Looks looks() {
    return looks;
  }

  /** The one-sided error. */
  public double alpha() {
    return alpha;
  }

  /**
   * The bound at a look.
   *
   * @param k the look, from 0
   */
  public double upper(int k) {
    return upper[k];
  }

  /**
   * The bound at a look as a one-sided p value.
   *
   * @param k the look, from 0
   */
  public double nominalP(int k) {
    return Normal.upperTail(upper[k]);
  }

  /**
   * What happens at each look under a drift.
   *
   * @param theta the mean of Z at the final look; 0 under the null
   */
  public Crossing under(double theta) {
    Require.finite("theta", theta);
    double[] up = new double[upper.length];
    double[] down = new double[upper.length];
    ExitProbabilities walk = new ExitProbabilities(looks, theta);
    for (int k = 0; k < upper.length; k++) {
      double lower = symmetric ? -upper[k] : Double.NEGATIVE_INFINITY;
      up[k] = walk.above(upper[k]);
      down[k] = symmetric ? walk.below(lower) : 0;
      walk.pass(lower, upper[k]);
    }
    return new Crossing(looks, up, down);
  }

  /**
   * The final drift that gives a power.
   *
   * @param power inside (alpha, 1)
   */
  public double drift(double power) {
    Require.insideUnit("power", power);
    return Roots.between(theta -> under(theta).reject() - power, 0, LARGEST_Z);
  }

  /**
   * The final information, relative to a test without interim looks of the same alpha and power.
   *
   * @param power inside (alpha, 1)
   */
  public double inflation(double power) {
    double fixed = Normal.upperQuantile(alpha) + Normal.quantile(power);
    double drift = drift(power);
    return drift * drift / (fixed * fixed);
  }
}
