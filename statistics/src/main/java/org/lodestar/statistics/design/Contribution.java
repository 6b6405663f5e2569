package org.lodestar.statistics.design;

import java.util.function.DoubleUnaryOperator;
import org.lodestar.statistics.numeric.Quadrature;
import org.lodestar.statistics.survival.SurvivalModel;

/**
 * What one participant is expected to contribute to a one-sample log-rank test (Wu 2015, Pharm Stat
 * 14:26). With G(t) the probability of still being under observation at t, X the follow-up time,
 * and L0, L1 the cumulative hazards:
 *
 * @param eventUnderAlternative v1 = E1[event] = int G S1 dL1
 * @param nullHazardUnderAlternative v0 = E1[L0(X)] = int G S1 dL0
 * @param eventUnderNull P0 = int G S0 dL0
 * @param variance s2 = Var1(event - L0(X)) = v1 - v1^2 + 2 v00 - v0^2 - 2 v01 + 2 v0 v1, where v00
 *     = int G S1 L0 dL0 and v01 = int G S1 L0 dL1
 */
public record Contribution(
    double eventUnderAlternative,
    double nullHazardUnderAlternative,
    double eventUnderNull,
    double variance) {
  private static final Quadrature RULE = Quadrature.gaussLegendre(48);
  private static final int PANELS = 6;

  static Contribution of(OneArmSurvival design) {
    SurvivalModel null0 = design.nullModel();
    SurvivalModel alternative = design.alternativeModel();
    DoubleUnaryOperator observed = t -> underObservation(design, t) * alternative.survival(t);
    double v1 = integrate(design, alternative, observed);
    double v0 = integrate(design, null0, observed);
    double v00 =
        integrate(design, null0, t -> observed.applyAsDouble(t) * null0.cumulativeHazard(t));
    double v01 =
        integrate(design, alternative, t -> observed.applyAsDouble(t) * null0.cumulativeHazard(t));
    double p0 = integrate(design, null0, t -> underObservation(design, t) * null0.survival(t));
    double variance = v1 - v1 * v1 + 2 * v00 - v0 * v0 - 2 * v01 + 2 * v0 * v1;
    return new Contribution(v1, v0, p0, variance);
  }

  /** G(t): entered early enough and not lost. */
  private static double underObservation(OneArmSurvival design, double t) {
    double lost = Math.exp(-design.lossHazard() * t);
    if (t <= design.followUp()) {
      return lost;
    }
    return lost * Math.max(0, (design.accrual() + design.followUp() - t) / design.accrual());
  }

  /** int f dL, taken over the hazard itself so that no density is needed. */
  private static double integrate(
      OneArmSurvival design, SurvivalModel model, DoubleUnaryOperator f) {
    double sum = 0;
    double from = 0;
    for (double to : new double[] {design.followUp(), design.followUp() + design.accrual()}) {
      double low = model.cumulativeHazard(from);
      double width = (model.cumulativeHazard(to) - low) / PANELS;
      for (int i = 0; i < PANELS && width > 0; i++) {
        sum +=
            RULE.integrate(
                h -> f.applyAsDouble(model.timeAtHazard(h)),
                low + i * width,
                low + (i + 1) * width);
      }
      from = to;
    }
    return sum;
  }
}
