package org.lodestar.app.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.TrialIndex;
import org.lodestar.trial.TrialIndex.FormRow;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.enrolment.ScreenFailure;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Visit;

/** Makes the matrix: over all kinds of visit, or over the forms of one kind. */
final class MatrixReader {
  private static final Words IN_SCREENING = new Words("in screening", "筛选中");
  private static final Words NUMBER_COMPLETE = new Words(" complete", " 份完成");
  private static final Words OF = new Words(" of ", " / ");

  /** A column: a visit and a form; an empty visit stands for all of the kind. */
  private record Place(String visit, String form) {}

  private final TrialIndex index;
  private final TrialWords words;
  private final String chosen;

  private MatrixReader(TrialIndex index, TrialWords words, String chosen) {
    this.index = index;
    this.words = words;
    this.chosen = chosen;
  }

  /**
   * @param chosen the kind of visit to be shown by form; empty for all kinds
   */
  static Matrix read(TrialIndex index, TrialWords words, String chosen) {
    return new MatrixReader(index, words, chosen).read();
  }

  private Matrix read() {
    List<Place> places = chosen.isEmpty() ? kinds() : forms();
    List<Matrix.Row> rows = new ArrayList<>();
    for (ParticipantCode code : ordered(index.enrolment())) {
      rows.add(row(code, places));
    }
    return new Matrix(
        choices(), groups(places), columns(places), rows, index.enrolment().enrolledCount());
  }

  /** The enrolled, newest first, then those in screening and those who failed it. */
  static List<ParticipantCode> ordered(EnrolmentRegister register) {
    List<ParticipantCode> codes = new ArrayList<>(register.enrolled().reversed());
    register.registered().stream()
        .filter(code -> !(register.standing(code) instanceof Standing.Enrolled))
        .sorted(Comparator.reverseOrder())
        .forEach(codes::add);
    return codes;
  }

  private List<Matrix.Choice> choices() {
    List<Matrix.Choice> choices = new ArrayList<>();
    for (Visit visit : words.protocol().visits()) {
      choices.add(
          new Matrix.Choice(
              visit.key(), words.visitGroup(visit.key()), visit.key().equals(chosen)));
    }
    return choices;
  }

  private List<Place> kinds() {
    List<Place> places = new ArrayList<>();
    words.protocol().visits().forEach(visit -> places.add(new Place(visit.key(), "")));
    places.add(new Place("running", ""));
    return places;
  }

  /** Every form of every visit of the chosen kind that somebody has. */
  private List<Place> forms() {
    Set<String> visits =
        new TreeSet<>(
            Comparator.comparingInt((String visit) -> words.key(visit).number())
                .thenComparing(visit -> visit));
    for (ParticipantCode code : index.enrolment().registered()) {
      index.forms(code).keySet().stream()
          .map(FormInstance::visit)
          .filter(visit -> words.key(visit).base().equals(chosen))
          .forEach(visits::add);
    }
    List<String> forms =
        words.protocol().visits().stream()
            .filter(visit -> visit.key().equals(chosen))
            .flatMap(visit -> visit.forms().stream())
            .toList();
    List<Place> places = new ArrayList<>();
    visits.forEach(visit -> forms.forEach(form -> places.add(new Place(visit, form))));
    return places;
  }

  private List<Matrix.Group> groups(List<Place> places) {
    if (chosen.isEmpty()) {
      return List.of();
    }
    List<Matrix.Group> groups = new ArrayList<>();
    for (String visit : new LinkedHashSet<>(places.stream().map(Place::visit).toList())) {
      int span = (int) places.stream().filter(place -> place.visit().equals(visit)).count();
      groups.add(new Matrix.Group(words.visit(visit), span));
    }
    return groups;
  }

  private List<Matrix.Column> columns(List<Place> places) {
    List<Matrix.Column> columns = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      String name =
          place.form().isEmpty() ? words.visitGroup(place.visit()) : words.form(place.form());
      columns.add(new Matrix.Column(name, isFirst(places, i)));
    }
    return columns;
  }

  private boolean isFirst(List<Place> places, int i) {
    return i == 0 || !places.get(i - 1).visit().equals(places.get(i).visit());
  }

  private Matrix.Row row(ParticipantCode code, List<Place> places) {
    SortedMap<FormInstance, FormRow> rows = index.forms(code);
    List<Matrix.Cell> cells = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      cells.add(cell(code, places.get(i), rows, isFirst(places, i)));
    }
    Standing standing = index.enrolment().standing(code);
    String number = standing instanceof Standing.Enrolled enrolled ? enrolled.number() : "";
    return new Matrix.Row(code.text(), number, standing(standing), cells);
  }

  private String standing(@Nullable Standing standing) {
    return switch (standing) {
      case Standing.Failed failed -> words.say(ScreenFailure.parse(failed.cause()).words());
      case Standing.InScreening ignored -> words.say(IN_SCREENING);
      case null, default -> "";
    };
  }

  private Matrix.Cell cell(
      ParticipantCode code, Place place, SortedMap<FormInstance, FormRow> rows, boolean first) {
    List<Map.Entry<FormInstance, FormRow>> found =
        rows.entrySet().stream().filter(row -> isAt(place, row.getKey())).toList();
    if (found.isEmpty()) {
      return new Matrix.Cell("F", "", "", words.say(FormState.NOT_STARTED.words()), "", first);
    }
    FormState state =
        found.stream().map(row -> FormState.of(row.getValue())).sorted().findFirst().orElseThrow();
    long complete = found.stream().filter(row -> row.getValue().complete()).count();
    String count = complete + words.say(OF) + found.size() + words.say(NUMBER_COMPLETE);
    String letter =
        place.form().isEmpty() ? Integer.toString(found.size()) : words.say(state.letter());
    String address =
        place.form().isEmpty() || found.size() > 1
            ? "/participants/" + code + "#" + place.visit()
            : "/participants/" + address(found.getFirst().getKey());
    return new Matrix.Cell(
        state.shape(), letter, "", words.say(state.words()) + ": " + count, address, first);
  }

  static String address(FormInstance instance) {
    return instance.participant()
        + "/forms/"
        + instance.visit()
        + "/"
        + instance.form()
        + "/"
        + instance.repeat();
  }

  private boolean isAt(Place place, FormInstance instance) {
    if (!place.form().isEmpty()) {
      return instance.visit().equals(place.visit()) && instance.form().equals(place.form());
    }
    String base = words.key(instance.visit()).base();
    return base.equals(place.visit());
  }
}
