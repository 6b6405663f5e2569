package org.lodestar.app.cli.bedside;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import org.lodestar.trial.efficacy.AssessedVisit;
import org.lodestar.trial.efficacy.BestResponse;
import org.lodestar.trial.efficacy.ReaderComparison;
import org.lodestar.trial.efficacy.ReaderDifference;
import org.lodestar.trial.efficacy.RecistCase;
import org.lodestar.trial.efficacy.Response;
import org.lodestar.trial.efficacy.ResponseSettings;
import org.lodestar.trial.efficacy.TumourResponse;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.JsonView;
import org.lodestar.trial.fact.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The RECIST 1.1 responses of measured lesions, with the working of each. */
@Command(name = "recist")
public final class Recist implements Verb {
  @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
  Path file;

  @Option(names = "--stable-min-days", paramLabel = "DAYS", defaultValue = "42")
  int stableMinDays;

  @Option(names = "--confirmation-days", paramLabel = "DAYS", defaultValue = "28")
  int confirmationDays;

  @Option(names = "--ne-between", paramLabel = "COUNT", defaultValue = "1")
  int notEvaluableBetween;

  @Option(names = "--stable-between")
  boolean stableBetween;

  @Option(names = "--each-visit-by-itself")
  boolean eachVisitByItself;

  @Option(names = "--too-small-mm", paramLabel = "MM", defaultValue = "5")
  BigDecimal tooSmallMm;

  @Override
  public Answer run(Session session) throws IOException {
    try {
      return answer(session, cases(session));
    } catch (IllegalArgumentException wrong) {
      throw Shown.refused("recist", wrong);
    }
  }

  private List<JsonView> cases(Session session) throws IOException {
    List<JsonView> rows = Question.read(session, file, List.of("cases"));
    boolean flat = rows.stream().allMatch(row -> row.find("lesion").isPresent());
    return flat ? LesionRows.cases(rows) : rows;
  }

  private ResponseSettings usual() {
    return new ResponseSettings(
        tooSmallMm,
        !eachVisitByItself,
        stableMinDays,
        confirmationDays,
        notEvaluableBetween,
        stableBetween);
  }

  private Answer answer(Session session, List<JsonView> cases) {
    ObjectNode document = session.document();
    ArrayNode list = document.putArray("cases");
    Answer.Builder answer = Answer.with(document);
    Map<String, List<ReaderRead>> readers = new LinkedHashMap<>();
    for (JsonView one : cases) {
      RecistCase asked = RecistCase.read(one, usual());
      String id = one.text("id").orElse("1");
      ObjectNode node = list.addObject().put("id", id);
      Optional<String> reader = one.text("reader");
      reader.ifPresent(name -> node.put("reader", name));
      String title = reader.map(name -> id + ", " + name).orElse(id);
      TumourResponse response = describe(session, asked, node, answer, title);
      reader.ifPresent(
          name ->
              readers
                  .computeIfAbsent(id, any -> new ArrayList<>())
                  .add(new ReaderRead(name, response)));
    }
    compare(session, readers, document, answer);
    return answer.done();
  }

  /** What one reader's findings give. */
  private record ReaderRead(String reader, TumourResponse response) {}

  /** Where each two readers of the same images differ. */
  private static void compare(
      Session session,
      Map<String, List<ReaderRead>> readers,
      ObjectNode document,
      Answer.Builder answer) {
    ArrayNode list = document.putArray("differences");
    readers.forEach(
        (id, reads) -> {
          for (int i = 0; i < reads.size(); i++) {
            for (ReaderRead other : reads.subList(i + 1, reads.size())) {
              compare(session, id, reads.get(i), other, list, answer);
            }
          }
        });
  }

  private static void compare(
      Session session,
      String id,
      ReaderRead one,
      ReaderRead other,
      ArrayNode list,
      Answer.Builder answer) {
    List<Derived<ReaderDifference>> differences =
        ReaderComparison.of(
            Words.same(one.reader()), one.response(), Words.same(other.reader()), other.response());
    String heading = id + ": " + one.reader() + " / " + other.reader() + ": ";
    answer.line(
        heading
            + (differences.isEmpty()
                ? session.say("no difference", "没有差异")
                : session.say(differences.size() + " differences", differences.size() + " 处差异")));
    for (Derived<ReaderDifference> difference : differences) {
      ObjectNode node =
          list.addObject().put("id", id).put("first", one.reader()).put("second", other.reader());
      node.put("visit", difference.get().visit());
      node.put("one", difference.get().one().in(session.language()));
      node.put("two", difference.get().two().in(session.language()));
      Shown.node(session, node, difference);
      answer.line("  " + Shown.line(session, difference));
    }
  }

