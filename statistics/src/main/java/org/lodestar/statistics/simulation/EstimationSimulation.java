package org.lodestar.statistics.simulation;

import org.lodestar.statistics.Require;
import org.lodestar.statistics.distribution.Normal;

/**
 * How well a single-arm trial's report estimates: in every simulated trial the Kaplan-Meier rate at
 * a landmark and the median, each with its log-log interval.
 */
public final class EstimationSimulation {
  private static final int WIDTH = 6;

  private EstimationSimulation() {}

  /**
   * The result.
   *
   * @param sampler the sampler
   * @param trials how many trials
   * @param meanRate the mean of the landmark rate
   * @param rateCoverage the share of trials with a landmark interval in which it holds the truth
   * @param ratesWithInterval the share of trials in which that interval is estimable
   * @param meanMedian the mean of the median where estimable
   * @param mediansReached the share of trials in which the curve reaches its median
   * @param medianCoverage the share of trials in which the median's interval, open where a limit is
   *     not estimable, holds the truth
   */
  public record Report(
      String sampler,
      long trials,
      double meanRate,
      double rateCoverage,
      double ratesWithInterval,
      double meanMedian,
      double mediansReached,
      double medianCoverage) {}

  /**
   * Simulates the trial.
   *
   * @param trial the trial
   * @param landmark the time of the rate, above 0
   * @param level the coverage of both intervals, inside (0, 1)
   * @param run how many trials, from which seed, on how many threads
   */
  public static Report of(SingleArmTrial trial, double landmark, double level, Run run) {
    Require.positive("landmark", landmark);
    Require.insideUnit("level", level);
    Sampler sampler = trial.sampler(run.sampling());
    long[] sums =
        ParallelTrials.run(
            run.trials(),
            run.threads(),
            WIDTH,
            () -> new Worker(trial, sampler, landmark, level, run.seed()),
            run.progress());
    double trials = run.trials();
    return new Report(
        sampler.name(),
        run.trials(),
        ParallelTrials.real(sums[0]) / trials,
        sums[1] / (double) sums[2],
        sums[2] / trials,
        ParallelTrials.real(sums[3]) / sums[4],
        sums[4] / trials,
        sums[5] / trials);
  }

  private static final class Worker implements ParallelTrials.Worker {
    private static final double LOG_LOG_HALF = Math.log(-Math.log(0.5));

    private final SingleArmTrial trial;
    private final Sampler sampler;
    private final TrialStream stream;
    private final Cohort cohort;
    private final SmallCurve curve;
    private final double landmark;
    private final double z;
    private final double trueRate;
    private final double trueMedian;

    Worker(SingleArmTrial trial, Sampler sampler, double landmark, double level, long seed) {
      this.trial = trial;
      this.sampler = sampler;
      this.stream = new TrialStream(seed);
      this.cohort = new Cohort(trial.participants(), trial.scans());
      this.curve = new SmallCurve(trial.participants());
      this.landmark = landmark;
      this.z = Normal.upperQuantile((1 - level) / 2);
      this.trueRate = trial.truth().survival(landmark);
      this.trueMedian = trial.truth().timeAtHazard(Math.log(2));
    }

    @Override
    public void run(long number, long[] sums) {
      stream.start(number);
      sampler.draw(stream, cohort, 0, cohort.size);
      cohort.observe(trial.cut());
      curve.of(cohort);
      addRate(sums);
      addMedian(sums);
    }

    private void addRate(long[] sums) {
      double rate = curve.survivalAt(landmark);
      sums[0] += ParallelTrials.fixed(rate);
      if (rate > 0 && rate < 1) {
        double middle = Math.log(-Math.log(rate));
        double half = z * curve.errorOfLogAt(landmark) / -Math.log(rate);
        double truth = Math.log(-Math.log(trueRate));
        sums[1] += Math.abs(truth - middle) <= half ? 1 : 0;
        sums[2]++;
      }
    }

    /** The band crosses one half where log(-log S) -+ z se crosses log log 2. */
    private void addMedian(long[] sums) {
      double median = Double.NaN;
      double lower = Double.POSITIVE_INFINITY;
      double upper = Double.POSITIVE_INFINITY;
      for (int k = 0; k < curve.steps(); k++) {
        double s = curve.survival(k);
        if (s <= 0.5 && Double.isNaN(median)) {
          median = curve.time(k);
        }
        if (s > 0) {
          double cumulative = -Math.log(s);
          double middle = Math.log(cumulative);
          double half = z * curve.errorOfLog(k) / cumulative;
          if (middle + half >= LOG_LOG_HALF) {
            lower = Math.min(lower, curve.time(k));
          }
          if (middle - half >= LOG_LOG_HALF) {
            upper = curve.time(k);
            break;
          }
        }
      }
      if (!Double.isNaN(median)) {
        sums[3] += ParallelTrials.fixed(median);
        sums[4]++;
      }
      sums[5] += lower <= trueMedian && trueMedian <= upper ? 1 : 0;
    }
  }
}
