package org.lodestar.app.cli.analyse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.CsvTable;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import org.lodestar.statistics.survival.Exponential;
import org.lodestar.statistics.survival.LogRank;
import org.lodestar.statistics.survival.OneSampleLogRank;
import org.lodestar.statistics.survival.SurvivalData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The log-rank test of groups, or of one group against a null curve. */
@Command(name = "logrank")
final class AnalyseLogRank implements Verb {
  private static final double LEVEL = 0.95;

  @Mixin AnalyseData data;

  @Option(names = "--group", paramLabel = "COLUMN")
  @Nullable String group;

  @Option(names = "--strata", paramLabel = "COLUMN")
  @Nullable String strata;

  @Option(names = "--rho", paramLabel = "RHO", defaultValue = "0")
  double rho;

  @Option(names = "--null", paramLabel = "RATE")
  @Nullable Double nullRate;

  @Option(names = "--at", paramLabel = "TIME")
  @Nullable Double at;

  @Override
  public Answer run(Session session) throws IOException {
    try {
      return answer(session);
    } catch (IllegalArgumentException refusal) {
      throw AnalyseData.refused("logrank", refusal);
    }
  }

  private Answer answer(Session session) throws IOException {
    CsvTable table = data.table(session);
    SurvivalData survival = data.survival(table);
    if (group != null) {
      return groups(session, table, survival, group);
    }
    if (nullRate == null || at == null) {
      throw new IllegalArgumentException("neither --group nor both --null and --at are given");
    }
    return oneSample(session, survival, Exponential.through(at, nullRate), at);
  }

  private Answer groups(Session session, CsvTable table, SurvivalData survival, String column) {
    int[] stratum = strata == null ? new int[table.size()] : table.codes(strata);
    LogRank test = LogRank.of(survival, table.codes(column), stratum, rho);
    List<String> levels = table.levels(column);
    ObjectNode document = session.document();
    ArrayNode list = document.putArray("groups");
    List<List<String>> rows = new ArrayList<>();
    for (int g = 0; g < test.groups(); g++) {
      list.addObject()
          .put("group", levels.get(g))
          .put("participants", test.size(g))
          .put("observed", test.observed(g))
          .put("expected", test.expected(g));
      rows.add(
          List.of(
              levels.get(g),
              Integer.toString(test.size(g)),
              Shown.number(test.observed(g)),
              Shown.number(test.expected(g))));
    }
    String call =
        data.readCall()
            + "survdiff(%s ~ %s%s, data = d, rho = %s)"
                .formatted(
                    data.surv(), column, strata == null ? "" : " + strata(" + strata + ")", rho);
    document.put("chiSquared", test.chiSquared());
    document.put("degreesOfFreedom", test.degreesOfFreedom());
    document.put("pValue", test.pValue()).put("rho", rho).put("r", call);
    return Answer.with(document)
        .table(
            List.of(
                session.say("group", "组"),
                "n",
                session.say("observed", "观察数"),
                session.say("expected", "期望数")),
            rows)
        .line(
            session.say("chi-squared ", "卡方 ")
                + Shown.number(test.chiSquared())
                + session.say(" on ", "，自由度 ")
                + test.degreesOfFreedom()
                + ", p "
                + Shown.pValue(test.pValue()))
        .line("R: " + call)
        .done();
  }

  private Answer oneSample(
      Session session, SurvivalData survival, Exponential nullModel, double until) {
    OneSampleLogRank whole = OneSampleLogRank.of(survival, nullModel);
    OneSampleLogRank cut = OneSampleLogRank.truncatedAt(survival, nullModel, until);
    ObjectNode document = session.document();
    document.put("nullCurve", nullModel.describe());
    document.put("assumption", nullModel.assumption());
    put(document.putObject("whole"), whole);
    put(document.putObject("truncated").put("at", until), cut);
    String call =
        data.readCall()
            + "O <- sum(d$%s); E <- sum(%s * d$%s); (O - E)/sqrt(E); (O - E)/sqrt((O + E)/2); poisson.test(O, E)"
                .formatted(data.status, nullModel.rate(), data.time);
    document.put("r", call);
    return Answer.with(document)
        .line(session.say("null curve: ", "零假设曲线：") + nullModel.describe())
        .line(session.say("it assumes: ", "其前提：") + nullModel.assumption())
        .table(
            List.of(
                "",
                session.say("whole curve", "全程"),
                session.say("truncated at ", "截至 ") + Shown.number(until)),
            rows(session, whole, cut))
        .line(
            session.say(
                "z below 0: longer survival than the null; p values are one-sided for that.",
                "z < 0 表示生存长于零假设；p 为相应单侧值。"))
        .line("R: " + call)
        .done();
  }

  private static List<List<String>> rows(
      Session session, OneSampleLogRank whole, OneSampleLogRank cut) {
    return List.of(
        List.of(
            session.say("observed, expected", "观察数，期望数"),
            whole.observed() + ", " + Shown.number(whole.expected()),
            cut.observed() + ", " + Shown.number(cut.expected())),
        List.of(
            "O/E (95 %)",
            Shown.estimate(whole.ratio())
                + "  ("
                + Shown.interval(whole.ratioInterval(LEVEL))
                + ")",
            Shown.estimate(cut.ratio()) + "  (" + Shown.interval(cut.ratioInterval(LEVEL)) + ")"),
        List.of("z, p  Breslow", zAndP(whole, true), zAndP(cut, true)),
        List.of("z, p  Wu", zAndP(whole, false), zAndP(cut, false)),
        List.of(session.say("p  exact Poisson", "p  精确 Poisson"), poisson(whole), poisson(cut)));
  }

  private static String zAndP(OneSampleLogRank test, boolean breslow) {
    var z = breslow ? test.breslow() : test.wu();
    return Shown.estimate(z)
        + ", "
        + (z.isEstimable() ? Shown.pValue(OneSampleLogRank.oneSided(z).value()) : "NE");
  }

  private static String poisson(OneSampleLogRank test) {
    return test.expected() > 0 ? Shown.pValue(test.exactPoisson().less()) : "NE";
  }

  private static void put(ObjectNode node, OneSampleLogRank test) {
    node.put("observed", test.observed()).put("expected", test.expected());
    Shown.put(node, "ratio", test.ratio());
    Shown.put(node.putObject("ratioInterval"), test.ratioInterval(LEVEL));
    Shown.put(node, "breslow", test.breslow());
    Shown.put(node, "wu", test.wu());
    Shown.put(node, "gammaOneSided", test.gammaOneSided());
    if (test.expected() > 0) {
      node.put("exactPoissonOneSided", test.exactPoisson().less());
    }
  }
}
