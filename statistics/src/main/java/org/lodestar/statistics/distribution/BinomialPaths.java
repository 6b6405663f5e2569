package org.lodestar.statistics.distribution;

import org.lodestar.statistics.Require;

/**
 * The exact joint distribution of a binomial count and a sequential rule: the probabilities of each
 * number of responses on the paths that no bound has stopped yet, participant by participant
 * (Schultz et al. 1973, Biometrics 29:293).
 */
public final class BinomialPaths {
  private final double[] mass;
  private int n;

  /**
   * All paths, before the first participant.
   *
   * @param most the greatest number of participants, at least 1
   */
  public BinomialPaths(int most) {
    Require.atLeast("most", most, 1);
    mass = new double[most + 1];
    mass[0] = 1;
  }

  /**
   * Goes on to so many participants.
   *
   * @param participants how many in all
   * @param p the probability of a response
   */
  public void advanceTo(int participants, double p) {
    for (; n < participants; n++) {
      for (int x = n + 1; x > 0; x--) {
        mass[x] = mass[x] * (1 - p) + mass[x - 1] * p;
      }
      mass[0] *= 1 - p;
    }
  }

  /**
   * Takes away the paths with at least this many responses.
   *
   * @param least how many
   * @return their probability
   */
  public double takeFrom(int least) {
    return take(Math.max(0, least), n);
  }

  /**
   * Takes away the paths with at most this many responses.
   *
   * @param most how many
   * @return their probability
   */
  public double takeAtMost(int most) {
    return take(0, Math.min(most, n));
  }

  /** The probability that no bound has stopped the trial. */
  public double remaining() {
    double sum = 0;
    for (int x = 0; x <= n; x++) {
      sum += mass[x];
    }
    return sum;
  }

  /**
   * The probability of so many responses on a path that goes on.
   *
   * @param responses how many
   */
  public double probability(int responses) {
    return responses < 0 || responses > n ? 0 : mass[responses];
  }

  private double take(int from, int to) {
    double sum = 0;
    for (int x = from; x <= to; x++) {
      sum += mass[x];
      mass[x] = 0;
    }
    return sum;
  }
}
