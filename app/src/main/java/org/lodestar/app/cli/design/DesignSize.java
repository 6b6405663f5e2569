package org.lodestar.app.cli.design;

import java.util.List;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import org.lodestar.statistics.design.Contribution;
import org.lodestar.statistics.design.Dropout;
import org.lodestar.statistics.design.OneArmSurvival;
import org.lodestar.statistics.design.SampleSize;
import org.lodestar.statistics.design.WholeCurveMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** The sample size by one method, with its formula, the readings of dropout and the R call. */
@Command(name = "size")
final class DesignSize implements Verb {
  @Mixin DesignOptions options;

  @Option(names = "--method", paramLabel = "METHOD", defaultValue = "LOG_HAZARD_RATIO")
  WholeCurveMethod method;

  @Override
  public Answer run(Session session) {
    try {
      return answer(session);
    } catch (IllegalArgumentException refusal) {
      throw DesignOptions.refused("size", refusal);
    }
  }

  private Answer answer(Session session) {
    OneArmSurvival design = options.design();
    SampleSize size = method.size(design);
    Contribution c = design.contribution();
    Dropout dropout = Dropout.of(method, design, options.dropout, design.time());
    String r = RCalls.of(design, method);
    ObjectNode document = session.document();
    document.put("method", size.method()).put("formula", size.formula());
    document.put("source", size.source()).put("raw", size.raw()).put("n", size.n());
    document.put("hazardRatio", design.hazardRatio());
    document.put("events", design.eventsForLogHazardRatio());
    document.put("eventProbability", c.eventUnderAlternative());
    DesignTables.putDropout(document, dropout);
    document.put("r", r);
    return Answer.with(document)
        .line(
            session.say("n = ", "样本量 n = ")
                + size.n()
                + "  ("
                + Figures.fixed(size.raw(), 2)
                + ")  "
                + MethodNames.of(session, size.method()))
        .line(size.formula() + "   [" + size.source() + "]")
        .table(
            List.of(session.say("quantity", "量"), session.say("value", "值")),
            List.of(
                List.of(session.say("hazard ratio", "风险比"), Figures.fixed(design.hazardRatio(), 4)),
                List.of(
                    session.say("events for the log hazard ratio", "对数风险比所需事件数"),
                    Figures.fixed(design.eventsForLogHazardRatio(), 2)),
                List.of(
                    session.say("P(event) under the alternative", "备择假设下事件概率"),
                    Figures.fixed(c.eventUnderAlternative(), 4))))
        .line("")
        .table(DesignTables.dropoutHeadings(session), DesignTables.dropoutRows(session, dropout))
        .line("R: " + r)
        .done();
  }
}
