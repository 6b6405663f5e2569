package org.lodestar.statistics.simulation;

import java.util.List;

/**
 * What a design did in many simulated trials.
 *
 * @param sampler the sampler that drew them; results are bit-equal only for one sampler
 * @param seed the seed
 * @param trials how many
 * @param meanEvents the mean number of events at the trial's cut
 * @param meanCut the mean calendar time of that cut
 * @param results one result per rule, in order
 */
public record OperatingCharacteristics(
    String sampler,
    long seed,
    long trials,
    double meanEvents,
    double meanCut,
    List<Result> results) {
  /** Copies the list. */
  public OperatingCharacteristics {
    results = List.copyOf(results);
  }

  /**
   * What one rule did.
   *
   * @param rule the rule in words
   * @param rejections how often it rejected the null
   * @param futile how often it stopped early for futility
   * @param trials of how many
   * @param meanDuration the mean calendar time of the decision
   */
  public record Result(
      String rule, long rejections, long futile, long trials, double meanDuration) {
    /** The share of trials that rejected: size under the null, power under the alternative. */
    public double rejected() {
      return (double) rejections / trials;
    }

    /** The Monte Carlo standard error of {@link #rejected()}. */
    public double standardError() {
      double p = rejected();
      return Math.sqrt(p * (1 - p) / trials);
    }

    /** The share of trials stopped early for futility. */
    public double stoppedForFutility() {
      return (double) futile / trials;
    }
  }
}
