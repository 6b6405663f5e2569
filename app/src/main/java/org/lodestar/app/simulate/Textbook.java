package org.lodestar.app.simulate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.lodestar.statistics.simulation.EstimationSimulation;
import org.lodestar.statistics.simulation.OperatingCharacteristics;
import org.lodestar.statistics.simulation.Run;
import org.lodestar.statistics.simulation.Scans;
import org.lodestar.statistics.simulation.SingleArmSimulation;
import org.lodestar.statistics.simulation.SingleArmTrial;
import org.lodestar.statistics.survival.Exponential;

/**
 * The trial as a textbook has it: the same number enter at a constant rate, for as long and
 * followed as long, with the same true curve; nobody is lost, and no visit is missed or late.
 *
 * @param seen when every event is seen on its day
 * @param scanned when every event is seen at the next planned scan, on its planned day
 * @param scanDays between two scans
 * @param trials simulated for each
 */
public record Textbook(Column seen, Column scanned, int scanDays, long trials) {
  private static final long TRIALS = 100_000;
  private static final double YEAR = 365;
  private static final double LEVEL = 0.95;

  /**
   * One reading of the textbook.
   *
   * @param rateAtLandmark mean Kaplan-Meier rate on the protocol's day
   * @param rateAtExactDay the same at the exact day
   */
  public record Column(
      Map<DecisionRule, Double> rejected,
      double rateAtLandmark,
      double rateAtExactDay,
      double events) {
    public Column {
      rejected = Map.copyOf(rejected);
    }

    /** The share of trials in which a test rejects. */
    public double rejected(DecisionRule test) {
      return Objects.requireNonNull(rejected.get(test), test::key);
    }

    /** The mean of a figure of the batch, where the textbook has one. */
    public OptionalDouble mean(String figure) {
      return switch (figure) {
        case "rateAtLandmark" -> OptionalDouble.of(rateAtLandmark);
        case "rateAtExactDay" -> OptionalDouble.of(rateAtExactDay);
        case "events" -> OptionalDouble.of(events);
        default -> OptionalDouble.empty();
      };
    }
  }

  /**
   * @param accrualDays from the first to enter to the last
   * @param followUpDays from the last to enter to the data cut
   */
  static Textbook of(
      TrialBatch batch, int n, double accrualDays, double followUpDays, long seed, int threads) {
    Exponential truth = Exponential.through(YEAR, batch.scenario().trueRate());
    SingleArmTrial trial = SingleArmTrial.uniform(n, accrualDays, followUpDays, truth);
    Run run = Run.of(TRIALS, seed).on(threads);
    TrialDesign design = TrialDesign.of(batch.protocol());
    int days = ProtocolFigures.of(batch.protocol()).scanIntervalDays();
    return new Textbook(
        column(trial, design, run),
        column(trial.withScans(Scans.every(days)), design, run),
        days,
        TRIALS);
  }

  private static Column column(SingleArmTrial trial, TrialDesign design, Run run) {
    List<DecisionRule> tests = List.of(DecisionRule.values());
    OperatingCharacteristics result =
        SingleArmSimulation.of(trial, tests.stream().map(test -> test.rule(design)).toList(), run);
    Map<DecisionRule, Double> rejected = new EnumMap<>(DecisionRule.class);
    for (int i = 0; i < tests.size(); i++) {
      rejected.put(tests.get(i), result.results().get(i).rejected());
    }
    return new Column(
        rejected,
        EstimationSimulation.of(trial, design.landmarkDay(), LEVEL, run).meanRate(),
        EstimationSimulation.of(trial, design.exactDay(), LEVEL, run).meanRate(),
        result.meanEvents());
  }
}
