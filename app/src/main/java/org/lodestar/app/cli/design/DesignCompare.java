package org.lodestar.app.cli.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.Progress;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import org.lodestar.statistics.design.Dropout;
import org.lodestar.statistics.design.OneArmSurvival;
import org.lodestar.statistics.design.WholeCurveMethod;
import org.lodestar.statistics.simulation.OperatingCharacteristics;
import org.lodestar.statistics.simulation.Rule;
import org.lodestar.statistics.simulation.Scans;
import org.lodestar.statistics.simulation.SingleArmSimulation;
import org.lodestar.statistics.simulation.SingleArmTrial;
import org.lodestar.statistics.simulation.Statistic;
import org.lodestar.statistics.survival.Plateau;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All methods side by side, with the power and size that they really give, and what breaks them.
 */
@Command(name = "compare")
final class DesignCompare implements Verb {
  private static final List<Double> PLATEAUS = List.of(0.10, 0.15, 0.20);
  private static final List<Integer> SCAN_WEEKS = List.of(6, 8, 12);
  private static final double WEEK = 7 * 12 / 365.25;

  @Mixin DesignOptions options;
  @Mixin SimulationOptions simulation;

  @Option(names = "--n", paramLabel = "N", defaultValue = "0")
  int n;

  @Override
  public Answer run(Session session) {
    try {
      return answer(session);
    } catch (IllegalArgumentException refusal) {
      throw DesignOptions.refused("compare", refusal);
    }
  }

  private Answer answer(Session session) {
    OneArmSurvival design = options.design();
    DesignComparison comparison = new DesignComparison(design, options.binomial());
    int participants = n > 0 ? n : WholeCurveMethod.LOG_HAZARD_RATIO.size(design).n();
    List<DesignComparison.Row> rows = comparison.rows();
    Map<String, Rule> named = named(comparison);
    List<Rule> rules =
        Stream.concat(
                named.values().stream(),
                rows.stream().map(DesignComparison.Row::rule).filter(Objects::nonNull))
            .distinct()
            .toList();
    Scenarios scenarios = simulate(session, design, participants, rules);
    ObjectNode document = session.document();
    document.put("n", participants).put("sampler", scenarios.power().sampler());
    document.put("seed", simulation.seed).put("trials", simulation.trials);
    Answer.Builder answer = Answer.with(document);
    answer.line(title(session, design));
    answer.table(
        methodHeadings(session, participants), methods(session, document, rows, rules, scenarios));
    answer.line("");
    answer.table(
        testHeadings(session, scenarios), tests(session, document, named, rules, scenarios));
    answer.line("");
    Dropout dropout =
        Dropout.of(WholeCurveMethod.LOG_HAZARD_RATIO, design, options.dropout, options.at.value());
    DesignTables.putDropout(document, dropout);
    answer.table(DesignTables.dropoutHeadings(session), DesignTables.dropoutRows(session, dropout));
    answer.line("");
    String sentence = sentence(session, design);
    document.put("sentence", sentence);
    document.put("nullAssumption", design.nullModel().assumption());
    String r = RCalls.of(design, WholeCurveMethod.LOG_HAZARD_RATIO);
    document.put("r", r);
    return answer
        .line(sentence)
        .line(
            session.say("The null curve assumes: ", "零假设曲线的前提：")
                + ModelWords.assumption(session, design.nullModel())
                + session.say(".", "。"))
        .line(
            simulation.trials
                + session.say(" trials a figure, sampler ", " 次模拟，抽样器 ")
                + scenarios.power().sampler()
                + ", seed "
                + simulation.seed
                + session.say("; Monte Carlo error at most ", "；模拟误差至多 ")
                + Figures.fixed(0.5 / Math.sqrt((double) simulation.trials), 4))
        .line("R: " + r)
        .done();
  }

  /** The tests of the second table, by the names that a protocol would use. */
  private static Map<String, Rule> named(DesignComparison comparison) {
    Map<String, Rule> named = new LinkedHashMap<>();
    named.put("Breslow (O-E)/sqrt(E)", comparison.logRank(Statistic.BRESLOW));
    named.put("Wu (O-E)/sqrt((O+E)/2)", comparison.logRank(Statistic.WU));
    named.put("exact Poisson", comparison.logRank(Statistic.EXACT_POISSON));
    named.put("exact gamma", comparison.logRank(Statistic.GAMMA));
    named.put("exact binomial at the landmark", comparison.exactBinomial());
    named.put("Breslow truncated at the landmark", comparison.truncated(Statistic.BRESLOW));
    named.put("Wu truncated at the landmark", comparison.truncated(Statistic.WU));
    return named;
  }

  private record Scenarios(
      OperatingCharacteristics power,
      OperatingCharacteristics size,
      Map<String, OperatingCharacteristics> broken) {}

