package org.lodestar.app.cli.bedside;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.CliRule;
import org.lodestar.app.cli.Exit;
import org.lodestar.app.cli.Failure;
import org.lodestar.app.cli.OpenLog;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import org.lodestar.app.store.CommandBus;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.schedule.FractionCourse;
import org.lodestar.trial.schedule.PlannedVisit;
import org.lodestar.trial.schedule.Schedule;
import org.lodestar.trial.schedule.WhatIf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What moving a cycle of a participant would change; nothing is saved. */
@Command(name = "what-if")
final class ScheduleWhatIf implements Verb {
  @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "CODE")
  String code;

  @Option(names = "--cycle", paramLabel = "NUMBER", required = true)
  int cycle;

  @Option(names = "--by", paramLabel = "DAYS", required = true)
  String by;

  @Option(names = "--as-of", paramLabel = "DATE")
  @Nullable LocalDate asOf;

  @Override
  public Answer run(Session session) {
    int days = days(by);
    try (CommandBus bus = OpenLog.bus(session)) {
      WhatIf.Plan plan = bus.ask(state -> ScheduleShow.plan(state, OpenLog.code(code), asOf));
      Derived<WhatIf> answer = WhatIf.cycleMoved(plan, cycle, days);
      if (answer.missing() != null) {
        throw new Failure(Exit.REFUSED, answer.missing());
      }
      return answer(session, answer);
    }
  }

  /** {@code 7}, {@code 7d}, {@code -3d} or {@code 1w}. */
  static int days(String text) {
    if (!text.matches("[+-]?[0-9]{1,3}[dw]?")) {
      throw CliRule.WRONG_VALUE.failure("name", "--by", "value", text, "allowed", "7, 7d, -3d, 1w");
    }
    int number = Integer.parseInt(text.replaceFirst("[dw]$", ""));
    return text.endsWith("w") ? 7 * number : number;
  }

  private Answer answer(Session session, Derived<WhatIf> derived) {
    WhatIf answered = derived.get();
    ObjectNode document = session.document().put("code", code);
    Shown.node(session, document, derived);
    List<List<String>> rows = new ArrayList<>();
    ArrayNode changes = document.putArray("changes");
    for (List<String> change : changes(session, answered)) {
      changes
          .addObject()
          .put("what", change.get(0))
          .put("before", change.get(1))
          .put("after", change.get(2));
      rows.add(change);
    }
    Answer.Builder answer =
        Answer.with(document)
            .line(code + ": " + Shown.line(session, derived))
            .table(
                List.of(
                    session.say("what", "项目"),
                    session.say("now", "现在"),
                    session.say("then", "移动后")),
                rows)
            .line(session.say("outside the limits now:", "现在超出方案限度："));
    SchedulePages.breaches(
        session, answered.breachesBefore(), document.putArray("outsideLimitsBefore"), answer);
    answer.line(session.say("outside the limits then:", "移动后超出方案限度："));
    SchedulePages.breaches(
        session, answered.breachesAfter(), document.putArray("outsideLimitsAfter"), answer);
    return answer.done();
  }

  /** Everything that has another day or length, with both. */
  private static List<List<String>> changes(Session session, WhatIf answered) {
    Map<String, String> before = figures(session, answered.before());
    Map<String, String> after = figures(session, answered.after());
    List<String> names = new ArrayList<>(before.keySet());
    after.keySet().stream().filter(name -> !before.containsKey(name)).forEach(names::add);
    return names.stream()
        .sorted(Comparator.naturalOrder())
        .map(name -> List.of(name, before.getOrDefault(name, "-"), after.getOrDefault(name, "-")))
        .filter(row -> !row.get(1).equals(row.get(2)))
        .toList();
  }

  private static Map<String, String> figures(Session session, Schedule schedule) {
    Map<String, String> figures = new TreeMap<>();
    schedule
        .cycleDays()
        .forEach(
            (number, day) ->
                figures.put(session.say("1 cycle ", "1 周期 ") + number, Shown.known(day)));
    schedule
        .radiotherapy()
        .known()
        .ifPresent(
            course -> {
              put(figures, session.say("2 first fraction", "2 首次放疗"), course, c -> first(c));
              put(
                  figures,
                  session.say("2 last fraction", "2 末次放疗"),
                  course,
                  c -> c.end().map(LocalDate::toString).orElse("-"));
              put(
                  figures,
                  session.say("2 overall days", "2 总天数"),
                  course,
                  c -> Integer.toString(c.overallDays()));
              put(
                  figures,
                  session.say("2 longest gap", "2 最长间隔"),
                  course,
                  c -> Integer.toString(c.longestGapDays()));
            });
    for (PlannedVisit visit : schedule.visits().visits()) {
      figures.put("3 " + visit.key(), visit.appointment().toString());
    }
    return figures;
  }

  private static String first(FractionCourse course) {
    return course.delivered().isEmpty() && !course.remaining().isEmpty()
        ? course.remaining().first().toString()
        : course.planned().first().toString();
  }

  private static void put(
      Map<String, String> figures,
      String name,
      FractionCourse course,
      Function<FractionCourse, String> figure) {
    figures.put(name, figure.apply(course));
  }
}
