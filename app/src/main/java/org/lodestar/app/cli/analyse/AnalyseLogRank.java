package org.lodestar.app.cli.analyse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.CsvTable;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import org.lodestar.statistics.survival.Exponential;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.KaplanMeier;
import org.lodestar.statistics.survival.LogRank;
import org.lodestar.statistics.survival.PublishedCurve;
import org.lodestar.statistics.survival.SurvivalData;
import org.lodestar.statistics.survival.SurvivalModel;
import org.lodestar.statistics.survival.Weibull;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The log-rank test of groups, or of one group against a null curve. */
@Command(name = "logrank")
final class AnalyseLogRank implements Verb {
  private static final List<Double> PLATEAUS = List.of(0.10, 0.15, 0.20);

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

  @Option(names = "--shape", paramLabel = "SHAPE", defaultValue = "1")
  double shape;

  @Option(names = "--curve", paramLabel = "FILE")
  @Nullable Path curve;

  @Option(names = "--plateau", paramLabel = "SHARE")
  @Nullable Double plateau;

  @Option(names = "--svg", paramLabel = "FILE")
  @Nullable Path svg;

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
    if (curve != null) {
      return against(session, survival, curve);
    }
    if (nullRate == null || at == null) {
      throw new IllegalArgumentException(
          "none of --group, --curve, and --null with --at is given; legal: one of them");
    }
    return against(session, survival, at, nullRate);
  }

  /** One arm against a rate that is known at one time. */
  private Answer against(Session session, SurvivalData data, double time, double rate)
      throws IOException {
    SurvivalModel stated =
        shape == 1 ? Exponential.through(time, rate) : Weibull.through(shape, time, rate);
    OneSample test = new OneSample(session, data, stated, time);
    for (double share : plateau == null ? PLATEAUS : List.of(plateau)) {
      test.addPlateau(data, share, time, rate);
    }
    drawOneArm(session, data, stated);
    return test.answer(this.data);
  }

  /** One arm against a curve read off a publication: columns time and survival. */
  private Answer against(Session session, SurvivalData data, Path file) throws IOException {
    CsvTable points = CsvTable.parse(session.read(file));
    PublishedCurve stated = PublishedCurve.of(points.numbers("time"), points.numbers("survival"));
    drawOneArm(session, data, stated);
    return new OneSample(session, data, stated, stated.lastTime()).answer(this.data);
  }

  private void drawOneArm(Session session, SurvivalData data, SurvivalModel stated)
      throws IOException {
    if (svg != null) {
      CurveSvg.Named arm = new CurveSvg.Named(session.say("observed", "观察"), KaplanMeier.of(data));
      String title = session.say("Kaplan-Meier and null curve", "Kaplan-Meier 曲线与零假设曲线");
      Files.writeString(
          svg, CurveSvg.render(title, List.of(arm), stated, IntervalType.LOG_LOG, 0.95));
    }
  }

  private void drawGroups(CsvTable table, SurvivalData survival, String column) throws IOException {
    if (svg != null) {
      List<CurveSvg.Named> curves = new ArrayList<>();
      List<String> texts = table.texts(column);
      for (String level : table.levels(column)) {
        curves.add(
            new CurveSvg.Named(level, KaplanMeier.of(AnalyseKm.subset(survival, texts, level))));
      }
      Files.writeString(
          svg, CurveSvg.render("Kaplan-Meier", curves, null, IntervalType.LOG_LOG, 0.95));
    }
  }

  private Answer groups(Session session, CsvTable table, SurvivalData survival, String column)
      throws IOException {
    drawGroups(table, survival, column);
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
                    data.surv(),
                    RNames.group(column),
                    strata == null ? "" : " + strata(" + RNames.of(strata) + ")",
                    rho);
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
}
