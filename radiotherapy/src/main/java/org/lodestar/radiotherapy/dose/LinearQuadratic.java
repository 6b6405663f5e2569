package org.lodestar.radiotherapy.dose;

/**
 * Biologically effective dose by the linear-quadratic model.
 *
 * <p>{@code BED = n d (1 + d / (a/b))}, {@code EQD2 = BED / (1 + 2 / (a/b))} (Fowler 1989, Br J
 * Radiol 62:679); with repopulation {@code BED - K (T - Tk)} for T beyond Tk. All doses in Gy.
 */
public final class LinearQuadratic {
  private LinearQuadratic() {}

  /**
   * What is assumed about regrowth of the tumour; printed beside every figure that uses it.
   *
   * @param gyPerDay K: BED lost per day after kick-off, 0..2
   * @param kickOffDay Tk: the day, counted from the first fraction as day 1, after which it counts
   */
  public record Repopulation(double gyPerDay, int kickOffDay) {
    /**
     * Checks the assumption.
     *
     * @throws IllegalArgumentException outside 0..2 Gy a day or 0..60 days
     */
    public Repopulation {
      if (!(gyPerDay >= 0 && gyPerDay <= 2) || kickOffDay < 0 || kickOffDay > 60) {
        throw new IllegalArgumentException(
            "repopulation K = %s Gy/day, Tk = %d days: must be 0..2 and 0..60"
                .formatted(gyPerDay, kickOffDay));
      }
    }

    /** BED lost over an overall time. */
    public double lostGy(int overallDays) {
      return gyPerDay * Math.max(0, overallDays - kickOffDay);
    }

    /** For example {@code K 0.9 Gy/day after day 28 (assumed)}. */
    public String text() {
      return "K " + gyPerDay + " Gy/day after day " + kickOffDay + " (assumed)";
    }
  }

  /**
   * BED of equal fractions.
   *
   * @param fractions number of fractions, at least 0
   * @param dosePerFractionGy dose of each, at least 0
   * @param alphaBetaGy above 0
   * @throws IllegalArgumentException outside these ranges
   */
  public static double bedGy(double fractions, double dosePerFractionGy, double alphaBetaGy) {
    if (!(fractions >= 0 && dosePerFractionGy >= 0 && alphaBetaGy > 0)) {
      throw new IllegalArgumentException(
          "BED of %s x %s Gy, alpha/beta %s Gy: doses must be at least 0, alpha/beta above 0"
              .formatted(fractions, dosePerFractionGy, alphaBetaGy));
    }
    return fractions * dosePerFractionGy * (1 + dosePerFractionGy / alphaBetaGy);
  }

  /** The dose in 2 Gy fractions of the same BED. */
  public static double eqd2Gy(double bedGy, double alphaBetaGy) {
    if (!(alphaBetaGy > 0)) {
      throw new IllegalArgumentException("alpha/beta " + alphaBetaGy + " Gy: must be above 0");
    }
    return bedGy / (1 + 2 / alphaBetaGy);
  }

  /** BED of equal fractions less the loss by repopulation over the overall time. */
  public static double timeCorrectedBedGy(
      double fractions,
      double dosePerFractionGy,
      double alphaBetaGy,
      int overallDays,
      Repopulation repopulation) {
    return bedGy(fractions, dosePerFractionGy, alphaBetaGy) - repopulation.lostGy(overallDays);
  }

  /** The dose per fraction at which a number of fractions has a given BED. */
  public static double dosePerFractionGy(double fractions, double bedGy, double alphaBetaGy) {
    if (!(fractions > 0 && bedGy >= 0 && alphaBetaGy > 0)) {
      throw new IllegalArgumentException(
          "dose of %s fractions with BED %s Gy, alpha/beta %s Gy: out of range"
              .formatted(fractions, bedGy, alphaBetaGy));
    }
    return alphaBetaGy / 2 * (Math.sqrt(1 + 4 * bedGy / (fractions * alphaBetaGy)) - 1);
  }
}