  private Scenarios simulate(
      Session session, OneArmSurvival design, int participants, List<Rule> rules) {
    SingleArmTrial trial =
        SingleArmTrial.uniform(
            participants, design.accrual(), design.followUp(), design.alternativeModel());
    SingleArmTrial atNull = trial.under(design.nullModel());
    Map<String, SingleArmTrial> broken = new LinkedHashMap<>();
    for (double plateau : PLATEAUS) {
      if (plateau < design.nullSurvival()) {
        String name = session.say("plateau ", "平台 ") + Figures.plain(100 * plateau) + " %";
        broken.put(
            name, trial.under(Plateau.through(plateau, design.time(), design.nullSurvival())));
      }
    }
    for (int weeks : SCAN_WEEKS) {
      broken.put(
          session.say("scans " + weeks + " wk", "每 " + weeks + " 周扫描"),
          atNull.withScans(Scans.every(weeks * WEEK)));
    }
    Map<String, OperatingCharacteristics> results = new LinkedHashMap<>();
    try (Progress progress = simulation.progress(session, 2 + broken.size())) {
      OperatingCharacteristics power =
          SingleArmSimulation.of(trial, rules, simulation.run(progress, 0));
      long done = simulation.trials;
      OperatingCharacteristics size =
          SingleArmSimulation.of(atNull, rules, simulation.run(progress, done));
      for (Map.Entry<String, SingleArmTrial> each : broken.entrySet()) {
        done += simulation.trials;
        results.put(
            each.getKey(),
            SingleArmSimulation.of(each.getValue(), rules, simulation.run(progress, done)));
      }
      return new Scenarios(power, size, results);
    }
  }

  private static String title(Session session, OneArmSurvival d) {
    String what =
        "S(%s) %s -> %s, accrual %s, follow-up %s"
            .formatted(
                Figures.plain(d.time()),
                Figures.plain(d.nullSurvival()),
                Figures.plain(d.alternativeSurvival()),
                Figures.plain(d.accrual()),
                Figures.plain(d.followUp()));
    String errors =
        session.say("alpha ", "α ")
            + Figures.plain(d.errors().alpha())
            + session.say(", sides ", "，侧数 ")
            + d.errors().sides()
            + session.say(", power ", "，检验效能 ")
            + Figures.plain(d.errors().power());
    return what + "; " + errors;
  }

  private static List<String> methodHeadings(Session session, int participants) {
    return List.of(
        session.say("method", "方法"),
        session.say("raw n", "未取整"),
        "n",
        session.say("power at ", "效能 n=") + participants,
        session.say("size at ", "一类错误 n=") + participants);
  }

  private static List<List<String>> methods(
      Session session,
      ObjectNode document,
      List<DesignComparison.Row> rows,
      List<Rule> rules,
      Scenarios scenarios) {
    ArrayNode list = document.putArray("methods");
    List<List<String>> table = new ArrayList<>();
    for (DesignComparison.Row row : rows) {
      ObjectNode node = list.addObject();
      DesignTables.put(node, row.size());
      String power = "-";
      String size = "-";
      if (row.rule() != null) {
        int at = rules.indexOf(row.rule());
        node.put("test", row.rule().describe());
        node.put("power", rejected(scenarios.power(), at));
        node.put("size", rejected(scenarios.size(), at));
        power = Figures.fixed(rejected(scenarios.power(), at), 3);
        size = Figures.fixed(rejected(scenarios.size(), at), 4);
      }
      table.add(
          List.of(
              MethodNames.of(session, row.size().method()),
              Figures.fixed(row.size().raw(), 2),
              Integer.toString(row.size().n()),
              power,
              size));
    }
    return table;
  }

  private static List<String> testHeadings(Session session, Scenarios scenarios) {
    List<String> headings = new ArrayList<>();
    headings.add(session.say("test", "检验"));
    headings.add(session.say("power", "效能"));
    headings.add(session.say("size", "一类错误"));
    headings.addAll(scenarios.broken().keySet());
    return headings;
  }

  private static List<List<String>> tests(
      Session session,
      ObjectNode document,
      Map<String, Rule> named,
      List<Rule> rules,
      Scenarios scenarios) {
    ArrayNode list = document.putArray("tests");
    List<List<String>> table = new ArrayList<>();
    named.forEach(
        (name, rule) -> {
          int at = rules.indexOf(rule);
          ObjectNode node = list.addObject().put("test", name);
          node.put("power", rejected(scenarios.power(), at));
          node.put("size", rejected(scenarios.size(), at));
          ObjectNode broken = node.putObject("sizeWhen");
          List<String> row = new ArrayList<>();
          row.add(MethodNames.of(session, name));
          row.add(Figures.fixed(rejected(scenarios.power(), at), 3));
          row.add(Figures.fixed(rejected(scenarios.size(), at), 4));
          scenarios
              .broken()
              .forEach(
                  (scenario, result) -> {
                    broken.put(scenario, rejected(result, at));
                    row.add(Figures.fixed(rejected(result, at), 3));
                  });
          table.add(row);
        });
    return table;
  }

  private static double rejected(OperatingCharacteristics characteristics, int rule) {
    return characteristics.results().get(rule).rejected();
  }

  private static String sentence(Session session, OneArmSurvival d) {
    int n = WholeCurveMethod.LOG_HAZARD_RATIO.size(d).n();
    String accrual = Figures.plain(d.accrual());
    String followUp = Figures.plain(d.followUp());
    return session.say(
        "n = %d is reproduced with accrual %s and follow-up %s months by events for the log hazard ratio over P(event)."
            .formatted(n, accrual, followUp),
        "以入组 %s 个月、随访 %s 个月，按对数风险比事件数除以事件概率可重现 n = %d。".formatted(accrual, followUp, n));
  }
}
