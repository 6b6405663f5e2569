package org.lodestar.app.cli.analyse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.CsvTable;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import org.lodestar.statistics.survival.FollowUp;
import org.lodestar.statistics.survival.IntervalType;
import org.lodestar.statistics.survival.KaplanMeier;
import org.lodestar.statistics.survival.Landmark;
import org.lodestar.statistics.survival.QuantileRule;
import org.lodestar.statistics.survival.RestrictedMean;
import org.lodestar.statistics.survival.SurvivalData;
import org.lodestar.statistics.survival.SurvivalQuantile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The Kaplan-Meier curve of a file, or of each of its groups. */
@Command(name = "km")
final class AnalyseKm implements Verb {
  @Mixin AnalyseData data;

  @Option(names = "--entry", paramLabel = "COLUMN")
  @Nullable String entry;

  @Option(names = "--group", paramLabel = "COLUMN")
  @Nullable String group;

  @Option(names = "--at", paramLabel = "TIME")
  @Nullable Double at;

  @Option(names = "--tau", paramLabel = "TIME")
  @Nullable Double tau;

  @Option(names = "--type", paramLabel = "TYPE", defaultValue = "LOG_LOG")
  IntervalType type;

  @Option(names = "--level", paramLabel = "LEVEL", defaultValue = "0.95")
  double level;

  @Option(names = "--rule", paramLabel = "RULE", defaultValue = "MIDPOINT")
  QuantileRule rule;

  @Option(names = "--svg", paramLabel = "FILE")
  @Nullable Path svg;

  @Override
  public Answer run(Session session) throws IOException {
    try {
      return answer(session);
    } catch (IllegalArgumentException refusal) {
      throw AnalyseData.refused("km", refusal);
    }
  }

  private Answer answer(Session session) throws IOException {
    CsvTable table = data.table(session);
    SurvivalData all = survival(table);
    ObjectNode document = session.document();
    document.put("type", type.name()).put("level", level).put("rule", rule.name());
    ArrayNode list = document.putArray("curves");
    Answer.Builder answer = Answer.with(document);
    List<CurveSvg.Named> curves = new ArrayList<>();
    List<String> levels = group == null ? List.of("") : table.levels(group);
    for (String name : levels) {
      SurvivalData chosen = group == null ? all : subset(all, table.texts(group), name);
      KaplanMeier curve = KaplanMeier.of(chosen);
      String label = name.isEmpty() ? session.say("all", "全体") : name;
      curves.add(new CurveSvg.Named(label, curve));
      describe(session, list.addObject().put("group", label), answer, label, chosen, curve);
    }
    if (svg != null) {
      Files.writeString(svg, CurveSvg.render("Kaplan-Meier", curves, null, type, level));
      document.put("svg", svg.toString());
    }
    String r = rCall();
    document.put("r", r);
    return answer.line("R: " + r).done();
  }

