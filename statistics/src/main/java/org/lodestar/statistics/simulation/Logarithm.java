package org.lodestar.statistics.simulation;

import org.lodestar.statistics.Require;

/**
 * Constant hazards and uniform accrual, without a branch: participant i of n takes numbers 2 i + 1
 * and 2 i + 2 of its trial. Half of the first says when it enters, half whether its follow-up ends
 * with the event; the second makes an exponential as {@code K log 2 + Y}, where K, geometric, is
 * the number of zeros at its low end, and {@code Y = -log(1 - V / 2)}, V uniform, comes from the
 * bits above them. Times are whole numbers of 2^-30, so that sums are exact in any order.
 *
 * <p>{@link Block} does the same for many trials at once, bit by bit.
 *
 * @param hazard the hazard of the event, above 0
 * @param lossHazard the hazard of loss, at least 0
 * @param accrual how long participants enter
 */
record Logarithm(double hazard, double lossHazard, double accrual) implements Sampler {
  /** Steps of time in one unit of it. */
  private static final double STEPS = Cut.STEPS;

  /** Participants times the time of the cut: beyond it, sums of steps are no exact doubles. */
  private static final double MOST = 0x1p23;

  private static final double TO_UNIT = 0x1p-32;
  private static final long LOW = 0xFFFFFFFFL;

  /** The bits from which K is read; where all are zero, another number continues them. */
  private static final int ZEROS = 20;

  private static final long ZEROS_END = 1L << ZEROS;
  private static final double TO_HALF = 0x1p-45;
  private static final double LOG_2 = StrictMath.log(2);
  private static final double ROOT_HALF = Math.sqrt(0.5);

  @Override
  public String name() {
    return "merged-logarithm/" + TrialStream.NAME;
  }

  @Override
  public void draw(TrialStream stream, Cohort cohort, int from, int to) {
    Require.atMost("participants x accrual", cohort.size * accrual, MOST);
    double scale = STEPS / (hazard + lossHazard);
    for (int i = from; i < to; i++) {
      long bits = stream.at(2L * i + 1);
      long exponential = stream.at(2L * i + 2);
      double zeros = zeros(exponential);
      if (zeros == ZEROS) {
        zeros += moreZeros(stream.at(2L * cohort.size + i + 1));
      }
      cohort.entry[i] = entry(bits, accrual * STEPS) / STEPS;
      cohort.ownEvent[i] = (bits & LOW) < eventBelow();
      cohort.own[i] = (long) (zeros * (LOG_2 * scale) + rest(exponential) * scale) / STEPS;
    }
  }

  private long eventBelow() {
    return Math.round(hazard / (hazard + lossHazard) / TO_UNIT);
  }

  private static long entry(long bits, double accrualSteps) {
    return (long) ((bits >>> 32) * (accrualSteps * TO_UNIT));
  }

  private static int zeros(long bits) {
    return Long.numberOfTrailingZeros(bits | ZEROS_END);
  }

  private static int moreZeros(long bits) {
    return Long.numberOfTrailingZeros(bits | Long.MIN_VALUE);
  }

  /**
   * -log(m), m uniform in (1/2, 1]: with {@code s = (r - m) / (r + m)}, r the root of 1/2, it is
   * {@code log(2) / 2 + 2 artanh s}, and |s| is at most 0.1716, so that ten terms of the series of
   * artanh leave an error below 2e-17.
   */
  private static double rest(long bits) {
    double m = 1 - ((bits >>> ZEROS) + 0.5) * TO_HALF;
    double s = (ROOT_HALF - m) / (ROOT_HALF + m);
    double q = s * s;
    double sum = 1.0 / 19;
    sum = sum * q + 1.0 / 17;
    sum = sum * q + 1.0 / 15;
    sum = sum * q + 1.0 / 13;
    sum = sum * q + 1.0 / 11;
    sum = sum * q + 1.0 / 9;
    sum = sum * q + 1.0 / 7;
    sum = sum * q + 1.0 / 5;
    sum = sum * q + 1.0 / 3;
    sum = sum * q + 1;
    return LOG_2 / 2 + 2 * s * sum;
  }

  /**
   * Observed events and exposure of 512 trials at once. Each loop runs over the trials, without a
   * branch, over arrays that stay in the nearest cache: the form that HotSpot turns into vector
   * instructions.
   */
  static final class Block {
    static final int TRIALS = 512;

    private final Logarithm sampler;
    private final int participants;
    private final double cut;
    private final long[] origin = new long[TRIALS];
    private final long[] bits = new long[TRIALS];
    private final long[] exponential = new long[TRIALS];
    private final int[] zeros = new int[TRIALS];
    private final double[] own = new double[TRIALS];
    private final long[] events = new long[TRIALS];
    private final long[] exposure = new long[TRIALS];

    Block(Logarithm sampler, int participants, double cut) {
      Require.atMost("participants x cut", participants * cut, MOST);
      this.sampler = sampler;
      this.participants = participants;
      this.cut = cut;
    }

    /** Draws trials first, ..., first + 511. */
    void draw(TrialStream stream, long first) {
      double scale = STEPS / (sampler.hazard + sampler.lossHazard);
      double accrual = sampler.accrual * STEPS;
      long eventBelow = sampler.eventBelow();
      long end = Math.round(cut * STEPS);
      for (int t = 0; t < TRIALS; t++) {
        origin[t] = stream.origin(first + t);
        events[t] = 0;
        exposure[t] = 0;
      }
      for (int i = 0; i < participants; i++) {
        TrialStream.at(origin, 2L * i + 1, bits);
        TrialStream.at(origin, 2L * i + 2, exponential);
        countZeros(2L * participants + i + 1);
        logarithms(exponential, own);
        ownTimes(zeros, scale, own);
        addSeen(accrual, end, eventBelow);
      }
    }

    private void countZeros(long place) {
      int saturated = 0;
      for (int t = 0; t < TRIALS; t++) {
        zeros[t] = zeros(exponential[t]);
        saturated |= ZEROS - 1 - zeros[t];
      }
      if (saturated < 0) {
        for (int t = 0; t < TRIALS; t++) {
          zeros[t] += zeros[t] == ZEROS ? moreZeros(TrialStream.at(origin[t], place)) : 0;
        }
      }
    }

    private static void logarithms(long[] exponential, double[] rest) {
      for (int t = 0; t < TRIALS; t++) {
        rest[t] = rest(exponential[t]);
      }
    }

    private static void ownTimes(int[] zeros, double scale, double[] own) {
      for (int t = 0; t < TRIALS; t++) {
        own[t] = zeros[t] * (LOG_2 * scale) + own[t] * scale;
      }
    }

    /** The sign of a difference says whether it is below 0. */
    private void addSeen(double accrual, long end, long eventBelow) {
      for (int t = 0; t < TRIALS; t++) {
        long followed = Math.max(0, end - entry(bits[t], accrual));
        long until = (long) own[t];
        exposure[t] += Math.min(until, followed);
        events[t] += ((until - followed - 1) & ((bits[t] & LOW) - eventBelow)) >>> 63;
      }
    }

    int events(int trial) {
      return (int) events[trial];
    }

    double exposure(int trial) {
      return exposure[trial] / STEPS;
    }
  }
}
