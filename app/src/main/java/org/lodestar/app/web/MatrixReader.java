package org.lodestar.app.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Visit;
import org.lodestar.trial.schedule.FormStanding;
import org.lodestar.trial.schedule.FormStatus;

/** Makes the matrix: over all kinds of visit, over the visits of one kind, or over their forms. */
final class MatrixReader {

  /** Which participants are shown. */
  enum Show {
    ALL("All", "全部", any -> true),
    WAITING("Due or overdue", "待填或超期", MatrixReader::isWaiting),
    OVERDUE("Overdue", "超期", MatrixReader::isOverdue),
    RADIOTHERAPY("In radiotherapy", "放疗中", dossier -> dossier.courseUnderWay().isPresent()),
    HELD("Held", "暂停治疗", dossier -> !dossier.holds().isEmpty());

    private final Words words;
    private final Predicate<Dossier> shows;

    Show(String en, String zh, Predicate<Dossier> shows) {
      this.words = new Words(en, zh);
      this.shows = shows;
    }

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What an address asks for; everybody when it asks for nothing that there is. */
    static Show parse(String key) {
      for (Show show : values()) {
        if (show.key().equals(key)) {
          return show;
        }
      }
      return ALL;
    }
  }

  private final List<Dossier> dossiers;
  private final TrialWords words;
  private final String chosen;
  private final Show show;

  private MatrixReader(List<Dossier> dossiers, TrialWords words, String chosen, Show show) {
    this.dossiers = dossiers;
    this.words = words;
    this.chosen = chosen;
    this.show = show;
  }

  /**
   * @param dossiers in the order of registration
   * @param chosen the visit or kind of visits to be shown by form; empty for all kinds
   */
  static Matrix read(List<Dossier> dossiers, TrialWords words, String chosen, Show show) {
    return new MatrixReader(ordered(dossiers), words, chosen, show).read();
  }

  /** The enrolled, newest first, then those in screening and those who failed it. */
  static List<Dossier> ordered(List<Dossier> dossiers) {
    List<Dossier> ordered = new ArrayList<>();
    dossiers.reversed().stream().filter(Dossier::isEnrolled).forEach(ordered::add);
    dossiers.reversed().stream().filter(each -> !each.isEnrolled()).forEach(ordered::add);
    return ordered;
  }

  private static boolean isWaiting(Dossier dossier) {
    return !dossier.forms().waiting().isEmpty();
  }

  private static boolean isOverdue(Dossier dossier) {
    return dossier.forms().waiting().stream()
        .anyMatch(standing -> standing.status() == FormStatus.OVERDUE);
  }

  private Matrix read() {
    List<MatrixPlace> places =
        chosen.isEmpty() ? MatrixPlace.kinds(words) : MatrixPlace.chosen(chosen, dossiers, words);
    MatrixRows rows = new MatrixRows(places, words);
    List<Dossier> shown =
        dossiers.stream().filter(show.shows).filter(each -> isPlanned(each, places)).toList();
    shown.forEach(rows::add);
    int enrolled = (int) dossiers.stream().filter(Dossier::isEnrolled).count();
    return new Matrix(
        choices(),
        filters(),
        legend(),
        groups(places),
        columns(places),
        places.stream().noneMatch(place -> place.form().isEmpty()),
        rows.markup(),
        shown.size(),
        enrolled,
        dossiers.size() - enrolled);
  }

  /** Who has nothing at all under a chosen visit does not lengthen its table. */
  private boolean isPlanned(Dossier dossier, List<MatrixPlace> places) {
    return chosen.isEmpty()
        || dossier.forms().standings().stream()
            .filter(standing -> standing.status() != FormStatus.NOT_APPLICABLE)
            .anyMatch(standing -> places.stream().anyMatch(place -> place.holds(standing, words)));
  }

  private List<Matrix.Choice> choices() {
    String kind = chosen.isEmpty() ? "" : words.key(chosen).base();
    List<Matrix.Choice> choices = new ArrayList<>();
    for (Visit visit : words.protocol().visits()) {
      choices.add(
          new Matrix.Choice(visit.key(), words.visitGroup(visit.key()), visit.key().equals(kind)));
    }
    return choices;
  }

  private List<Matrix.Legend> legend() {
    return Arrays.stream(FormStatus.values())
        .map(status -> new Matrix.Legend(Shape.of(status), words.say(status.words())))
        .toList();
  }

  private List<Matrix.Filter> filters() {
    List<Matrix.Filter> filters = new ArrayList<>();
    for (Show each : Show.values()) {
      long number = dossiers.stream().filter(each.shows).count();
      filters.add(new Matrix.Filter(each.key(), words.say(each.words), number, each == show));
    }
    return filters;
  }

  private List<Matrix.Group> groups(List<MatrixPlace> places) {
    if (places.stream().anyMatch(place -> place.form().isEmpty())) {
      return List.of();
    }
    List<Matrix.Group> groups = new ArrayList<>();
    for (String visit : new LinkedHashSet<>(places.stream().map(MatrixPlace::visit).toList())) {
      int span = (int) places.stream().filter(place -> place.visit().equals(visit)).count();
      groups.add(new Matrix.Group(words.visit(visit), visit.equals(chosen) ? "" : visit, span));
    }
    return groups;
  }

  private List<Matrix.Column> columns(List<MatrixPlace> places) {
    List<Matrix.Column> columns = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      columns.add(column(places.get(i), MatrixRows.isFirst(places, i)));
    }
    return columns;
  }

  private Matrix.Column column(MatrixPlace place, boolean first) {
    if (!place.form().isEmpty()) {
      return new Matrix.Column(words.form(place.form()), "", first);
    }
    String name = place.kind() ? words.visitGroup(place.visit()) : words.visit(place.visit());
    boolean more = !place.visit().equals(MatrixPlace.RUNNING);
    return new Matrix.Column(name, more ? place.visit() : "", first);
  }

  static String address(FormInstance instance) {
    return address(
        instance.participant().text(), instance.visit(), instance.form(), instance.repeat());
  }

  static String address(String code, String visit, String form, int repeat) {
    return code + "/forms/" + visit + "/" + form + "/" + repeat;
  }

  static String address(String code, FormStanding standing) {
    return address(code, standing.visit(), standing.form(), 1);
  }
}
