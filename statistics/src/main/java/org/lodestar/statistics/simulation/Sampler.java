package org.lodestar.statistics.simulation;

import org.lodestar.statistics.Require;
import org.lodestar.statistics.survival.Exponential;
import org.lodestar.statistics.survival.SurvivalModel;
import org.lodestar.statistics.survival.Weibull;

/**
 * Draws the participants of a trial. Two samplers use their random numbers differently, so results
 * are equal bit by bit only for one sampler; its name is part of every result.
 */
interface Sampler {
  /** The sampler's name, with that of the stream. */
  String name();

  /** Draws entry, end of follow-up and kind of end for rows from, ..., to - 1. */
  void draw(TrialStream stream, Cohort cohort, int from, int to);

  /**
   * The sampler of a trial.
   *
   * @throws IllegalArgumentException if sampling is LOGARITHM and the trial is not one for it
   */
  static Sampler of(
      Sampling sampling, SurvivalModel truth, Accrual accrual, double lossHazard, Scans scans) {
    boolean constant =
        scans.equals(Scans.NONE) && isExponential(truth) && accrual instanceof Accrual.Uniform;
    if (sampling == Sampling.LOGARITHM) {
      if (!constant) {
        throw Require.refusal(
            "sampling",
            sampling,
            "ZIGGURAT, unless survival is exponential, accrual uniform and events seen at once");
      }
      return new Logarithm(1 / truth.timeAtHazard(1), lossHazard, accrual.duration());
    }
    return constant
        ? new Merged(1 / truth.timeAtHazard(1), lossHazard, accrual.duration())
        : new General(truth, accrual, lossHazard, scans);
  }

  private static boolean isExponential(SurvivalModel truth) {
    return truth instanceof Exponential || (truth instanceof Weibull w && w.shape() == 1);
  }

  /**
   * Constant hazards: the first of event and loss is one exponential of the summed hazard, and
   * which of the two it is, an independent draw. One draw serves both that and the entry.
   */
  record Merged(double hazard, double lossHazard, double accrual) implements Sampler {
    private static final double TO_UNIT = 0x1p-32;
    private static final long LOW = 0xFFFFFFFFL;

    @Override
    public String name() {
      return "merged-ziggurat/" + TrialStream.NAME;
    }

    /** The sums that {@link #draw} and {@link Cohort#observe} would give, bit by bit. */
    @SuppressWarnings("ShortCircuitBoolean") // nothing to mispredict
    void drawSums(TrialStream stream, Cohort cohort, double cut) {
      double scale = 1 / (hazard + lossHazard);
      double perUnit = accrual * TO_UNIT;
      long eventBelow = Math.round(hazard * scale / TO_UNIT);
      int seen = 0;
      double total = 0;
      for (int i = 0; i < cohort.size; i++) {
        long bits = stream.next();
        double entry = (bits >>> 32) * perUnit;
        double own = stream.exponential() * scale;
        boolean inTime = entry + own <= cut;
        seen += (bits & LOW) < eventBelow & inTime ? 1 : 0;
        total += Math.min(own, Cohort.followed(entry, cut));
      }
      cohort.events = seen;
      cohort.exposure = total;
    }

    @Override
    public void draw(TrialStream stream, Cohort cohort, int from, int to) {
      double scale = 1 / (hazard + lossHazard);
      double perUnit = accrual * TO_UNIT;
      long eventBelow = Math.round(hazard * scale / TO_UNIT);
      for (int i = from; i < to; i++) {
        long bits = stream.next();
        cohort.entry[i] = (bits >>> 32) * perUnit;
        cohort.ownEvent[i] = (bits & LOW) < eventBelow;
        cohort.own[i] = stream.exponential() * scale;
      }
    }
  }

  /** Any survival, any accrual, scans. */
  record General(SurvivalModel truth, Accrual accrual, double lossHazard, Scans scans)
      implements Sampler {
    @Override
    public String name() {
      return "hazard-ziggurat/" + TrialStream.NAME;
    }

    @Override
    public void draw(TrialStream stream, Cohort cohort, int from, int to) {
      for (int i = from; i < to; i++) {
        cohort.entry[i] = accrual.entry(stream.uniform());
        double event = scans.seen(truth.timeAtHazard(stream.exponential()));
        double loss = lossHazard > 0 ? stream.exponential() / lossHazard : Double.POSITIVE_INFINITY;
        cohort.ownEvent[i] = event <= loss;
        cohort.own[i] = Math.min(event, loss);
      }
    }
  }
}
