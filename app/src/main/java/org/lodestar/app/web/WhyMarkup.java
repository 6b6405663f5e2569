package org.lodestar.app.web;

import static org.lodestar.app.print.Svg.escape;

import java.util.List;
import java.util.Locale;
import org.lodestar.trial.fact.Words;

/** A tree of reasons as markup: it can have hundreds of lines, each of them the same. */
final class WhyMarkup {
  private static final Words WHY = new Words("why?", "为何？");
  private static final Words FACT = new Words("fact ", "事实 ");

  private final TrialWords words;
  private final StringBuilder out = new StringBuilder(1 << 14);

  private WhyMarkup(TrialWords words) {
    this.words = words;
  }

  /** The items of a list. */
  static String of(List<WhyView.Node> roots, TrialWords words) {
    WhyMarkup markup = new WhyMarkup(words);
    roots.forEach(markup::item);
    return markup.out.toString();
  }

  private void item(WhyView.Node node) {
    boolean asks = !node.address().isEmpty();
    out.append(asks ? "<li class=\"asks\">" : "<li>");
    if (node.seq() > 0) {
      fact(node);
    } else if (node.inputs().isEmpty()) {
      out.append("<div class=\"fact\"><span class=\"name\">");
      line(node);
      out.append("</div>");
    } else {
      out.append(node.open() ? "<details open>" : "<details>")
          .append("<summary><span class=\"")
          .append(node.known() ? "v" : "name")
          .append("\">");
      line(node);
      out.append("</summary><ul>");
      node.inputs().forEach(this::item);
      out.append("</ul></details>");
    }
    if (asks) {
      link(node);
    }
    out.append("</li>\n");
  }

  /** Beside what opens and shuts, never inside it: a link in a summary cannot be reached by all. */
  private void link(WhyView.Node node) {
    out.append("<a class=\"why\" href=\"")
        .append(escape(node.address()))
        .append("\">")
        .append(words.say(WHY))
        .append("</a>");
  }

  private void line(WhyView.Node node) {
    out.append(escape(node.sentence())).append("</span> ");
    out.append("<span class=\"rule\">").append(escape(node.rule())).append("</span>");
  }

  private void fact(WhyView.Node node) {
    out.append("<div class=\"fact\"><span>")
        .append(escape(node.sentence()))
        .append("</span> <a class=\"ref\" href=\"/facts/")
        .append(node.seq())
        .append("\">")
        .append(words.say(FACT))
        .append(String.format(Locale.ROOT, "%,d", node.seq()))
        .append(" · ")
        .append(escape(node.item()))
        .append("</a></div>");
  }
}
