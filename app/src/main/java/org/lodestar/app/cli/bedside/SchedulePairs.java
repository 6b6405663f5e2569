package org.lodestar.app.cli.bedside;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.TrialBundle;
import org.lodestar.app.cli.Verb;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.schedule.FractionPlan;
import org.lodestar.trial.schedule.StartPair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Days on which cycle and radiotherapy can start together, and what each choice costs. */
@Command(name = "pairs")
final class SchedulePairs implements Verb {
  @Option(names = "--planned", paramLabel = "DATE", required = true)
  LocalDate planned;

  @Option(names = "--not-before", paramLabel = "DATE")
  @Nullable LocalDate notBefore;

  @Override
  public Answer run(Session session) throws IOException {
    Protocol protocol = TrialBundle.read(session.trial(), session.language()).protocol();
    LocalDate from = notBefore == null ? LocalDate.MIN.plusYears(1) : notBefore;
    Derived<List<StartPair>> pairs = StartPair.propose(planned, from, protocol);
    ObjectNode document = session.document();
    Shown.node(session, document, pairs);
    ArrayNode list = document.putArray("pairs");
    List<List<String>> rows = new ArrayList<>();
    for (StartPair pair : pairs.known().orElse(List.of())) {
      describe(pair, list.addObject());
      rows.add(row(session, pair));
    }
    return Answer.with(document)
        .line(Shown.line(session, pairs))
        .table(
            List.of(
                session.say("chemotherapy", "化疗"),
                session.say("first fraction", "首次放疗"),
                session.say("shift", "移动"),
                session.say("apart", "相差"),
                session.say("in window", "窗口内"),
                session.say("last fraction", "末次放疗"),
                session.say("overall days", "总天数"),
                session.say("longest gap", "最长间隔"),
                session.say("calendar", "日历")),
            rows)
        .done();
  }

  private static void describe(StartPair pair, ObjectNode node) {
    FractionPlan plan = pair.fractions();
    node.put("chemotherapyDay", pair.chemotherapyDay().toString())
        .put("radiotherapyDay", pair.radiotherapyDay().toString())
        .put("shiftDays", pair.shiftDays())
        .put("apartDays", pair.apartDays())
        .put("insideWindow", pair.insideWindow())
        .put("lastFraction", plan.last().toString())
        .put("overallDays", plan.overallDays())
        .put("longestGapDays", plan.longestGapDays())
        .put("provisional", plan.isProvisional());
  }

  private static List<String> row(Session session, StartPair pair) {
    FractionPlan plan = pair.fractions();
    return List.of(
        pair.chemotherapyDay().toString(),
        pair.radiotherapyDay().toString(),
        Integer.toString(pair.shiftDays()),
        Integer.toString(pair.apartDays()),
        pair.insideWindow() ? session.say("yes", "是") : session.say("no", "否"),
        plan.last().toString(),
        Integer.toString(plan.overallDays()),
        Integer.toString(plan.longestGapDays()),
        plan.isProvisional()
            ? session.say("provisional from ", "暂定，自 ") + plan.provisionalFrom()
            : session.say("published", "已公布"));
  }
}