  private static TumourResponse describe(
      Session session, RecistCase asked, ObjectNode node, Answer.Builder answer, String title) {
    TumourResponse response = asked.derive();
    settings(asked, node.putObject("settings"));
    Shown.node(session, node.putObject("baselineSum"), response.baselineSumMm())
        .put("mm", response.baselineSumMm().known().orElse(null));
    ArrayNode visits = node.putArray("visits");
    response.visits().forEach(visit -> visit(session, visits.addObject(), visit));
    best(session, node.putObject("bestOverallResponse"), response.best());
    best(session, node.putObject("bestOverallResponseConfirmed"), response.bestConfirmed());
    Shown.node(session, node.putObject("progression"), response.progression())
        .put("date", response.progression().known().map(String::valueOf).orElse(null));
    answer
        .line(session.say("case ", "病例 ") + title + "  " + used(session, asked))
        .table(headings(session), rows(response));
    working(response).forEach(step -> answer.line("  " + Shown.line(session, step)));
    answer
        .line(Shown.line(session, response.best()))
        .line(Shown.line(session, response.bestConfirmed()))
        .line(Shown.line(session, response.progression()));
    return response;
  }

  private static void settings(RecistCase asked, ObjectNode node) {
    ResponseSettings settings = asked.settings();
    node.put("referenceDate", asked.reference().toString())
        .put("tooSmallMm", settings.tooSmallMm())
        .put("continuingPr", settings.continuingPartialResponse())
        .put("minSdDays", settings.stableMinDays())
        .put("confirmationMinDays", settings.confirmationMinDays())
        .put("maxNeBetween", settings.notEvaluableBetweenMax())
        .put("acceptSdBetween", settings.stableBetweenAllowed());
  }

  private static String used(Session session, RecistCase asked) {
    ResponseSettings settings = asked.settings();
    return session.say(
        "(stable disease from day "
            + settings.stableMinDays()
            + " after "
            + asked.reference()
            + ", confirmation after "
            + settings.confirmationMinDays()
            + " days)",
        "（自 "
            + asked.reference()
            + " 起满 "
            + settings.stableMinDays()
            + " 天方计为疾病稳定，确认间隔 "
            + settings.confirmationMinDays()
            + " 天）");
  }

  private static void visit(Session session, ObjectNode node, AssessedVisit visit) {
    node.put("visit", visit.visit()).put("date", visit.date().toString());
    node.put("sumMm", visit.sumMm().known().orElse(null));
    node.put("nadirMm", visit.nadirMm().known().orElse(null));
    node.put("changeFromBaselinePct", visit.changeFromBaselinePercent().known().orElse(null));
    node.put("changeFromNadirPct", visit.changeFromNadirPercent().known().orElse(null));
    node.put("target", code(visit.target()).orElse(null));
    node.put("nonTarget", code(visit.nonTarget()).orElse(null));
    node.put("newLesion", visit.newLesion().get());
    node.put("overall", visit.overall().get().code());
    ArrayNode working = node.putArray("working");
    steps(visit).forEach(step -> Shown.node(session, working.addObject(), step));
  }

  private static void best(Session session, ObjectNode node, Derived<BestResponse> best) {
    node.put("response", best.get().response().code());
    node.put("date", best.get().date() == null ? null : String.valueOf(best.get().date()));
    ArrayNode decidedBy = node.putArray("decidedBy");
    best.get()
        .decidedBy()
        .forEach(each -> decidedBy.add(each.date() + " " + each.response().code()));
    Shown.node(session, node, best);
  }

  private static List<Derived<?>> working(TumourResponse response) {
    List<Derived<?>> working = new ArrayList<>();
    working.add(response.baselineSumMm());
    response.visits().forEach(visit -> working.addAll(steps(visit)));
    return working;
  }

  private static List<Derived<?>> steps(AssessedVisit visit) {
    return List.of(
        visit.sumMm(),
        visit.nadirMm(),
        visit.target(),
        visit.nonTarget(),
        visit.newLesion(),
        visit.overall());
  }

  private static List<String> headings(Session session) {
    return List.of(
        session.say("visit", "访视"),
        session.say("date", "日期"),
        session.say("sum mm", "总和 mm"),
        session.say("nadir mm", "最小值 mm"),
        session.say("% baseline", "较基线 %"),
        session.say("% nadir", "较最小值 %"),
        session.say("target", "靶病灶"),
        session.say("non-target", "非靶病灶"),
        session.say("new", "新病灶"),
        session.say("overall", "总体"));
  }

  private static List<List<String>> rows(TumourResponse response) {
    return response.visits().stream()
        .map(
            visit ->
                List.of(
                    visit.visit(),
                    visit.date().toString(),
                    Shown.known(visit.sumMm()),
                    Shown.known(visit.nadirMm()),
                    Shown.known(visit.changeFromBaselinePercent()),
                    Shown.known(visit.changeFromNadirPercent()),
                    code(visit.target()).orElse("-"),
                    code(visit.nonTarget()).orElse("-"),
                    visit.newLesion().get() ? "+" : "-",
                    visit.overall().get().code()))
        .toList();
  }

  private static Optional<String> code(Derived<Response> response) {
    return response.known().map(Response::code);
  }
}
