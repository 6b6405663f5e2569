package org.lodestar.statistics.survival;

import org.lodestar.statistics.Require;

/**
 * Restricted mean survival time: the area under the Kaplan-Meier curve up to tau, with {@code Var =
 * sum over event times s <= tau of A(s)^2 d / (n (n - d))}, where A(s) is the area from s to tau
 * (Klein and Moeschberger 2003, 4.5.1 and 4.5.2). No n / (n - 1) factor, as in R.
 *
 * @param tau the horizon
 * @param mean the restricted mean, in the unit of time
 * @param standardError its standard error
 */
public record RestrictedMean(double tau, double mean, double standardError) {

  /**
   * The restricted mean of a curve.
   *
   * @param curve the Kaplan-Meier curve
   * @param tau the horizon, above 0
   * @throws IllegalArgumentException if tau lies after the last follow-up while the curve is above
   *     0: the area there is unknown
   */
  public static RestrictedMean of(KaplanMeier curve, double tau) {
    Require.positive("tau", tau);
    if (!curve.survivalAt(tau).isEstimable()) {
      throw Require.refusal(
          "tau", tau, "(0, " + curve.lastTime() + "], the curve is above 0 where follow-up ends");
    }
    EventTable table = curve.table();
    double area = 0;
    double variance = 0;
    double end = tau;
    for (int i = table.indexAt(tau); i >= 0; i--) {
      area += curve.height(i) * (end - table.time(i));
      end = table.time(i);
      double n = table.atRisk(i);
      double d = table.events(i);
      if (d > 0 && d < n) {
        variance += area * area * d / (n * (n - d));
      }
    }
    return new RestrictedMean(tau, area + end, Math.sqrt(variance));
  }
}
