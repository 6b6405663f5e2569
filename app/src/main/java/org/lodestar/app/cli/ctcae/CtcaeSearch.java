package org.lodestar.app.cli.ctcae;

import java.util.ArrayList;
import java.util.List;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.Exit;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import org.lodestar.trial.safety.Ctcae;
import org.lodestar.trial.safety.CtcaeTerm;
import org.lodestar.trial.safety.TermFinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Terms by English words, Chinese, pinyin or initials. */
@Command(name = "search")
final class CtcaeSearch implements Verb {
  @Parameters(paramLabel = "WORDS", descriptionKey = "WORDS", arity = "1..*")
  List<String> words;

  @Override
  public Answer run(Session session) {
    TermFinder finder = new TermFinder(Ctcae.of(Ctcae.V5).orElseThrow());
    String text = String.join(" ", words);
    List<CtcaeTerm> found = finder.search(text);
    ObjectNode document = session.document().put("version", Ctcae.V5).put("words", text);
    ArrayNode list = document.putArray("terms");
    List<List<String>> rows = new ArrayList<>();
    for (CtcaeTerm term : found) {
      TermShown.describe(finder, term, list.addObject());
      rows.add(
          List.of(
              term.name(),
              term.chinese() == null ? "" : term.chinese().name(),
              term.soc(),
              TermShown.grades(term)));
    }
    if (found.isEmpty()) {
      return Answer.with(document)
          .line(session.say(CtcaeRule.NO_TERM, TermShown.unknown(finder, text)))
          .exit(Exit.NOT_FOUND)
          .done();
    }
    return Answer.with(document).table(headings(session), rows).done();
  }

  private static List<String> headings(Session session) {
    return List.of(
        session.say("term", "术语"),
        session.say("in Chinese", "中文"),
        session.say("class", "系统器官分类"),
        session.say("grades", "级别"));
  }
}
