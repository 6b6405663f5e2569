package org.lodestar.app.cli.design;

import java.util.List;
import org.lodestar.app.cli.Session;
import org.lodestar.statistics.design.Dropout;
import org.lodestar.statistics.design.SampleSize;
import tools.jackson.databind.node.ObjectNode;

/** The three readings of dropout, as a table and as JSON. */
final class DesignTables {
  private DesignTables() {}

  static List<String> dropoutHeadings(Session session) {
    return List.of(
        session.say("reading of dropout", "脱落率的理解"),
        session.say("raw n", "未取整"),
        "n",
        session.say("note", "说明"));
  }

  static List<List<String>> dropoutRows(Session session, Dropout dropout) {
    return List.of(
        row(session, dropout.timesOnePlus(), ""),
        row(
            session,
            dropout.overRetained(),
            session.say("recommended: n remain to be analysed", "推荐：保证 n 例可分析")),
        row(
            session,
            dropout.insideFollowUp(),
            session.say("that share lost by the landmark time", "至界标时间的失访比例")));
  }

  private static List<String> row(Session session, SampleSize size, String note) {
    return List.of(
        MethodNames.of(session, size.method()),
        Figures.fixed(size.raw(), 2),
        Integer.toString(size.n()),
        note);
  }

  static void putDropout(ObjectNode document, Dropout dropout) {
    ObjectNode node = document.putObject("dropout");
    put(node.putObject("timesOnePlus"), dropout.timesOnePlus());
    put(node.putObject("overRetained"), dropout.overRetained());
    put(node.putObject("insideFollowUp"), dropout.insideFollowUp());
  }

  static void put(ObjectNode node, SampleSize size) {
    node.put("method", size.method()).put("formula", size.formula()).put("source", size.source());
    node.put("raw", size.raw()).put("n", size.n());
  }
}
