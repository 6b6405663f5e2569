package org.lodestar.app.cli.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import org.lodestar.statistics.design.DesignSearch;
import org.lodestar.statistics.design.WholeCurveMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which methods, accruals and follow-ups give a stated sample size. */
@Command(name = "search")
final class DesignSearchCommand implements Verb {
  @Mixin DesignOptions options;

  @Option(names = "--n", required = true, paramLabel = "N")
  int n;

  @Option(
      names = "--longest",
      paramLabel = "TIME",
      defaultValue = "36mo",
      converter = Months.Converter.class)
  Months longest;

  @Override
  public Answer run(Session session) {
    try {
      return answer(session);
    } catch (IllegalArgumentException refusal) {
      throw DesignOptions.refused("search", refusal);
    }
  }

  private Answer answer(Session session) {
    int most = (int) longest.value();
    double[] accruals =
        IntStream.rangeClosed(0, most).filter(a -> a == 0 || a >= 6).asDoubleStream().toArray();
    double[] followUps =
        IntStream.rangeClosed((int) Math.ceil(options.at.value()), most).asDoubleStream().toArray();
    List<DesignSearch.Match> matches =
        DesignSearch.matching(n, options.design(), accruals, followUps);
    ObjectNode document = session.document();
    document.put("n", n);
    ArrayNode list = document.putArray("matches");
    for (DesignSearch.Match match : matches) {
      list.addObject()
          .put("method", match.method().label())
          .put("accrual", match.accrual())
          .put("followUp", match.followUp())
          .put("raw", match.raw());
    }
    return Answer.with(document)
        .line(
            session.say(
                "Combinations that give n = " + n + " (months, follow-up: accrual)",
                "给出 n = " + n + " 的组合（月，随访：入组）"))
        .table(
            List.of(session.say("method", "方法"), session.say("follow-up: accrual", "随访：入组")),
            rows(session, matches))
        .line(
            session.say(
                "A match reproduces the number; it does not show how it was obtained.",
                "匹配只说明数字可以重现，不能说明当初如何得出。"))
        .done();
  }

  private static List<List<String>> rows(Session session, List<DesignSearch.Match> matches) {
    Map<WholeCurveMethod, Map<Integer, List<Integer>>> byMethod = new LinkedHashMap<>();
    for (DesignSearch.Match match : matches) {
      byMethod
          .computeIfAbsent(match.method(), m -> new LinkedHashMap<>())
          .computeIfAbsent((int) match.followUp(), f -> new ArrayList<>())
          .add((int) match.accrual());
    }
    List<List<String>> rows = new ArrayList<>();
    byMethod.forEach(
        (method, cells) -> {
          List<String> parts = new ArrayList<>();
          cells.forEach((followUp, accruals) -> parts.add(followUp + ":" + ranges(accruals)));
          rows.add(List.of(MethodNames.of(session, method.label()), String.join(" ", parts)));
        });
    return rows;
  }

  /** 24, 25, 26, 31 as 24-26,31. */
  static String ranges(List<Integer> values) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); ) {
      int j = i;
      while (j + 1 < values.size() && values.get(j + 1) == values.get(j) + 1) {
        j++;
      }
      parts.add(i == j ? "" + values.get(i) : values.get(i) + "-" + values.get(j));
      i = j + 1;
    }
    return String.join(",", parts);
  }
}
