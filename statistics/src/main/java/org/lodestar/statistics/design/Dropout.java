package org.lodestar.statistics.design;

import org.lodestar.statistics.Require;

/**
 * The three readings of "plus dropout". They give different numbers, so a protocol must say which
 * it means; {@link #overRetained} is the one that leaves n participants to be analysed.
 *
 * @param timesOnePlus n (1 + d)
 * @param overRetained n / (1 - d)
 * @param insideFollowUp the sample size with loss at a constant hazard inside the design
 */
public record Dropout(SampleSize timesOnePlus, SampleSize overRetained, SampleSize insideFollowUp) {

  /**
   * n (1 + d), rounded up.
   *
   * @param n a sample size, above 0
   * @param share the share lost, in [0, 1)
   */
  public static SampleSize timesOnePlus(double n, double share) {
    check(n, share);
    return SampleSize.of("n (1 + d)", "n (1 + d)", "inflation by addition", n * (1 + share));
  }

  /**
   * n / (1 - d), rounded up: n remain when a share d is lost.
   *
   * @param n a sample size, above 0
   * @param share the share lost, in [0, 1)
   */
  public static SampleSize overRetained(double n, double share) {
    check(n, share);
    return SampleSize.of("n / (1 - d)", "n / (1 - d)", "inflation by division", n / (1 - share));
  }

  /**
   * All three readings.
   *
   * @param method the method of the design
   * @param design the design without loss
   * @param share the share lost, in (0, 1)
   * @param per the time in which that share is lost, for the third reading
   */
  public static Dropout of(
      WholeCurveMethod method, OneArmSurvival design, double share, double per) {
    Require.insideUnit("share", share);
    Require.positive("per", per);
    int n = method.size(design).n();
    double hazard = -Math.log(1 - share) / per;
    SampleSize inside = method.size(design.withLoss(hazard));
    return new Dropout(
        timesOnePlus(n, share),
        overRetained(n, share),
        SampleSize.of(
            "loss inside P(event)",
            inside.formula() + ", with loss hazard " + hazard,
            inside.source(),
            inside.raw()));
  }

  private static void check(double n, double share) {
    Require.positive("n", n);
    if (!(share >= 0 && share < 1)) {
      throw Require.refusal("share", share, "[0, 1)");
    }
  }
}
