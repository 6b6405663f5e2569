package org.lodestar.verification.statistics;

import java.util.Arrays;
import java.util.Locale;
import org.lodestar.statistics.simulation.Sampling;

/**
 * What a second thread gains: one and two threads take turns within seconds of each other, so that
 * a processor that is slower for a while is slower for both. Prints the median of the ratios.
 */
public final class SecondThread {
  private static final int TURNS = 15;
  private static final int TRIALS = 3_000_000;

  private SecondThread() {}

  public static void main(String[] arguments) {
    for (Sampling sampling : Sampling.values()) {
      StatisticsBenchmark.trials(TRIALS, sampling, 1);
      double[] one = new double[TURNS];
      double[] two = new double[TURNS];
      double[] gain = new double[TURNS];
      for (int turn = 0; turn < TURNS; turn++) {
        one[turn] = speed(sampling, 1);
        two[turn] = speed(sampling, 2);
        gain[turn] = two[turn] / one[turn];
      }
      System.out.println(
          String.format(
              Locale.ROOT,
              "%s: one thread %.0f trials/s, two %.0f; gain %.2f (%.2f to %.2f in %d turns)",
              sampling,
              median(one),
              median(two),
              median(gain),
              Arrays.stream(gain).min().orElseThrow(),
              Arrays.stream(gain).max().orElseThrow(),
              TURNS));
    }
  }

  private static double speed(Sampling sampling, int threads) {
    long begin = System.nanoTime();
    StatisticsBenchmark.trials(TRIALS, sampling, threads);
    return TRIALS * 1e9 / (System.nanoTime() - begin);
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
  }
}
