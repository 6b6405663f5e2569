package org.lodestar.app.cli.design;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.Progress;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import org.lodestar.statistics.simulation.EstimationSimulation;
import org.lodestar.statistics.simulation.OperatingCharacteristics;
import org.lodestar.statistics.simulation.Rule;
import org.lodestar.statistics.simulation.Sampling;
import org.lodestar.statistics.simulation.Scans;
import org.lodestar.statistics.simulation.SingleArmSimulation;
import org.lodestar.statistics.simulation.SingleArmTrial;
import org.lodestar.statistics.simulation.Statistic;
import org.lodestar.statistics.survival.Exponential;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.PiecewiseExponential;
import org.lodestar.statistics.survival.Plateau;
import org.lodestar.statistics.survival.SurvivalModel;
import org.lodestar.statistics.survival.Weibull;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a design does when a stated curve is the truth. */
@Command(name = "operating-characteristics")
final class DesignOperatingCharacteristics implements Verb {
  private static final double LEVEL = 0.95;

  @Mixin DesignOptions options;
  @Mixin SimulationOptions simulation;

  @Option(names = "--n", required = true, paramLabel = "N")
  int n;

  @Option(names = "--truth", paramLabel = "RATE")
  @Nullable Double truth;

  @Option(names = "--plateau", paramLabel = "SHARE")
  @Nullable Double plateau;

  @Option(names = "--delay", paramLabel = "TIME", converter = Months.Converter.class)
  @Nullable Months delay;

  @Option(names = "--loss", paramLabel = "HAZARD", defaultValue = "0")
  double loss;

  @Option(names = "--scans", paramLabel = "TIME", converter = Months.Converter.class)
  @Nullable Months scans;

  @Option(names = "--sampler", paramLabel = "SAMPLER", defaultValue = "ZIGGURAT")
  Sampling sampler;

  @Override
  public Answer run(Session session) {
    try {
      return answer(session);
    } catch (IllegalArgumentException refusal) {
      throw DesignOptions.refused("operating-characteristics", refusal);
    }
  }

  private Answer answer(Session session) {
    SingleArmTrial trial =
        SingleArmTrial.uniform(n, options.accrual.value(), options.followUp.value(), truth())
            .withLoss(loss)
            .withScans(scans == null ? Scans.NONE : Scans.every(scans.value()));
    List<Rule> rules = rules();
    OperatingCharacteristics result;
    EstimationSimulation.Report report;
    try (Progress progress = simulation.progress(session, 2)) {
      result = SingleArmSimulation.of(trial, rules, simulation.run(progress, 0).by(sampler));
      report =
          EstimationSimulation.of(
              trial,
              options.at.value(),
              LEVEL,
              simulation.run(progress, simulation.trials).by(sampler));
    }
    ObjectNode document = document(session, trial, result, report);
    return Answer.with(document)
        .line(session.say("truth: ", "真实曲线：") + ModelWords.describe(session, trial.truth()))
        .table(
            List.of(
                session.say("rule", "检验"),
                session.say("rejects", "拒绝率"),
                session.say("Monte Carlo error", "模拟误差")),
            rows(session, rules, result))
        .line(
            session.say("mean events ", "平均事件数 ")
                + Figures.fixed(result.meanEvents(), 2)
                + session.say(", data cut at ", "，数据截止 ")
                + Figures.fixed(result.meanCut(), 1))
        .line(
            session.say("landmark rate: mean ", "界标率：均值 ")
                + Figures.fixed(report.meanRate(), 4)
                + session.say(", 95 % interval covers ", "，95 % 区间覆盖率 ")
                + Figures.fixed(report.rateCoverage(), 4))
        .line(
            session.say("median: mean ", "中位数：均值 ")
                + Figures.fixed(report.meanMedian(), 2)
                + session.say(", 95 % interval covers ", "，95 % 区间覆盖率 ")
                + Figures.fixed(report.medianCoverage(), 4))
        .line(
            result.trials()
                + session.say(" trials, sampler ", " 次模拟，抽样器 ")
                + result.sampler()
                + ", seed "
                + result.seed())
        .done();
  }

  private SurvivalModel truth() {
    double rate = truth == null ? options.alternative : truth;
    double time = options.at.value();
    if (plateau != null) {
      return Plateau.through(plateau, time, rate);
    }
    if (delay != null) {
      Exponential control = Exponential.through(time, options.nullRate);
      return PiecewiseExponential.delayedEffect(
          control, delay.value(), options.design().hazardRatio());
    }
    return options.shape == 1
        ? Exponential.through(time, rate)
        : Weibull.through(options.shape, time, rate);
  }

  private List<Rule> rules() {
    DesignComparison comparison = new DesignComparison(options.design(), options.binomial());
    double alpha = options.alpha / options.sides;
    return List.of(
        comparison.logRank(Statistic.BRESLOW),
        comparison.logRank(Statistic.WU),
        comparison.logRank(Statistic.EXACT_POISSON),
        comparison.logRank(Statistic.GAMMA),
        comparison.truncated(Statistic.BRESLOW),
        comparison.truncated(Statistic.WU),
        comparison.exactBinomial(),
        new Rule.LandmarkKaplanMeier(
            options.at.value(), options.nullRate, IntervalType.LOG_LOG, alpha));
  }

  private static List<List<String>> rows(
      Session session, List<Rule> rules, OperatingCharacteristics result) {
    List<List<String>> rows = new ArrayList<>();
    for (int r = 0; r < rules.size(); r++) {
      OperatingCharacteristics.Result each = result.results().get(r);
      rows.add(
          List.of(
              RuleWords.of(session, rules.get(r)),
              Figures.fixed(each.rejected(), 4),
              Figures.fixed(each.standardError(), 4)));
    }
    return rows;
  }

  private static ObjectNode document(
      Session session,
      SingleArmTrial trial,
      OperatingCharacteristics result,
      EstimationSimulation.Report report) {
    ObjectNode document = session.document();
    document.put("truth", trial.truth().describe()).put("n", trial.participants());
    document.put("sampler", result.sampler()).put("seed", result.seed());
    document.put("trials", result.trials()).put("meanEvents", result.meanEvents());
    document.put("meanCut", result.meanCut());
    ArrayNode rules = document.putArray("rules");
    for (OperatingCharacteristics.Result each : result.results()) {
      rules
          .addObject()
          .put("rule", each.rule())
          .put("rejected", each.rejected())
          .put("standardError", each.standardError());
    }
    document
        .putObject("estimation")
        .put("meanRate", report.meanRate())
        .put("rateCoverage", report.rateCoverage())
        .put("meanMedian", report.meanMedian())
        .put("mediansReached", report.mediansReached())
        .put("medianCoverage", report.medianCoverage());
    return document;
  }
}
