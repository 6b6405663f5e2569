package org.lodestar.trial.efficacy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.lodestar.trial.fact.Input;

/**
 * What one reader recorded of the tumour, each finding with the entries that it came from.
 *
 * @param assessments after baseline, by date
 * @param sources the entries behind a lesion at a visit
 */
public record TumourHistory(
    BaselineDisease baseline, List<TumourAssessment> assessments, Map<Place, List<Input>> sources) {

  /** A lesion at a visit; without a lesion, the assessment itself. */
  public record Place(String visit, String lesion) {
    /** Stands for the assessment itself. */
    public static final String ASSESSMENT = "";
  }

  public TumourHistory {
    assessments =
        assessments.stream().sorted(Comparator.comparing(TumourAssessment::date)).toList();
    sources = Map.copyOf(sources);
  }

  List<Input> source(String visit, String lesion) {
    return sources.getOrDefault(new Place(visit, lesion), List.of());
  }

  List<Input> ofAssessment(String visit) {
    return source(visit, Place.ASSESSMENT);
  }
}
