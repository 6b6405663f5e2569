package org.lodestar.verification.statistics;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.lodestar.statistics.simulation.EstimationSimulation;
import org.lodestar.statistics.simulation.OperatingCharacteristics;
import org.lodestar.statistics.simulation.Rule;
import org.lodestar.statistics.simulation.Run;
import org.lodestar.statistics.simulation.Sampling;
import org.lodestar.statistics.simulation.SingleArmSimulation;
import org.lodestar.statistics.simulation.SingleArmTrial;
import org.lodestar.statistics.simulation.Statistic;
import org.lodestar.statistics.survival.Exponential;
import org.lodestar.statistics.survival.KaplanMeier;
import org.lodestar.statistics.survival.LogRank;
import org.lodestar.statistics.survival.SurvivalData;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The speeds that docs/performance.md reports; run by verification/bench/statistics.sh. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StatisticsBenchmark {
  private static final int TRIALS = 1_000_000;
  private static final int REPORTS = 20_000;
  private static final Exponential NULL = Exponential.through(12, 0.34);

  /** 41 participants, accrual and follow-up 24 months, 5 % lost by 24 months. */
  private static final SingleArmTrial TRIAL =
      SingleArmTrial.uniform(41, 24, 24, Exponential.through(12, 0.52))
          .withLoss(-Math.log(0.95) / 24);

  /** One million participants in two groups. */
  @State(Scope.Benchmark)
  public static class Million {
    @Param({"continuous", "days"})
    public String times;

    private SurvivalData data;
    private int[] group;

    @Setup(Level.Trial)
    public void draw() {
      int n = 1_000_000;
      Random random = new Random(7);
      double[] t = new double[n];
      boolean[] e = new boolean[n];
      group = new int[n];
      for (int i = 0; i < n; i++) {
        double event = -Math.log1p(-random.nextDouble()) * 500;
        double end = 730 + 731 * random.nextDouble();
        t[i] = Math.min(event, end);
        t[i] = times.equals("days") ? Math.ceil(t[i]) : t[i];
        e[i] = event <= end;
        group[i] = i & 1;
      }
      data = SurvivalData.of(t, e);
    }
  }

  /** Both ways of drawing. */
  @State(Scope.Benchmark)
  public static class Way {
    @Param({"ZIGGURAT", "LOGARITHM"})
    public Sampling sampling;
  }

  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @OperationsPerInvocation(TRIALS)
  public OperatingCharacteristics oneSampleLogRankTrials(Way way) {
    return trials(TRIALS, way.sampling, 1);
  }

  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @OperationsPerInvocation(TRIALS)
  public OperatingCharacteristics oneSampleLogRankTrialsOnTwoThreads(Way way) {
    return trials(TRIALS, way.sampling, 2);
  }

  static OperatingCharacteristics trials(int trials, Sampling sampling, int threads) {
    Rule rule = Rule.LogRank.whole(Statistic.BRESLOW, NULL, 0.025);
    Run run = Run.of(trials, 1).on(threads).by(sampling);
    return SingleArmSimulation.of(TRIAL, List.of(rule), run);
  }

  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @OperationsPerInvocation(REPORTS)
  public EstimationSimulation.Report fullReports() {
    return EstimationSimulation.of(TRIAL, 12, 0.95, Run.of(REPORTS, 1));
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public double kaplanMeierAndLogRank(Million million) {
    return KaplanMeier.of(million.data).survivalAt(365).value()
        + LogRank.of(million.data, million.group).chiSquared();
  }
}
