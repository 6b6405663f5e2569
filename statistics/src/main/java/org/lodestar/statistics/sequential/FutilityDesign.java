package org.lodestar.statistics.sequential;

import java.util.Arrays;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Normal;
import org.lodestar.statistics.numeric.Roots;

/**
 * Efficacy and futility bounds that spend alpha under the null and beta under the alternative
 * (Pampallona, Tsiatis and Kim 2001, Drug Inf J 35:1113). The bounds meet at the final look, which
 * fixes the drift and with it the information needed. If the futility bounds are binding, the
 * efficacy bounds count on the trial stopping there; if not, they hold without them.
 */
public final class FutilityDesign {
  private static final double LARGEST_Z = 20;

  private final Looks looks;
  private final double alpha;
  private final double beta;
  private final boolean binding;
  private final Spending alphaSpending;
  private final Spending betaSpending;
  private final double[] upper;
  private final double[] lower;
  private double drift;

  private FutilityDesign(
      Looks looks,
      double alpha,
      double beta,
      boolean binding,
      Spending alphaSpending,
      Spending betaSpending) {
    this.looks = looks;
    this.alpha = alpha;
    this.beta = beta;
    this.binding = binding;
    this.alphaSpending = alphaSpending;
    this.betaSpending = betaSpending;
    this.upper = new double[looks.number()];
    this.lower = new double[looks.number()];
  }

  /**
   * The bounds.
   *
   * @param looks the looks
   * @param alpha the one-sided error, inside (0, 0.5)
   * @param alphaSpending how alpha is spent
   * @param beta the type II error, inside (0, 1 - alpha)
   * @param betaSpending how beta is spent
   * @param binding whether the efficacy bounds count on stopping for futility
   */
  public static FutilityDesign of(
      Looks looks,
      double alpha,
      Spending alphaSpending,
      double beta,
      Spending betaSpending,
      boolean binding) {
    if (!(alpha > 0 && alpha < 0.5)) {
      throw Require.refusal("alpha", alpha, "(0, 0.5), one-sided");
    }
    if (!(beta > 0 && beta < 1 - alpha)) {
      throw Require.refusal("beta", beta, "(0, " + (1 - alpha) + ")");
    }
    FutilityDesign design =
        new FutilityDesign(looks, alpha, beta, binding, alphaSpending, betaSpending);
    double fixed = Normal.upperQuantile(alpha) + Normal.upperQuantile(beta);
    design.drift = Roots.between(design::missingPower, 0.5 * fixed, 2 * fixed);
    design.missingPower(design.drift);
    return design;
  }

  /**
   * Sets the bounds for a drift; how far its power is from 1 - beta. With too large a drift the
   * binding futility bounds leave too few null paths to spend alpha on: the power is then 1.
   */
  private double missingPower(double theta) {
    ExitProbabilities atNull = new ExitProbabilities(looks, 0);
    ExitProbabilities atDrift = new ExitProbabilities(looks, theta);
    double alphaSpent = 0;
    double betaSpent = 0;
    double power = 0;
    int last = looks.number() - 1;
    for (int k = 0; k <= last; k++) {
      double t = looks.information(k);
      double alphaHere = (k == last ? alpha : alphaSpending.spent(t, alpha)) - alphaSpent;
      double betaHere = betaSpending.spent(t, beta) - betaSpent;
      if (atNull.above(-LARGEST_Z) <= alphaHere) {
        return beta;
      }
      upper[k] = Roots.between(z -> atNull.above(z) - alphaHere, -LARGEST_Z, LARGEST_Z);
      lower[k] =
          k == last
              ? upper[k]
              : Math.min(
                  upper[k], Roots.between(z -> atDrift.below(z) - betaHere, -LARGEST_Z, LARGEST_Z));
      power += atDrift.above(upper[k]);
      atNull.pass(binding ? lower[k] : Double.NEGATIVE_INFINITY, upper[k]);
      atDrift.pass(lower[k], upper[k]);
      alphaSpent += alphaHere;
      betaSpent += betaHere;
    }
    return power - (1 - beta);
  }

  /** The looks. */
  public Looks looks() {
    return looks;
  }

  /**
   * Stop and reject at this Z or above.
   *
   * @param k the look, from 0
   */
  public double upper(int k) {
    return upper[k];
  }

  /**
   * Stop for futility at this Z or below; at the last look, the efficacy bound.
   *
   * @param k the look, from 0
   */
  public double lower(int k) {
    return lower[k];
  }

  /** The mean of Z at the final look under the alternative. */
  public double drift() {
    return drift;
  }

  /** The final information, relative to a test without interim looks. */
  public double inflation() {
    double fixed = Normal.upperQuantile(alpha) + Normal.upperQuantile(beta);
    return drift * drift / (fixed * fixed);
  }

  /**
   * What happens at each look under a drift, if the trial does stop for futility.
   *
   * @param theta the mean of Z at the final look
   */
  public Crossing under(double theta) {
    ExitProbabilities walk = new ExitProbabilities(looks, Require.finite("theta", theta));
    double[] up = new double[upper.length];
    double[] down = new double[upper.length];
    for (int k = 0; k < upper.length; k++) {
      up[k] = walk.above(upper[k]);
      down[k] = walk.below(lower[k]);
      walk.pass(lower[k], upper[k]);
    }
    return new Crossing(looks, up, down);
  }

  @Override
  public String toString() {
    return "efficacy " + Arrays.toString(upper) + ", futility " + Arrays.toString(lower);
  }
}
