package org.lodestar.radiotherapy.delivery;

import java.util.List;
import org.lodestar.radiotherapy.dose.LinearQuadratic;
import org.lodestar.radiotherapy.dose.LinearQuadratic.Repopulation;

/**
 * Ways to make up for a gap, each with what the tumour gains and what late tissue pays.
 *
 * <p>Offered for a decision, never applied. All figures rest on the assumptions given: alpha/beta
 * of tumour and late tissue, K and Tk.
 */
public final class Compensation {
  /** What was planned, what is done, what is assumed. */
  public record Situation(
      int plannedFractions,
      double dosePerFractionGy,
      int plannedDays,
      int deliveredFractions,
      int gapDays,
      double tumourAlphaBetaGy,
      double lateAlphaBetaGy,
      Repopulation repopulation) {
    /**
     * Checks the situation.
     *
     * @throws IllegalArgumentException when no fraction is left, or a value is out of range
     */
    public Situation {
      if (deliveredFractions < 0
          || deliveredFractions >= plannedFractions
          || gapDays < 0
          || !(dosePerFractionGy > 0)) {
        throw new IllegalArgumentException(
            "%d of %d fractions of %s Gy, gap of %d days: a fraction must be left, dose above 0"
                .formatted(deliveredFractions, plannedFractions, dosePerFractionGy, gapDays));
      }
    }

    int remaining() {
      return plannedFractions - deliveredFractions;
    }
  }

  /** The kinds of options. */
  public enum Kind {
    NONE,
    SAME_OVERALL_TIME,
    SAME_NUMBER_OF_FRACTIONS,
    ONE_FRACTION_MORE
  }

  /**
   * An option.
   *
   * @param kind which
   * @param words what it means for the schedule
   * @param remainingFractions fractions still to give
   * @param dosePerFractionGy dose of each of them
   * @param totalGy dose of the whole course
   * @param overallDays overall time
   * @param tumourBedGy time-corrected BED of the tumour
   * @param tumourGainGy against doing nothing
   * @param lateBedGy BED of late tissue, not time-corrected
   * @param lateCostGy against the plan
   */
  public record Option(
      Kind kind,
      String words,
      int remainingFractions,
      double dosePerFractionGy,
      double totalGy,
      int overallDays,
      double tumourBedGy,
      double tumourGainGy,
      double lateBedGy,
      double lateCostGy) {}

  private final Situation s;

  private Compensation(Situation situation) {
    this.s = situation;
  }

  /** All options, doing nothing first. */
  public static List<Option> options(Situation situation) {
    Compensation c = new Compensation(situation);
    return List.of(
        c.option(
            Kind.NONE,
            "as planned, later",
            s(situation),
            situation.dosePerFractionGy,
            situation.gapDays),
        c.option(
            Kind.SAME_OVERALL_TIME,
            "a second fraction on "
                + situation.gapDays
                + " days' worth of working days, at least 6 h apart, or weekend treatment",
            s(situation),
            situation.dosePerFractionGy,
            0),
        c.option(
            Kind.SAME_NUMBER_OF_FRACTIONS,
            "the remaining fractions larger, so that the tumour gets its planned BED",
            s(situation),
            c.largerDoseGy(),
            situation.gapDays),
        c.option(
            Kind.ONE_FRACTION_MORE,
            "one more fraction of the planned size, one day more",
            s(situation) + 1,
            situation.dosePerFractionGy,
            situation.gapDays + 1));
  }

  private static int s(Situation situation) {
    return situation.remaining();
  }

  private double largerDoseGy() {
    double planned =
        bed(s.plannedFractions, s.dosePerFractionGy, s.tumourAlphaBetaGy)
            - s.repopulation.lostGy(s.plannedDays);
    double missing =
        planned
            + s.repopulation.lostGy(s.plannedDays + s.gapDays)
            - bed(s.deliveredFractions, s.dosePerFractionGy, s.tumourAlphaBetaGy);
    return LinearQuadratic.dosePerFractionGy(s.remaining(), missing, s.tumourAlphaBetaGy);
  }

  private Option option(Kind kind, String words, int fractions, double doseGy, int extraDays) {
    int days = s.plannedDays + extraDays;
    double tumour = tumourBedGy(fractions, doseGy, days);
    double nothing = tumourBedGy(s.remaining(), s.dosePerFractionGy, s.plannedDays + s.gapDays);
    double late = twoParts(fractions, doseGy, s.lateAlphaBetaGy);
    return new Option(
        kind,
        words,
        fractions,
        doseGy,
        s.deliveredFractions * s.dosePerFractionGy + fractions * doseGy,
        days,
        tumour,
        tumour - nothing,
        late,
        late - bed(s.plannedFractions, s.dosePerFractionGy, s.lateAlphaBetaGy));
  }

  private double tumourBedGy(int fractions, double doseGy, int days) {
    return twoParts(fractions, doseGy, s.tumourAlphaBetaGy) - s.repopulation.lostGy(days);
  }

  private double twoParts(int fractions, double doseGy, double alphaBetaGy) {
    return bed(s.deliveredFractions, s.dosePerFractionGy, alphaBetaGy)
        + bed(fractions, doseGy, alphaBetaGy);
  }

  private static double bed(int fractions, double doseGy, double alphaBetaGy) {
    return LinearQuadratic.bedGy(fractions, doseGy, alphaBetaGy);
  }
}
