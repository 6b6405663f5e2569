package org.lodestar.statistics.design;

import java.util.function.DoubleUnaryOperator;
import org.lodestar.statistics.Require;

/**
 * Sample sizes of a trial whose test reads survival at one time only, on the scale g(S), by the
 * delta method: n = (za se0 + zb se1)^2 / (g(S1) - g(S0))^2 with se(p) = |g'(p)| sqrt(p (1 - p))
 * (Nagashima et al. 2021, Pharm Stat 20:150). No censoring before the landmark is assumed.
 */
public enum LandmarkMethod {
  /** g(S) = S. */
  IDENTITY("identity", p -> p, p -> 1),
  /** g(S) = log S. */
  LOG("log", Math::log, p -> 1 / p),
  /** g(S) = log(-log S). */
  LOG_LOG("log-log", p -> Math.log(-Math.log(p)), p -> 1 / (p * Math.log(p))),
  /** g(S) = log(S / (1 - S)). */
  LOGIT("logit", p -> Math.log(p / (1 - p)), p -> 1 / (p * (1 - p))),
  /** g(S) = arcsin sqrt S. */
  ARCSINE("arcsine", p -> Math.asin(Math.sqrt(p)), p -> 0.5 / Math.sqrt(p * (1 - p)));

  /** Whose variance the size term uses. */
  public enum Variance {
    /** That of the null for the size, of the alternative for the power. */
    NULL_AND_ALTERNATIVE,
    /** That of the alternative for both. */
    ALTERNATIVE,
    /** That of the null for both. */
    NULL
  }

  private final String label;
  private final DoubleUnaryOperator g;
  private final DoubleUnaryOperator slope;

  LandmarkMethod(String label, DoubleUnaryOperator g, DoubleUnaryOperator slope) {
    this.label = label;
    this.g = g;
    this.slope = slope;
  }

  /**
   * The sample size.
   *
   * @param nullRate S0 at the landmark, inside (0, 1)
   * @param alternativeRate S1 at the landmark, inside (0, 1), different
   * @param errors the errors allowed
   * @param variance whose variance is used
   */
  public SampleSize size(
      double nullRate, double alternativeRate, OneArmSurvival.Errors errors, Variance variance) {
    Require.insideUnit("nullRate", nullRate);
    Require.insideUnit("alternativeRate", alternativeRate);
    if (nullRate == alternativeRate) {
      throw Require.refusal("alternativeRate", alternativeRate, "different from nullRate");
    }
    double se0 = error(variance == Variance.ALTERNATIVE ? alternativeRate : nullRate);
    double se1 = error(variance == Variance.NULL ? nullRate : alternativeRate);
    double step = g.applyAsDouble(alternativeRate) - g.applyAsDouble(nullRate);
    double root = (errors.zAlpha() * se0 + errors.zPower() * se1) / step;
    return SampleSize.of(
        "landmark rate, " + label + words(variance),
        "(za se0 + zb se1)^2 / (g(S1) - g(S0))^2, g = " + label,
        "Nagashima et al. 2021, Pharm Stat 20:150",
        root * root);
  }

  /**
   * The identity method with continuity correction (Fleiss 1981): n (1 + sqrt(1 + 2 / (n |S1 -
   * S0|)))^2 / 4.
   *
   * @param nullRate S0 at the landmark
   * @param alternativeRate S1 at the landmark
   * @param errors the errors allowed
   */
  public static SampleSize continuityCorrected(
      double nullRate, double alternativeRate, OneArmSurvival.Errors errors) {
    double n =
        IDENTITY.size(nullRate, alternativeRate, errors, Variance.NULL_AND_ALTERNATIVE).raw();
    double root = 1 + Math.sqrt(1 + 2 / (n * Math.abs(alternativeRate - nullRate)));
    return SampleSize.of(
        "landmark rate, identity with continuity correction",
        "n (1 + sqrt(1 + 2 / (n |S1 - S0|)))^2 / 4",
        "Fleiss 1981, section 2.2",
        n * root * root / 4);
  }

  private double error(double p) {
    return Math.abs(slope.applyAsDouble(p)) * Math.sqrt(p * (1 - p));
  }

  private static String words(Variance variance) {
    return switch (variance) {
      case NULL_AND_ALTERNATIVE -> "";
      case ALTERNATIVE -> ", alternative variance";
      case NULL -> ", null variance";
    };
  }
}
