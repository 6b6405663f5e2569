package org.lodestar.app.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lodestar.trial.TrialIndex.FormRow;
import org.lodestar.trial.capture.FormRecord;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.schedule.FormPlan;
import org.lodestar.trial.schedule.FormStanding;
import org.lodestar.trial.schedule.FormStatus;
import org.lodestar.trial.schedule.PlannedVisit;

/** The forms of one participant, visit by visit: in the log, waiting, and planned. */
final class ParticipantForms {
  private final Dossier dossier;
  private final List<FormRow> rows;
  private final TrialWords words;
  private final ZoneId zone;

  ParticipantForms(Dossier dossier, List<FormRow> rows, TrialWords words, ZoneId zone) {
    this.dossier = dossier;
    this.rows = rows;
    this.words = words;
    this.zone = zone;
  }

  List<ParticipantView.VisitForms> visits() {
    Comparator<String> order =
        Comparator.<String>comparingInt(words::order)
            .thenComparingInt(visit -> words.key(visit).number())
            .thenComparing(visit -> visit);
    Map<String, List<FormStanding>> standings = new TreeMap<>(order);
    for (FormStanding standing : dossier.forms().standings()) {
      standings.computeIfAbsent(standing.visit(), any -> new ArrayList<>()).add(standing);
    }
    List<ParticipantView.VisitForms> visits = new ArrayList<>();
    standings.forEach(
        (visit, forms) -> {
          List<ParticipantView.FormLine> lines =
              forms.stream().flatMap(f -> lines(f).stream()).toList();
          if (!lines.isEmpty()) {
            visits.add(visit(visit, forms, lines));
          }
        });
    return visits;
  }

  private ParticipantView.VisitForms visit(
      String visit, List<FormStanding> forms, List<ParticipantView.FormLine> lines) {
    return new ParticipantView.VisitForms(
        visit,
        words.visit(visit),
        lines,
        forms.stream().mapToLong(FormStanding::complete).sum(),
        forms.stream().anyMatch(standing -> standing.status().isWaiting()));
  }

  /** The copies in the log, and one more line when the form waits. */
  private List<ParticipantView.FormLine> lines(FormStanding standing) {
    List<ParticipantView.FormLine> lines = new ArrayList<>();
    for (FormRow row : rows) {
      if (row.instance().visit().equals(standing.visit())
          && row.instance().form().equals(standing.form())) {
        lines.add(recorded(row));
      }
    }
    boolean missed = standing.status() == FormStatus.NOT_DONE && !standing.isRecorded();
    if (standing.status().isWaiting() || missed) {
      lines.add(waiting(standing));
    }
    return lines;
  }

  private ParticipantView.FormLine recorded(FormRow row) {
    FormInstance instance = row.instance();
    FormRecord form = dossier.sheets().casebook().form(instance);
    FormStatus status =
        form == null ? FormStatus.IN_PROGRESS : FormPlan.status(form, words.protocol());
    return new ParticipantView.FormLine(
        words.form(instance),
        "/participants/" + MatrixReader.address(instance),
        Shape.of(status),
        words.say(status.words()),
        row.lastAt().atZone(zone).toLocalDate().toString(),
        "");
  }

  private ParticipantView.FormLine waiting(FormStanding standing) {
    String address =
        MatrixReader.address(
            dossier.code().text(), standing.visit(), standing.form(), standing.recorded() + 1);
    return new ParticipantView.FormLine(
        words.form(standing.form()),
        "/participants/" + address,
        Shape.of(standing.status()),
        words.say(standing.status().words()),
        "",
        standing.why().in(words.language()));
  }

  /** Visits to come, each once, in the order of their days. */
  List<ParticipantView.Planned> planned() {
    Map<String, ParticipantView.Planned> planned = new LinkedHashMap<>();
    for (PlannedVisit visit : dossier.schedule().visits().visits()) {
      boolean open =
          dossier.forms().standings().stream()
              .filter(standing -> standing.visit().equals(visit.key()))
              .allMatch(standing -> standing.status() == FormStatus.NOT_YET_DUE);
      if (open && dossier.isEnrolled()) {
        planned.put(
            visit.key(),
            new ParticipantView.Planned(
                words.visit(visit.key()),
                visit.planned().get().toString(),
                visit.earliest() + " – " + visit.latest()));
      }
    }
    return List.copyOf(planned.values());
  }
}
