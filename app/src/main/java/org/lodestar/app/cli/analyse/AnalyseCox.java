package org.lodestar.app.cli.analyse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.CsvTable;
import org.lodestar.app.cli.Exit;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import org.lodestar.statistics.survival.Concordance;
import org.lodestar.statistics.survival.CoxRegression;
import org.lodestar.statistics.survival.ProportionalHazardsTest;
import org.lodestar.statistics.survival.Ties;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cox regression of a file. */
@Command(name = "cox")
final class AnalyseCox implements Verb {
  @Mixin AnalyseData data;

  @Option(names = "--covariates", required = true, split = ",", paramLabel = "COLUMNS")
  List<String> covariates;

  @Option(names = "--strata", paramLabel = "COLUMN")
  @Nullable String strata;

  @Option(names = "--ties", paramLabel = "TIES", defaultValue = "EFRON")
  Ties ties;

  @Option(names = "--level", paramLabel = "LEVEL", defaultValue = "0.95")
  double level;

  @Override
  public Answer run(Session session) throws IOException {
    try {
      return answer(session);
    } catch (IllegalArgumentException refusal) {
      throw AnalyseData.refused("cox", refusal);
    }
  }

  private Answer answer(Session session) throws IOException {
    CsvTable table = data.table(session);
    CoxRegression fit =
        CoxRegression.of(
            data.survival(table),
            covariates,
            covariates.stream().map(table::numbers).toArray(double[][]::new),
            strata == null ? new int[table.size()] : table.codes(strata),
            ties);
    ObjectNode document = session.document();
    document.put("participants", fit.participants()).put("events", fit.eventCount());
    document.put("ties", ties.name()).put("converged", fit.converged());
    Answer.Builder answer = Answer.with(document);
    answer.table(
        List.of(
            session.say("covariate", "协变量"),
            session.say("coefficient", "系数"),
            session.say("hazard ratio", "风险比"),
            session.say("interval", "区间"),
            "z",
            "p"),
        terms(document.putArray("terms"), fit));
    putTests(session, document, answer, fit);
    String r = rCall();
    document.put("r", r);
    return answer.line("R: " + r).exit(fit.converged() ? Exit.OK : Exit.INVALID).done();
  }

  private List<List<String>> terms(ArrayNode list, CoxRegression fit) {
    List<List<String>> rows = new ArrayList<>();
    for (int k = 0; k < covariates.size(); k++) {
      ObjectNode node = list.addObject().put("covariate", covariates.get(k));
      Shown.put(node, "coefficient", fit.coefficient(k));
      Shown.put(node, "standardError", fit.standardError(k));
      Shown.put(node, "hazardRatio", fit.hazardRatio(k));
      Shown.put(node.putObject("interval"), fit.hazardRatioInterval(k, level));
      Shown.put(node, "pValue", fit.pValue(k));
      rows.add(
          List.of(
              covariates.get(k),
              Shown.estimate(fit.coefficient(k)),
              Shown.estimate(fit.hazardRatio(k)),
              Shown.interval(fit.hazardRatioInterval(k, level)),
              Shown.estimate(fit.z(k)),
              fit.converged() ? Shown.pValue(fit.pValue(k).value()) : "NE"));
    }
    return rows;
  }

  private static void putTests(
      Session session, ObjectNode document, Answer.Builder answer, CoxRegression fit) {
    document.put("likelihoodRatio", fit.likelihoodRatio()).put("score", fit.score());
    Shown.put(document, "wald", fit.wald());
    Concordance concordance = fit.concordance();
    Shown.put(document, "concordance", concordance.concordance());
    answer.line(
        session.say("likelihood ratio ", "似然比 ")
            + Shown.number(fit.likelihoodRatio())
            + ", Wald "
            + Shown.estimate(fit.wald())
            + session.say(", score ", "，得分 ")
            + Shown.number(fit.score())
            + session.say(" on ", "，自由度 ")
            + fit.degreesOfFreedom());
    answer.line(
        session.say("concordance ", "一致性 ")
            + Shown.estimate(concordance.concordance())
            + "  (se "
            + Shown.estimate(concordance.standardError())
            + ")");
    if (!fit.converged()) {
      answer.line(
          session.say(
              "The likelihood has no maximum: a covariate separates the events.",
              "似然无最大值：某协变量完全区分事件。"));
      return;
    }
    ProportionalHazardsTest.Term global = fit.proportionalHazards().global();
    document.put("proportionalHazardsP", global.pValue());
    answer.line(
        session.say("proportional hazards, global: chi-squared ", "比例风险整体检验：卡方 ")
            + Shown.number(global.chiSquared())
            + ", p "
            + Shown.pValue(global.pValue()));
  }

  private String rCall() {
    String right = String.join(" + ", covariates.stream().map(RNames::of).toList());
    if (strata != null) {
      right += " + strata(" + RNames.of(strata) + ")";
    }
    return data.readCall()
        + "f <- coxph(%s ~ %s, data = d, ties = \"%s\"); summary(f); cox.zph(f)"
            .formatted(data.surv(), right, ties.name().toLowerCase(Locale.ROOT));
  }
}
