package org.lodestar.statistics.simulation;

import java.util.function.LongConsumer;
import org.lodestar.statistics.Require;

/**
 * How a simulation is run. Only trials and seed change its result.
 *
 * @param trials the number of simulated trials, at least 1
 * @param seed any number
 * @param threads the number of threads, at least 1
 * @param progress told how many trials are done, from any thread
 */
public record Run(long trials, long seed, int threads, LongConsumer progress) {
  /** Refuses fewer than one trial or thread. */
  public Run {
    if (trials < 1) {
      throw Require.refusal("trials", trials, "1 or more");
    }
    Require.within("threads", threads, 1, 1024);
  }

  /**
   * A silent run on one thread.
   *
   * @param trials the number of simulated trials
   * @param seed any number
   */
  public static Run of(long trials, long seed) {
    return new Run(trials, seed, 1, done -> {});
  }

  /**
   * The same run on more threads.
   *
   * @param number how many
   */
  public Run on(int number) {
    return new Run(trials, seed, number, progress);
  }
}
