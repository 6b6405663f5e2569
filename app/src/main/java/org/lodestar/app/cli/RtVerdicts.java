package org.lodestar.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.lodestar.radiotherapy.review.Measured;
import org.lodestar.radiotherapy.review.Verdict;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints what the rules of the checklist make of a case. */
final class RtVerdicts {
  private RtVerdicts() {}

  static void report(
      Session session, List<Verdict> verdicts, ObjectNode document, Answer.Builder answer) {
    ArrayNode list = document.withArray("verdicts");
    List<List<String>> rows = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      String value = verdict.measured().map(m -> m.value().toPlainString()).orElse("");
      String evidence = verdict.measured().map(Measured::evidence).orElse("");
      list.addObject()
          .put("key", verdict.key())
          .put("item", verdict.item())
          .put("grade", verdict.grade().name())
          .put("value", value)
          .put("evidence", evidence)
          .put("rule", verdict.rule())
          .put("source", verdict.source());
      rows.add(
          List.of(
              verdict.item(), grade(session, verdict.grade()), value, verdict.rule(), evidence));
    }
    answer.table(
        List.of(
            session.say("item", "项目"),
            session.say("class", "等级"),
            session.say("value", "数值"),
            session.say("rule", "规则"),
            session.say("evidence", "依据")),
        rows);
  }

  private static String grade(Session session, Verdict.Grade grade) {
    return session.say(
        grade.words(),
        switch (grade) {
          case ACCEPTABLE -> "可接受";
          case ACCEPTABLE_VARIATION -> "可接受的偏差";
          case UNACCEPTABLE_VARIATION -> "不可接受的偏差";
          case NOT_SPECIFIED -> "方案未规定";
          case NOT_MEASURED -> "未测量";
        });
  }
}
