package org.lodestar.app.cli.bedside;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.Exit;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import org.lodestar.app.dictionary.DictionaryShelf;
import org.lodestar.trial.fact.Json;
import org.lodestar.trial.fact.JsonView;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.safety.Ctcae;
import org.lodestar.trial.safety.GradeTexts;
import org.lodestar.trial.safety.LaboratoryCase;
import org.lodestar.trial.safety.LaboratoryFlag;
import org.lodestar.trial.safety.LaboratoryGrade;
import org.lodestar.trial.safety.LaboratoryResult;
import org.lodestar.trial.safety.LaboratoryRule;
import org.lodestar.trial.safety.LaboratoryRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Laboratory values graded by the numeric rules of CTCAE, each with the line that held. */
@Command(name = "grade")
public final class Grade implements Verb {
  @Parameters(paramLabel = "FILE", descriptionKey = "FILE", arity = "0..1")
  @Nullable Path file;

  @Option(names = "--term", paramLabel = "TERM")
  @Nullable String term;

  @Option(names = "--value", paramLabel = "NUMBER")
  @Nullable BigDecimal value;

  @Option(names = "--unit", paramLabel = "UNIT")
  @Nullable String unit;

  @Option(names = "--lln", paramLabel = "NUMBER")
  @Nullable BigDecimal lln;

  @Option(names = "--uln", paramLabel = "NUMBER")
  @Nullable BigDecimal uln;

  @Option(names = "--baseline", paramLabel = "NUMBER")
  @Nullable BigDecimal baseline;

  @Option(names = "--list")
  boolean list;

  /** A value held against one rule. */
  private record Graded(JsonView asked, LaboratoryRule rule, String unit, LaboratoryGrade grade) {
    private boolean isRefused() {
      return grade instanceof LaboratoryGrade.UnknownUnit;
    }
  }

  /** The words of a grade and whose they are. */
  private record Said(String text, String source) {
    private String line() {
      return text + " [" + source + "]";
    }
  }

  @Override
  public Answer run(Session session) throws IOException {
    try {
      LaboratoryRules rules = LaboratoryRules.of(Ctcae.V5).orElseThrow();
      if (list) {
        return listed(session, rules);
      }
      List<Graded> graded = new ArrayList<>();
      for (JsonView asked : asked(session)) {
        graded.addAll(grade(rules, asked));
      }
      return answer(session, graded, DictionaryShelf.in(session.data()).texts());
    } catch (IllegalArgumentException wrong) {
      throw Shown.refused("grade", wrong);
    }
  }

