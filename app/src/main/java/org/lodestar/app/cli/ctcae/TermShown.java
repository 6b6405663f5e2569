package org.lodestar.app.cli.ctcae;

import java.util.List;
import java.util.stream.Collectors;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.safety.CtcaeTerm;
import org.lodestar.trial.safety.TermFinder;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a term is shown. */
final class TermShown {
  private static final int SUGGESTIONS = 5;

  private TermShown() {}

  static String grades(CtcaeTerm term) {
    return term.grades().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  static ObjectNode describe(TermFinder finder, CtcaeTerm term, ObjectNode node) {
    node.put("term", term.name()).put("soc", term.soc());
    if (term.chinese() != null) {
      node.put("chinese", term.chinese().name());
    }
    node.put("ofDictionary", finder.isOfDictionary(term));
    ArrayNode grades = node.putArray("grades");
    term.grades().forEach(grades::add);
    return node;
  }

  /** The names and values of {@link CtcaeRule#NO_TERM}, with the terms that may be meant. */
  static Object[] unknown(TermFinder finder, String text) {
    List<String> near =
        finder.search(text).stream().limit(SUGGESTIONS).map(CtcaeTerm::name).toList();
    Words suggestion =
        near.isEmpty()
            ? new Words(
                "; \"lodestar ctcae search WORDS\" finds terms in English, Chinese and pinyin",
                "；“lodestar ctcae search WORDS”可按英文、中文、拼音查找")
            : new Words("; near it: " + String.join("; ", near), "；相近：" + String.join("；", near));
    return new Object[] {
      "term", text, "version", finder.ctcae().version(), "suggestion", suggestion
    };
  }
}
