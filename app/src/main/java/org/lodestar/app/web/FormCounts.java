package org.lodestar.app.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lodestar.trial.schedule.FormStanding;
import org.lodestar.trial.schedule.FormStatus;

/** Counts the forms of all participants by kind of visit. */
final class FormCounts {
  private final Map<String, long[]> byVisit = new HashMap<>();
  private final Set<String> missedVisits = new HashSet<>();
  private final TrialWords words;

  private static final int FORMS = 0;
  private static final int COMPLETE = 1;
  private static final int DUE = 2;
  private static final int OVERDUE = 3;

  FormCounts(TrialWords words) {
    this.words = words;
  }

  void add(Dossier dossier) {
    for (FormStanding standing : dossier.forms().standings()) {
      count(dossier, standing);
    }
  }

  private void count(Dossier dossier, FormStanding standing) {
    boolean waiting = standing.status().isWaiting();
    if (standing.isRecorded() || waiting) {
      long[] counts =
          byVisit.computeIfAbsent(words.key(standing.visit()).base(), any -> new long[4]);
      counts[FORMS] += standing.recorded() + (waiting ? 1 : 0);
      counts[COMPLETE] += standing.complete();
      counts[DUE] += standing.status() == FormStatus.DUE ? 1 : 0;
      counts[OVERDUE] += standing.status() == FormStatus.OVERDUE ? 1 : 0;
    } else if (standing.status() == FormStatus.NOT_DONE && isMissed(dossier, standing)) {
      missedVisits.add(dossier.code() + "/" + standing.visit());
    }
  }

  /** Nothing at all is recorded under the visit. */
  private static boolean isMissed(Dossier dossier, FormStanding missed) {
    return dossier.forms().standings().stream()
        .filter(standing -> standing.visit().equals(missed.visit()))
        .noneMatch(FormStanding::isRecorded);
  }

  long missed() {
    return missedVisits.size();
  }

  List<Overview.VisitLine> lines() {
    List<String> bases = new ArrayList<>(byVisit.keySet());
    bases.sort(Comparator.comparingInt(words::order));
    return bases.stream().map(this::line).toList();
  }

  private Overview.VisitLine line(String base) {
    long[] counts = byVisit.getOrDefault(base, new long[4]);
    return new Overview.VisitLine(
        base.equals(MatrixPlace.RUNNING) ? "" : base,
        words.visitGroup(base),
        counts[FORMS],
        counts[COMPLETE],
        counts[DUE],
        counts[OVERDUE],
        (int) (100 * counts[COMPLETE] / Math.max(1, counts[FORMS])));
  }
}