  private List<JsonView> asked(Session session) throws IOException {
    if (file != null) {
      List<JsonView> rows = Question.read(session, file, List.of("values", "vectors", "cases"));
      List<JsonView> numbered = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        numbered.add(new JsonView(rows.get(i).json(), "row " + (i + 1)));
      }
      return numbered;
    }
    SortedMap<String, Json> members = new TreeMap<>();
    put(members, "term", term);
    put(members, "value", value);
    put(members, "unit", unit);
    put(members, "lln", lln);
    put(members, "uln", uln);
    put(members, "baseline", baseline);
    return List.of(new JsonView(new Json.Members(members), "the command"));
  }

  private static void put(SortedMap<String, Json> members, String name, @Nullable Object given) {
    if (given != null) {
      members.put(
          name,
          Json.text(
              given instanceof BigDecimal number ? number.toPlainString() : given.toString()));
    }
  }

  /** Every rule of what was measured; a test with two directions has two. */
  private static List<Graded> grade(LaboratoryRules rules, JsonView asked) {
    JsonView input = asked.find("input").orElse(asked);
    String unit = asked.get("unit").text();
    List<LaboratoryRule> chosen = chosen(rules, asked);
    LaboratoryResult result = LaboratoryCase.read(input);
    return chosen.stream()
        .map(rule -> new Graded(asked, rule, unit, rule.grade(result, unit)))
        .toList();
  }

  private static List<LaboratoryRule> chosen(LaboratoryRules rules, JsonView asked) {
    JsonView name = asked.find("term").orElseGet(() -> asked.get("analyte"));
    String wanted = name.text().toLowerCase(Locale.ROOT);
    List<LaboratoryRule> chosen =
        rules.rules().stream()
            .filter(
                rule ->
                    rule.key().toLowerCase(Locale.ROOT).equals(wanted)
                        || rule.term().toLowerCase(Locale.ROOT).equals(wanted)
                        || rule.analyte().toLowerCase(Locale.ROOT).equals(wanted))
            .toList();
    if (chosen.isEmpty()) {
      throw name.wrong(
          "a term with a numeric rule, such as Hypokalemia, or what is measured, such as K"
              + " (--list shows all)");
    }
    return chosen;
  }

  /** Every numeric rule with what it is about and the units that it knows. */
  private static Answer listed(Session session, LaboratoryRules rules) {
    ObjectNode document = session.document().put("version", Ctcae.V5);
    ArrayNode list = document.putArray("rules");
    List<List<String>> rows = new ArrayList<>();
    for (LaboratoryRule rule : rules.rules()) {
      List<String> units = new ArrayList<>(List.of(rule.unit()));
      units.addAll(rule.otherUnits().keySet());
      ObjectNode node = list.addObject().put("term", rule.key()).put("analyte", rule.analyte());
      ArrayNode known = node.putArray("units");
      units.forEach(known::add);
      rows.add(List.of(rule.key(), rule.analyte(), String.join(", ", units)));
    }
    return Answer.with(document)
        .table(
            List.of(
                session.say("term", "术语"),
                session.say("measured", "检测项目"),
                session.say("units", "单位")),
            rows)
        .done();
  }

  private static Answer answer(Session session, List<Graded> graded, GradeTexts texts) {
    ObjectNode document = session.document().put("version", Ctcae.V5);
    ArrayNode list = document.putArray("grades");
    List<List<String>> rows = new ArrayList<>();
    for (Graded each : graded) {
      ObjectNode node = list.addObject();
      describe(session, each, node);
      meaning(session, each, texts)
          .ifPresent(
              meaning ->
                  node.put("meaning", meaning.text()).put("meaningSource", meaning.source()));
      rows.add(row(session, each, texts));
    }
    Answer.Builder answer =
        Answer.with(document)
            .line(
                session.say(
                    Ctcae.V5 + ", numeric rules: the investigator decides the grade",
                    Ctcae.V5 + " 数值规则：级别由研究者判定"))
            .table(headings(session), rows);
    return graded.stream().anyMatch(Graded::isRefused)
        ? answer.exit(Exit.INVALID).done()
        : answer.done();
  }

  private static List<String> headings(Session session) {
    return List.of(
        session.say("id", "编号"),
        session.say("term", "术语"),
        session.say("value", "值"),
        session.say("grade", "级别"),
        session.say("because", "依据"),
        session.say("meaning", "含义"));
  }

  private static List<String> row(Session session, Graded each, GradeTexts texts) {
    return List.of(
        each.asked().text("id").orElse("-"),
        each.rule().key(),
        each.asked().find("input").orElse(each.asked()).text("value").orElse("-")
            + " "
            + each.unit(),
        grade(each),
        because(session, each),
        meaning(session, each, texts).map(Said::line).orElse(""));
  }

  /** The words of the grade that was found; nothing for grade 0 and for a term without wording. */
  private static Optional<Said> meaning(Session session, Graded each, GradeTexts texts) {
    if (!(each.grade() instanceof LaboratoryGrade.Graded found)) {
      return Optional.empty();
    }
    return texts
        .of(each.rule().term())
        .filter(meaning -> meaning.byGrade().containsKey(found.grade()))
        .map(
            meaning ->
                new Said(
                    session.say(meaning.byGrade().getOrDefault(found.grade(), Words.same(""))),
                    meaning.source().message().in(session.language())));
  }

  private static String grade(Graded each) {
    return switch (each.grade()) {
      case LaboratoryGrade.Graded g when g.possible() > g.grade() ->
          g.grade() + " (" + g.possible() + "?)";
      case LaboratoryGrade.Graded g -> Integer.toString(g.grade());
      case LaboratoryGrade.Undecided ignored -> "-";
      case LaboratoryGrade.UnknownUnit ignored -> "-";
    };
  }

  private static String because(Session session, Graded each) {
    return switch (each.grade()) {
      case LaboratoryGrade.Graded graded -> working(session, each, graded);
      case LaboratoryGrade.Undecided undecided ->
          session.say("not graded, lacking: ", "无法分级，缺少：") + undecided.lacking();
      case LaboratoryGrade.UnknownUnit unknown ->
          session.say("unit not known; known are: ", "单位无法识别；可用：")
              + String.join(", ", unknown.known());
    };
  }

  private static String working(Session session, Graded each, LaboratoryGrade.Graded graded) {
    LaboratoryResult result = LaboratoryCase.read(each.asked().find("input").orElse(each.asked()));
    String held =
        each.rule()
            .lineOf(graded.grade(), result, each.unit())
            .map(line -> line + " (" + each.rule().unit() + ")")
            .orElseGet(() -> session.say("no line of any grade holds", "各级条件均不成立"));
    String open =
        graded.possible() > graded.grade()
            ? session.say("; grade ", "；若") + possible(session, graded)
            : "";
    return held + open;
  }

  private static String possible(Session session, LaboratoryGrade.Graded graded) {
    String flags =
        graded.unknown().stream()
            .map(LaboratoryFlag::words)
            .map(words -> words.in(session.language()))
            .sorted()
            .collect(Collectors.joining(session.language() == Language.ZH ? "或" : " or "));
    return session.say(
        graded.possible() + " if " + flags, flags + "则可达 " + graded.possible() + " 级");
  }

  private static void describe(Session session, Graded each, ObjectNode node) {
    each.asked().text("id").ifPresent(id -> node.put("id", id));
    node.put("term", each.rule().term()).put("rule", "ctcae5." + each.rule().key());
    node.put("analyte", each.rule().analyte()).put("unit", each.unit());
    switch (each.grade()) {
      case LaboratoryGrade.Graded graded -> {
        node.put("grade", graded.grade()).put("possibleGrade", graded.possible());
        ArrayNode unknown = node.putArray("unknown");
        graded.unknown().stream().map(LaboratoryFlag::key).sorted().forEach(unknown::add);
      }
      case LaboratoryGrade.Undecided undecided ->
          node.putNull("grade").put("lacking", undecided.lacking());
      case LaboratoryGrade.UnknownUnit refused -> {
        ArrayNode known = node.putNull("grade").putArray("knownUnits");
        refused.known().stream().sorted().forEach(known::add);
      }
    }
    node.put("because", because(session, each));
  }
}
