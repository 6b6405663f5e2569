package org.lodestar.statistics.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operating characteristics of a single-arm trial under any number of rules at once. */
public final class SingleArmSimulation {
  private static final int SHARED = 2;
  private static final int PER_RULE = 3;

  private SingleArmSimulation() {}

  /**
   * Simulates the trial.
   *
   * @param trial the trial
   * @param rules the rules, all applied to the same simulated participants
   * @param run how many trials, from which seed, on how many threads
   */
  public static OperatingCharacteristics of(SingleArmTrial trial, List<Rule> rules, Run run) {
    Sampler sampler = trial.sampler(run.sampling());
    long[] sums =
        ParallelTrials.run(
            run.trials(),
            run.threads(),
            SHARED + PER_RULE * rules.size(),
            () -> new Worker(trial, rules, sampler, run.seed()),
            run.progress());
    List<OperatingCharacteristics.Result> results = new ArrayList<>();
    for (int r = 0; r < rules.size(); r++) {
      int at = SHARED + PER_RULE * r;
      results.add(
          new OperatingCharacteristics.Result(
              rules.get(r).describe(),
              sums[at],
              sums[at + 1],
              run.trials(),
              ParallelTrials.real(sums[at + 2]) / run.trials()));
    }
    return new OperatingCharacteristics(
        sampler.name(),
        run.seed(),
        run.trials(),
        (double) sums[0] / run.trials(),
        ParallelTrials.real(sums[1]) / run.trials(),
        results);
  }

  /** The buffers and tables of one thread. */
  private static final class Worker implements ParallelTrials.Worker {
    private final SingleArmTrial trial;
    private final Sampler sampler;
    private final TrialStream stream;
    private final Cohort cohort;
    private final List<Judge> judges = new ArrayList<>();

    /** At most one is set, where no participant needs to be kept: the same draws, unbuffered. */
    private final Sampler.@Nullable Merged merged;

    private final Logarithm.@Nullable Block block;

    Worker(SingleArmTrial trial, List<Rule> rules, Sampler sampler, long seed) {
      this.trial = trial;
      this.sampler = sampler;
      this.stream = new TrialStream(seed);
      this.cohort = new Cohort(trial.participants(), trial.scans());
      addJudges(rules);
      boolean sumsSuffice =
          trial.cut() instanceof Cut.At
              && judges.stream().allMatch(j -> j instanceof Judge.LogRank l && l.needsOnlySums());
      this.merged = sumsSuffice && sampler instanceof Sampler.Merged m ? m : null;
      this.block =
          sumsSuffice && sampler instanceof Logarithm logarithm
              ? new Logarithm.Block(logarithm, trial.participants(), fixedTime())
              : null;
    }

    /** Log-rank rules of one null and one truncation share their sums. */
    private void addJudges(List<Rule> rules) {
      Map<List<Object>, Judge.LogRank> shared = new LinkedHashMap<>();
      List<Judge> sequential = new ArrayList<>();
      int n = trial.participants();
      for (int r = 0; r < rules.size(); r++) {
        int at = SHARED + PER_RULE * r;
        Rule rule = rules.get(r);
        if (rule instanceof Rule.LogRank test) {
          shared
              .computeIfAbsent(
                  List.of(test.nullModel(), test.truncatedAt()),
                  key -> new Judge.LogRank(test.nullModel(), test.truncatedAt()))
              .add(at, test.statistic().table(n, test.alpha()));
        } else if (rule instanceof Rule.LandmarkBinomial test) {
          judges.add(new Judge.LandmarkBinomial(at, test, n));
        } else if (rule instanceof Rule.LandmarkKaplanMeier test) {
          judges.add(new Judge.LandmarkKaplanMeier(at, test, n));
        } else if (rule instanceof Rule.Analysis analysis) {
          judges.add(new Judge.Analysis(at, analysis));
        } else if (rule instanceof Rule.Sequential test) {
          sequential.add(new Judge.Sequential(at, test, n));
        }
      }
      judges.addAll(0, shared.values());
      judges.addAll(sequential);
    }

    private double fixedTime() {
      return ((Cut.At) trial.cut()).inSteps();
    }

    @Override
    public void run(long from, long to, long[] sums) {
      if (block == null) {
        ParallelTrials.Worker.super.run(from, to, sums);
        return;
      }
      double cut = fixedTime();
      for (long first = from; first < to; first += Logarithm.Block.TRIALS) {
        block.draw(stream, first);
        int drawn = (int) Math.min(Logarithm.Block.TRIALS, to - first);
        for (int t = 0; t < drawn; t++) {
          cohort.events = block.events(t);
          cohort.exposure = block.exposure(t);
          judge(cut, sums);
        }
      }
    }

    @Override
    public void run(long number, long[] sums) {
      stream.start(number);
      if (merged != null) {
        merged.drawSums(stream, cohort, fixedTime());
        judge(fixedTime(), sums);
      } else {
        sampler.draw(stream, cohort, 0, cohort.size);
        judge(cohort.observe(trial.cut()), sums);
      }
    }

    private void judge(double cut, long[] sums) {
      long fixedCut = ParallelTrials.fixed(cut);
      sums[0] += cohort.events;
      sums[1] += fixedCut;
      for (Judge judge : judges) {
        judge.judge(cohort, fixedCut, sums);
      }
    }
  }
}
