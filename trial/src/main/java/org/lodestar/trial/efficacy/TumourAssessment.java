package org.lodestar.trial.efficacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One assessment after baseline. A lesion without a finding is not evaluable.
 *
 * @param visit the visit at which it was made
 * @param date of the first scan of the set
 * @param irradiated names of the lesions that were irradiated on study before it
 */
public record TumourAssessment(
    String visit,
    LocalDate date,
    Map<String, TargetFinding> targets,
    Map<String, NonTargetFinding> nonTargets,
    List<NewLesion> newLesions,
    Set<String> irradiated) {
  private static final TargetFinding NOT_EVALUABLE = new TargetFinding.NotEvaluable();

  public TumourAssessment {
    targets = Map.copyOf(targets);
    nonTargets = Map.copyOf(nonTargets);
    newLesions = List.copyOf(newLesions);
    irradiated = Set.copyOf(irradiated);
  }

  /** An assessment of lesions of which none was irradiated on study. */
  public TumourAssessment(
      String visit,
      LocalDate date,
      Map<String, TargetFinding> targets,
      Map<String, NonTargetFinding> nonTargets,
      List<NewLesion> newLesions) {
    this(visit, date, targets, nonTargets, newLesions, Set.of());
  }

  TargetFinding target(String lesion) {
    return targets.getOrDefault(lesion, NOT_EVALUABLE);
  }

  NonTargetFinding nonTarget(String lesion) {
    return nonTargets.getOrDefault(lesion, NonTargetFinding.NOT_EVALUABLE);
  }

  boolean hasUnequivocalNewLesion() {
    return newLesions.stream()
        .anyMatch(lesion -> lesion.certainty() == NewLesion.Certainty.UNEQUIVOCAL);
  }
}
