package org.lodestar.app.web;

import static org.lodestar.app.print.Svg.escape;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.schedule.FormStanding;
import org.lodestar.trial.schedule.FormStatus;

/**
 * The rows of the matrix as markup. There are thousands of cells: each is as short as can be and
 * says why it is as it is.
 */
final class MatrixRows {
  private static final Words NOT_PLANNED = new Words("no day yet", "尚无日期");
  private static final Words COLON = new Words(": ", "：");
  private static final Words COMMA = new Words(", ", "，");
  private static final Words FIRST = new Words("; first ", "；首项 ");

  private final List<MatrixPlace> places;
  private final TrialWords words;
  private final StringBuilder out = new StringBuilder(1 << 16);

  MatrixRows(List<MatrixPlace> places, TrialWords words) {
    this.places = places;
    this.words = words;
  }

  static boolean isFirst(List<MatrixPlace> places, int i) {
    return i == 0 || !places.get(i - 1).visit().equals(places.get(i).visit());
  }

  String markup() {
    return out.toString();
  }

  void add(Dossier dossier) {
    String code = dossier.code().text();
    out.append("<tr><th class=\"rh\" scope=\"row\"><a href=\"participants/")
        .append(code)
        .append("\">")
        .append(dossier.name())
        .append("</a> <span class=\"muted tiny\">")
        .append(escape(RowNote.of(dossier, words)))
        .append("</span></th>");
    for (int i = 0; i < places.size(); i++) {
      cell(dossier, places.get(i), isFirst(places, i));
    }
    out.append("</tr>\n");
  }

  private void cell(Dossier dossier, MatrixPlace place, boolean first) {
    List<FormStanding> here =
        dossier.forms().standings().stream().filter(each -> place.holds(each, words)).toList();
    FormStatus status =
        here.stream().map(FormStanding::status).sorted().findFirst().orElse(none(dossier, place));
    out.append("<td");
    String kinds = (Shape.tint(status) + (first ? " first" : "")).strip();
    if (!kinds.isEmpty()) {
      out.append(" class=\"").append(kinds).append('"');
    }
    if (status == FormStatus.NOT_YET_DUE || status == FormStatus.NOT_APPLICABLE) {
      empty(here, status);
    } else {
      filled(dossier, place, here, status);
    }
    out.append("</td>");
  }

  /**
   * Where nothing is planned or recorded: something can still come, or nothing any more because the
   * series of the visit has ended.
   */
  private FormStatus none(Dossier dossier, MatrixPlace place) {
    if (!dossier.isEnrolled() || dossier.hasDied()) {
      return FormStatus.NOT_APPLICABLE;
    }
    String base = words.key(place.visit()).base();
    List<FormStanding> series =
        dossier.forms().standings().stream()
            .filter(standing -> words.key(standing.visit()).base().equals(base))
            .toList();
    boolean ended =
        !series.isEmpty()
            && series.stream()
                .noneMatch(
                    standing ->
                        standing.status().isWaiting()
                            || standing.status() == FormStatus.NOT_YET_DUE);
    return ended ? FormStatus.NOT_APPLICABLE : FormStatus.NOT_YET_DUE;
  }

  private void empty(List<FormStanding> here, FormStatus status) {
    String why =
        here.isEmpty()
            ? status == FormStatus.NOT_YET_DUE ? words.say(NOT_PLANNED) : ""
            : here.getFirst().why().in(words.language());
    out.append(" aria-label=\"")
        .append(words.say(status.words()))
        .append(why.isEmpty() ? "" : words.say(COLON) + escape(why))
        .append("\">")
        .append(
            status == FormStatus.NOT_YET_DUE ? "<i class=\"dot\"></i>" : "<i class=\"na\"></i>");
  }

  private void filled(
      Dossier dossier, MatrixPlace place, List<FormStanding> here, FormStatus status) {
    List<FormStanding> same = here.stream().filter(each -> each.status() == status).toList();
    boolean one = !place.form().isEmpty();
    String shape = Shape.of(status);
    out.append("><a class=\"st st-")
        .append(shape)
        .append("\" href=\"participants/")
        .append(address(dossier, one, same.getFirst()))
        .append("\" aria-label=\"")
        .append(escape(one ? single(same.getFirst(), status) : many(here, same)))
        .append("\"><svg class=\"ico\"><use href=\"#i-")
        .append(shape)
        .append("\"/></svg>")
        .append(words.say(status.letter()))
        .append(one || same.size() == 1 ? "" : " " + same.size())
        .append("</a>");
  }

  private static String address(Dossier dossier, boolean one, FormStanding standing) {
    String code = dossier.code().text();
    return one && standing.recorded() < 2
        ? MatrixReader.address(code, standing)
        : code + "#" + standing.visit();
  }

  private String single(FormStanding standing, FormStatus status) {
    String name = words.say(status.words());
    return status == FormStatus.COMPLETE && standing.recorded() < 2
        ? name
        : name + words.say(COLON) + standing.why().in(words.language());
  }

  /** How many forms are in each state, and what the first of those that are shown says. */
  private String many(List<FormStanding> here, List<FormStanding> same) {
    Map<FormStatus, Integer> counts = new EnumMap<>(FormStatus.class);
    here.forEach(each -> counts.merge(each.status(), 1, Integer::sum));
    StringBuilder says = new StringBuilder();
    counts.forEach(
        (status, count) -> {
          says.append(says.isEmpty() ? "" : words.say(COMMA));
          says.append(words.say(status.words())).append(' ').append(count);
        });
    FormStanding first = same.getFirst();
    if (first.status().isWaiting()) {
      says.append(words.say(FIRST))
          .append(words.form(first.form()))
          .append(words.say(COLON))
          .append(first.why().in(words.language()));
    }
    return says.toString();
  }
}
