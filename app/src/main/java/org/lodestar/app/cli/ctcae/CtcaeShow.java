package org.lodestar.app.cli.ctcae;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import org.lodestar.app.dictionary.DictionaryShelf;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.safety.Ctcae;
import org.lodestar.trial.safety.CtcaeTerm;
import org.lodestar.trial.safety.GradeTexts;
import org.lodestar.trial.safety.GradeTexts.Meaning;
import org.lodestar.trial.safety.TermFinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** One term: its class, which grades exist and what they mean. */
@Command(name = "show")
final class CtcaeShow implements Verb {
  @Parameters(paramLabel = "TERM", descriptionKey = "TERM", arity = "1..*")
  List<String> words;

  @Override
  public Answer run(Session session) {
    TermFinder finder = new TermFinder(Ctcae.of(Ctcae.V5).orElseThrow());
    CtcaeTerm term = term(finder, String.join(" ", words));
    GradeTexts texts = DictionaryShelf.in(session.data()).texts();
    Optional<Meaning> meaning = texts.of(term.name());
    ObjectNode document = session.document().put("version", Ctcae.V5);
    TermShown.describe(finder, term, document);
    Answer.Builder answer = Answer.with(document);
    answer.line(title(session, term)).line(standing(session, finder, term));
    List<List<String>> rows = new ArrayList<>();
    ObjectNode meanings = document.putObject("meanings");
    for (int grade : term.grades()) {
      String text = meaning.map(found -> text(session, found, grade)).orElse("");
      meanings.put(Integer.toString(grade), text);
      rows.add(List.of(Integer.toString(grade), text));
    }
    meaning.map(Meaning::definition).filter(text -> !text.isEmpty()).ifPresent(answer::line);
    answer.table(List.of(session.say("grade", "级别"), session.say("meaning", "含义")), rows);
    String source = meaning.map(found -> source(session, found)).orElseGet(() -> none(session));
    document.put("source", source);
    return answer.line(source).done();
  }

  /** The term of that name, or the only one that a search finds. */
  private static CtcaeTerm term(TermFinder finder, String text) {
    return finder
        .named(text)
        .orElseGet(
            () -> {
              List<CtcaeTerm> found = finder.search(text);
              if (found.size() != 1) {
                throw CtcaeRule.NO_TERM.failure(TermShown.unknown(finder, text));
              }
              return found.getFirst();
            });
  }

  private static String text(Session session, Meaning meaning, int grade) {
    return Optional.ofNullable(meaning.byGrade().get(grade)).map(session::say).orElse("");
  }

  private static String title(Session session, CtcaeTerm term) {
    if (term.chinese() == null) {
      return term.name();
    }
    return session.language() == Language.ZH
        ? term.chinese().name() + "（" + term.name() + "）"
        : term.name() + " (" + term.chinese().name() + ")";
  }

  private static String standing(Session session, TermFinder finder, CtcaeTerm term) {
    return finder.isOfDictionary(term)
        ? Ctcae.V5 + ", " + term.soc()
        : session.say(
            "no term of " + Ctcae.V5 + "; graded by its own scale; class: " + term.soc(),
            "非 " + Ctcae.V5 + " 术语，按其自身标准分级；分类：" + term.soc());
  }

  private static String source(Session session, Meaning meaning) {
    return meaning.source().message().in(session.language());
  }

  private static String none(Session session) {
    return session.say(
        "this project has no wording for it; \"lodestar ctcae import FILE\" brings NCI's sentences",
        "本项目对该术语无表述；可用“lodestar ctcae import FILE”导入 NCI 原文");
  }
}
