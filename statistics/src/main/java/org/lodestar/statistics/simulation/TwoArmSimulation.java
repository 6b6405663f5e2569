package org.lodestar.statistics.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.lodestar.statistics.Require;
import org.lodestar.statistics.sequential.GroupSequential;

/**
 * The operating characteristics of a two-arm trial with the log-rank test, one-sided for longer
 * survival of the treated, at one cut or at event-driven looks with group sequential bounds.
 */
public final class TwoArmSimulation {
  private TwoArmSimulation() {}

  /**
   * Simulates the trial with looks after given numbers of events; the last is the final analysis,
   * at the latest at the trial's cut.
   *
   * @param trial the trial
   * @param events the number of events at each look, rising
   * @param bounds the bounds, one per look, on z for longer survival of the treated
   * @param run how many trials, from which seed, on how many threads
   */
  public static OperatingCharacteristics of(
      TwoArmTrial trial, int[] events, GroupSequential bounds, Run run) {
    Require.sameLength("events", events.length, "looks", bounds.looks().number());
    Cut[] cuts = new Cut[events.length];
    for (int k = 0; k < events.length; k++) {
      cuts[k] = new Cut.AfterEvents(events[k], latest(trial.cut()));
    }
    double[] upper = new double[events.length];
    Arrays.setAll(upper, bounds::upper);
    return simulate(trial, cuts, name(cuts), () -> new LogRankOfArms(trial, upper), run);
  }

  /**
   * Simulates the trial with one analysis.
   *
   * @param trial the trial
   * @param criticalZ reject at this z or above
   * @param run how many trials, from which seed, on how many threads
   */
  public static OperatingCharacteristics of(TwoArmTrial trial, double criticalZ, Run run) {
    Require.finite("criticalZ", criticalZ);
    Cut[] cuts = {trial.cut()};
    double[] upper = {criticalZ};
    return simulate(trial, cuts, name(cuts), () -> new LogRankOfArms(trial, upper), run);
  }

  /**
   * Simulates the trial with one analysis of any kind: strata, weights, a Cox model, a difference
   * of restricted means.
   *
   * @param trial the trial
   * @param analysis the analysis
   * @param run how many trials, from which seed, on how many threads
   */
  public static OperatingCharacteristics of(TwoArmTrial trial, TwoArmAnalysis analysis, Run run) {
    return simulate(trial, new Cut[] {trial.cut()}, analysis.name(), () -> analysis::rejects, run);
  }

  private static double latest(Cut cut) {
    return cut instanceof Cut.AfterEvents driven ? driven.latest() : ((Cut.At) cut).time();
  }

  private static String name(Cut[] cuts) {
    return "log-rank, " + cuts.length + " looks";
  }

  /** Decides at a look, on one thread. */
  interface Decision {
    boolean rejects(Cohort cohort, int controls, int look);
  }

  private static OperatingCharacteristics simulate(
      TwoArmTrial trial, Cut[] cuts, String rule, Supplier<Decision> decision, Run run) {
    Sampler controls =
        Sampler.of(
            run.sampling(), trial.controlTruth(), trial.accrual(), trial.lossHazard(), Scans.NONE);
    Sampler treated =
        Sampler.of(
            run.sampling(), trial.treatedTruth(), trial.accrual(), trial.lossHazard(), Scans.NONE);
    long[] sums =
        ParallelTrials.run(
            run.trials(),
            run.threads(),
            3,
            () -> new Worker(trial, controls, treated, cuts, decision.get(), run.seed()),
            run.progress());
    double trials = run.trials();
    double duration = ParallelTrials.real(sums[2]) / trials;
    OperatingCharacteristics.Result result =
        new OperatingCharacteristics.Result(rule, sums[1], 0, run.trials(), duration);
    String name =
        controls.name().equals(treated.name())
            ? controls.name()
            : controls.name() + " + " + treated.name();
    return new OperatingCharacteristics(
        name, run.seed(), run.trials(), sums[0] / trials, duration, List.of(result));
  }

  private static final class Worker implements ParallelTrials.Worker {
    private final TwoArmTrial trial;
    private final Sampler controls;
    private final Sampler treated;
    private final Cut[] cuts;
    private final Decision decision;
    private final TrialStream stream;
    private final Cohort cohort;

    Worker(
        TwoArmTrial trial,
        Sampler controls,
        Sampler treated,
        Cut[] cuts,
        Decision decision,
        long seed) {
      this.trial = trial;
      this.controls = controls;
      this.treated = treated;
      this.cuts = cuts;
      this.decision = decision;
      this.stream = new TrialStream(seed);
      this.cohort = new Cohort(trial.controls() + trial.treated(), Scans.NONE);
    }

    @Override
    public void run(long number, long[] sums) {
      stream.start(number);
      controls.draw(stream, cohort, 0, trial.controls());
      treated.draw(stream, cohort, trial.controls(), cohort.size);
      for (int k = 0; k < cuts.length; k++) {
        double at = cohort.observe(cuts[k]);
        boolean rejected = decision.rejects(cohort, trial.controls(), k);
        if (rejected || k == cuts.length - 1) {
          sums[0] += events();
          sums[1] += rejected ? 1 : 0;
          sums[2] += ParallelTrials.fixed(at);
          return;
        }
      }
    }

    private int events() {
      int events = 0;
      for (boolean e : cohort.event) {
        events += e ? 1 : 0;
      }
      return events;
    }
  }
}