  static SurvivalData subset(SurvivalData all, List<String> groups, String name) {
    boolean[] chosen = new boolean[groups.size()];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = groups.get(i).equals(name);
    }
    return all.subset(chosen);
  }

  private void describe(
      Session session,
      ObjectNode node,
      Answer.Builder answer,
      String label,
      SurvivalData chosen,
      KaplanMeier curve) {
    SurvivalQuantile median = curve.quantile(0.5, type, level, rule);
    SurvivalQuantile followed = FollowUp.median(chosen, type, level);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Shown.row(
            session.say("participants, events", "例数，事件数"),
            curve.participants() + ", " + curve.eventCount()));
    rows.add(
        Shown.row(
            session.say("median", "中位数"),
            Shown.estimate(median.time()) + "  (" + Shown.interval(median.interval()) + ")"));
    rows.add(
        Shown.row(
            session.say("median follow-up, reverse Kaplan-Meier", "中位随访（反向 Kaplan-Meier）"),
            Shown.estimate(followed.time()) + "  (" + Shown.interval(followed.interval()) + ")"));
    node.put("participants", curve.participants()).put("events", curve.eventCount());
    Shown.put(node, "median", median.time());
    Shown.put(node.putObject("medianInterval"), median.interval());
    Shown.put(node, "medianFollowUp", followed.time());
    if (at != null) {
      addLandmark(session, node, rows, curve.landmark(at, type, level));
    }
    if (tau != null) {
      RestrictedMean mean = RestrictedMean.of(curve, tau);
      node.put("restrictedMean", mean.mean()).put("restrictedMeanError", mean.standardError());
      rows.add(
          Shown.row(
              session.say("restricted mean to ", "限制平均至 ") + Shown.number(tau),
              Shown.number(mean.mean()) + "  (se " + Shown.number(mean.standardError()) + ")"));
    }
    addSteps(node, curve);
    answer
        .table(List.of(label, ""), rows)
        .line("")
        .table(stepHeadings(session), steps(curve))
        .line("");
  }

  private static void addLandmark(
      Session session, ObjectNode node, List<List<String>> rows, Landmark landmark) {
    ObjectNode object = node.putObject("landmark").put("time", landmark.time());
    Shown.put(object, "survival", landmark.survival());
    Shown.put(object, "standardError", landmark.standardError());
    Shown.put(object, landmark.interval());
    object.put("atRisk", landmark.atRisk());
    rows.add(
        Shown.row(
            session.say("survival at ", "生存率，时间 ") + Shown.number(landmark.time()),
            Shown.estimate(landmark.survival())
                + "  ("
                + Shown.interval(landmark.interval())
                + ")"));
  }

  private static void addSteps(ObjectNode node, KaplanMeier curve) {
    ArrayNode list = node.putArray("steps");
    for (KaplanMeier.Step step : curve.steps()) {
      ObjectNode object = list.addObject().put("time", step.time()).put("atRisk", step.atRisk());
      object.put("events", step.events()).put("censored", step.censored());
      object.put("survival", step.survival());
      Shown.put(object, "standardError", step.standardError());
    }
  }

  private static List<String> stepHeadings(Session session) {
    return List.of(
        session.say("time", "时间"),
        session.say("at risk", "风险人数"),
        session.say("events", "事件"),
        session.say("survival", "生存率"),
        session.say("std. error", "标准误"));
  }

  private static List<List<String>> steps(KaplanMeier curve) {
    return curve.steps().stream()
        .filter(step -> step.events() > 0)
        .map(
            step ->
                List.of(
                    Shown.number(step.time()),
                    Integer.toString(step.atRisk()),
                    Integer.toString(step.events()),
                    Shown.number(step.survival()),
                    Shown.estimate(step.standardError())))
        .toList();
  }

  private String rCall() {
    String type1 =
        switch (type) {
          case LOG_LOG -> "log-log";
          case ARCSINE -> "arcsin";
          default -> type.name().toLowerCase(Locale.ROOT);
        };
    String call =
        data.readCall()
            + "f <- survfit(%s ~ %s, data = d, conf.type = \"%s\", conf.int = %s); print(f)"
                .formatted(surv(), group == null ? "1" : RNames.of(group), type1, level);
    if (at != null) {
      call += "; summary(f, times = " + at + ")";
    }
    if (tau != null) {
      call += "; print(f, rmean = " + tau + ")";
    }
    return entry == null ? call + followUpCall(type1) : call;
  }

  /** The reverse curve: events and censorings exchanged. */
  private String followUpCall(String type1) {
    return "; survfit(Surv(%s, 1 - %s) ~ %s, data = d, conf.type = \"%s\", conf.int = %s)"
        .formatted(
            RNames.of(data.time),
            RNames.of(data.status),
            group == null ? "1" : RNames.of(group),
            type1,
            level);
  }

  private String surv() {
    return entry == null
        ? data.surv()
        : "Surv(%s, %s, %s)"
            .formatted(RNames.of(entry), RNames.of(data.time), RNames.of(data.status));
  }

  private SurvivalData survival(CsvTable table) {
    if (entry == null) {
      return data.survival(table);
    }
    int[] status = table.status(data.status);
    boolean[] events = new boolean[status.length];
    for (int i = 0; i < events.length; i++) {
      events[i] = status[i] == 1;
    }
    return SurvivalData.leftTruncated(table.numbers(entry), table.numbers(data.time), events);
  }
}
