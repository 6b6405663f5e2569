package org.lodestar.app.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.lodestar.trial.protocol.Visit;
import org.lodestar.trial.schedule.FormStanding;

/**
 * A column of the matrix.
 *
 * @param visit key of a visit or of a kind of visits
 * @param kind whether all visits of the kind are meant
 * @param form key of a form; empty for all forms
 */
record MatrixPlace(String visit, boolean kind, String form) {
  private static final int MAX_COLUMNS = 21;
  static final String RUNNING = "running";

  /** Whether the standing belongs to the column. */
  boolean holds(FormStanding standing, TrialWords words) {
    boolean here =
        kind ? words.key(standing.visit()).base().equals(visit) : standing.visit().equals(visit);
    return here && (form.isEmpty() || standing.form().equals(form));
  }

  /** All kinds of visits of the trial. */
  static List<MatrixPlace> kinds(TrialWords words) {
    List<MatrixPlace> places = new ArrayList<>();
    words.protocol().visits().forEach(visit -> places.add(new MatrixPlace(visit.key(), true, "")));
    places.add(new MatrixPlace(RUNNING, true, ""));
    return places;
  }

  /**
   * The columns of what was chosen: a visit by its forms; a kind of visits by its visits and their
   * forms, or by its visits alone when the forms would be too many to overlook.
   */
  static List<MatrixPlace> chosen(String chosen, Collection<Dossier> dossiers, TrialWords words) {
    Optional<Visit> kind =
        words.protocol().visits().stream().filter(visit -> visit.key().equals(chosen)).findFirst();
    if (kind.isEmpty()) {
      String base = words.key(chosen).base();
      return words.protocol().visits().stream()
          .filter(visit -> visit.key().equals(base))
          .flatMap(visit -> byForm(chosen, visit).stream())
          .toList();
    }
    List<String> visits = visits(chosen, dossiers, words);
    if (visits.size() * kind.get().forms().size() > MAX_COLUMNS) {
      return visits.stream().map(visit -> new MatrixPlace(visit, false, "")).toList();
    }
    return visits.stream().flatMap(visit -> byForm(visit, kind.get()).stream()).toList();
  }

  private static List<MatrixPlace> byForm(String visit, Visit planned) {
    return planned.forms().stream().map(form -> new MatrixPlace(visit, false, form)).toList();
  }

  private static List<String> visits(String kind, Collection<Dossier> dossiers, TrialWords words) {
    TreeSet<String> visits =
        new TreeSet<>(
            Comparator.comparingInt((String visit) -> words.key(visit).number())
                .thenComparing(visit -> visit));
    for (Dossier dossier : dossiers) {
      dossier.forms().standings().stream()
          .map(FormStanding::visit)
          .filter(visit -> words.key(visit).base().equals(kind))
          .forEach(visits::add);
    }
    return List.copyOf(visits);
  }
}
