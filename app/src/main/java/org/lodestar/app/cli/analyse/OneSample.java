package org.lodestar.app.cli.analyse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.design.Figures;
import org.lodestar.app.cli.design.ModelWords;
import org.lodestar.statistics.Estimate;
import org.lodestar.statistics.survival.OneSampleLogRank;
import org.lodestar.statistics.survival.Plateau;
import org.lodestar.statistics.survival.SurvivalData;
import org.lodestar.statistics.survival.SurvivalModel;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one-sample log-rank test with what it leans on: beside the test against the null as stated,
 * the same test cut at the last time at which the null is known, and against nulls that flatten
 * after it.
 */
final class OneSample {
  private static final double LEVEL = 0.95;

  private final Session session;
  private final List<Column> columns = new ArrayList<>();

  /** One test: its heading, its null, and where follow-up is cut (infinite for nowhere). */
  private record Column(
      String heading, SurvivalModel nullModel, double until, OneSampleLogRank test) {}

  OneSample(Session session, SurvivalData data, SurvivalModel stated, double knownUntil) {
    this.session = session;
    add(session.say("whole curve", "全程"), data, stated, Double.POSITIVE_INFINITY);
    String cut = session.say("truncated at ", "截至 ") + Figures.plain(knownUntil);
    add(cut, data, stated, knownUntil);
  }

  /** The test against a null that passes through the stated point and flattens. */
  void addPlateau(SurvivalData data, double share, double time, double survival) {
    if (share < survival) {
      String heading = session.say("plateau ", "平台 ") + Figures.plain(100 * share) + " %";
      SurvivalModel model = Plateau.through(share, time, survival);
      add(heading, data, model, Double.POSITIVE_INFINITY);
    }
  }

  private void add(String heading, SurvivalData data, SurvivalModel model, double until) {
    OneSampleLogRank test =
        Double.isFinite(until)
            ? OneSampleLogRank.truncatedAt(data, model, until)
            : OneSampleLogRank.of(data, model);
    columns.add(new Column(heading, model, until, test));
  }

  Answer answer(AnalyseData data) {
    SurvivalModel stated = columns.getFirst().nullModel();
    String call = rCall(data);
    ObjectNode document = session.document();
    document.put("nullCurve", stated.describe()).put("assumption", stated.assumption());
    put(document.putObject("whole"), columns.get(0).test());
    put(document.putObject("truncated").put("at", columns.get(1).until()), columns.get(1).test());
    ArrayNode plateaus = document.putArray("plateaus");
    for (Column column : columns.subList(2, columns.size())) {
      put(plateaus.addObject().put("nullCurve", column.nullModel().describe()), column.test());
    }
    document.put("r", call);
    return Answer.with(document)
        .line(session.say("null curve: ", "零假设曲线：") + ModelWords.describe(session, stated))
        .line(session.say("it assumes: ", "其前提：") + ModelWords.assumption(session, stated))
        .table(headings(), rows())
        .line(
            session.say(
                "z below 0: longer survival than the null; p values are one-sided for that.",
                "z < 0 表示生存长于零假设；p 为相应单侧值。"))
        .line("R: " + call)
        .done();
  }

  private List<String> headings() {
    List<String> headings = new ArrayList<>(List.of(""));
    columns.forEach(column -> headings.add(column.heading()));
    return headings;
  }

  private List<List<String>> rows() {
    return List.of(
        row(
            session.say("observed, expected", "观察数，期望数"),
            test -> test.observed() + ", " + Shown.number(test.expected())),
        row(
            "O/E (95 %)",
            test ->
                Shown.estimate(test.ratio())
                    + "  ("
                    + Shown.interval(test.ratioInterval(LEVEL))
                    + ")"),
        row("z, p  Breslow", test -> zAndP(test.breslow())),
        row("z, p  Wu", test -> zAndP(test.wu())),
        row(session.say("p  exact Poisson", "p  精确 Poisson"), OneSample::poisson),
        row(session.say("p  exact gamma", "p  精确 gamma"), test -> p(test.gammaOneSided())));
  }

  private List<String> row(String name, Function<OneSampleLogRank, String> shown) {
    List<String> row = new ArrayList<>(List.of(name));
    columns.forEach(column -> row.add(shown.apply(column.test())));
    return row;
  }

  private static String zAndP(Estimate z) {
    return Shown.estimate(z) + ", " + p(OneSampleLogRank.oneSided(z));
  }

  private static String p(Estimate p) {
    return p.isEstimable() ? Shown.pValue(p.value()) : "NE";
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

  /** One function in R, called once a column. */
  private String rCall(AnalyseData data) {
    StringBuilder call = new StringBuilder(data.readCall());
    call.append(
        "test <- function(H, t, s) { O <- sum(s); E <- sum(H(t));"
            + " c(O = O, E = E, breslow = (O - E)/sqrt(E), wu = (O - E)/sqrt((O + E)/2),"
            + " poisson = ppois(O, E), gamma = pgamma(E, O, lower.tail = FALSE)) }");
    for (Column column : columns) {
      String time = data.column(data.time);
      String status = data.column(data.status);
      if (Double.isFinite(column.until())) {
        status = status + " * (" + time + " <= " + column.until() + ")";
        time = "pmin(" + time + ", " + column.until() + ")";
      }
      call.append("; test(%s, %s, %s)".formatted(RModels.hazard(column.nullModel()), time, status));
    }
    return call.toString();
  }
}
