package org.lodestar.statistics.simulation;

import java.util.function.LongConsumer;
import org.lodestar.statistics.Require;

/**
 * How a simulation is run. Only trials, seed and sampling change its result.
 *
 * @param trials the number of simulated trials, at least 1
 * @param seed any number
 * @param threads the number of threads, at least 1
 * @param progress told how many trials are done, from any thread
 * @param sampling how random numbers become participants
 */
public record Run(long trials, long seed, int threads, LongConsumer progress, Sampling sampling) {
  /** Refuses fewer than one trial or thread. */
  public Run {
    if (trials < 1) {
      throw Require.refusal("trials", trials, "1 or more");
    }
    Require.within("threads", threads, 1, 1024);
  }

  /**
   * A run with the ziggurat.
   *
   * @param trials the number of simulated trials
   * @param seed any number
   * @param threads the number of threads
   * @param progress told how many trials are done, from any thread
   */
  public Run(long trials, long seed, int threads, LongConsumer progress) {
    this(trials, seed, threads, progress, Sampling.ZIGGURAT);
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
    return new Run(trials, seed, number, progress, sampling);
  }

  /**
   * The same run with another way of drawing.
   *
   * @param other how random numbers become participants
   */
  public Run by(Sampling other) {
    return new Run(trials, seed, threads, progress, other);
  }
}
