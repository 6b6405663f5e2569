package org.lodestar.trial.efficacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.JsonView;

/**
 * Everything that RECIST 1.1 needs of one participant, apart from any trial: what the format {@code
 * lodestar-recist-cases/1} holds, and what a person asks who has only this question.
 */
public record RecistCase(
    BaselineDisease baseline,
    List<TumourAssessment> assessments,
    ResponseSettings settings,
    LocalDate reference,
    @Nullable LocalDate newTherapy) {
  public RecistCase {
    assessments = List.copyOf(assessments);
  }

  /** All answers for a case. */
  public record Answer(
      List<VisitResponse> visits,
      BestResponse best,
      BestResponse bestConfirmed,
      Optional<LocalDate> progression) {}

  public Answer answer() {
    List<VisitResponse> visits = Recist11.assess(baseline, assessments, settings);
    ResponseSeries series =
        new ResponseSeries(
            reference,
            baseline.hasTargets(),
            visits.stream().map(v -> new TimedResponse(v.date(), v.overall())).toList(),
            newTherapy);
    return new Answer(
        visits,
        BestResponse.unconfirmed(series, settings),
        BestResponse.confirmed(series, settings),
        Recist11.progression(assessments, visits));
  }

  /**
   * @throws IllegalArgumentException naming the place of what is missing or wrong
   */
  public static RecistCase read(JsonView json) {
    JsonView settings = json.get("settings");
    return new RecistCase(
        baseline(json.get("baseline")),
        json.get("visits").items().stream().map(RecistCase::assessment).toList(),
        settings(settings),
        settings.get("referenceDate").date(),
        settings.date("newTherapyDate").orElse(null));
  }

  private static ResponseSettings settings(JsonView json) {
    return new ResponseSettings(
        json.decimal("tooSmallMm").orElse(DEFAULT_TOO_SMALL_MM),
        json.get("continuingPr").flag(),
        json.get("minSdDays").wholeNumber(),
        json.get("confirmationMinDays").wholeNumber(),
        json.get("maxNeBetween").wholeNumber(),
        json.get("acceptSdBetween").flag());
  }

  /** The value that RECIST 1.1 gives to a lesion too small to measure. */
  private static final java.math.BigDecimal DEFAULT_TOO_SMALL_MM = java.math.BigDecimal.valueOf(5);

  private static BaselineDisease baseline(JsonView json) {
    List<TargetLesion> targets = new ArrayList<>();
    for (JsonView each : json.items("targets")) {
      targets.add(
          new TargetLesion(
              each.get("id").text(),
              each.get("organ").text(),
              kind(each.get("kind")),
              each.get("diameterMm").decimal()));
    }
    List<NonTargetLesion> nonTargets = new ArrayList<>();
    for (JsonView each : json.items("nonTargets")) {
      nonTargets.add(
          new NonTargetLesion(
              each.get("id").text(), each.get("organ").text(), kind(each.get("kind"))));
    }
    return new BaselineDisease(json.get("date").date(), targets, nonTargets);
  }

  static LesionKind kind(JsonView json) {
    return switch (json.text()) {
      case "nodal" -> LesionKind.NODAL;
      case "non-nodal" -> LesionKind.NON_NODAL;
      default -> throw json.wrong("nodal or non-nodal");
    };
  }

  private static TumourAssessment assessment(JsonView json) {
    Map<String, TargetFinding> targets = new HashMap<>();
    for (JsonView each : json.items("targets")) {
      targets.put(each.get("id").text(), target(each));
    }
    Map<String, NonTargetFinding> nonTargets = new HashMap<>();
    for (JsonView each : json.items("nonTargets")) {
      nonTargets.put(each.get("id").text(), nonTarget(each.get("status")));
    }
    return new TumourAssessment(
        json.get("visit").text(),
        json.get("date").date(),
        targets,
        nonTargets,
        json.items("newLesions").stream().map(RecistCase::newLesion).toList());
  }

  private static TargetFinding target(JsonView json) {
    JsonView status = json.get("status");
    return switch (status.text()) {
      case "measured" -> new TargetFinding.Measured(json.get("diameterMm").decimal());
      case "too-small" ->
          json.decimal("diameterMm")
              .<TargetFinding>map(TargetFinding.Measured::new)
              .orElseGet(TargetFinding.TooSmall::new);
      case "absent" -> new TargetFinding.Absent();
      case "not-evaluable" -> new TargetFinding.NotEvaluable();
      case "split" ->
          new TargetFinding.Split(
              json.get("partsMm").items().stream().map(JsonView::decimal).toList());
      case "merged-into" -> new TargetFinding.MergedInto(json.get("into").text());
      default ->
          throw status.wrong("measured, too-small, absent, not-evaluable, split or merged-into");
    };
  }

  private static NonTargetFinding nonTarget(JsonView status) {
    return switch (status.text()) {
      case "present" -> NonTargetFinding.PRESENT;
      case "absent" -> NonTargetFinding.ABSENT;
      case "normal" -> NonTargetFinding.NORMAL;
      case "unequivocal-progression" -> NonTargetFinding.UNEQUIVOCAL_PROGRESSION;
      case "not-evaluable" -> NonTargetFinding.NOT_EVALUABLE;
      default ->
          throw status.wrong("present, absent, normal, unequivocal-progression or not-evaluable");
    };
  }

  private static NewLesion newLesion(JsonView json) {
    JsonView status = json.get("status");
    NewLesion.Certainty certainty =
        switch (status.text()) {
          case "unequivocal" -> NewLesion.Certainty.UNEQUIVOCAL;
          case "equivocal" -> NewLesion.Certainty.EQUIVOCAL;
          case "resolved" -> NewLesion.Certainty.RESOLVED;
          default -> throw status.wrong("unequivocal, equivocal or resolved");
        };
    return new NewLesion(json.get("id").text(), certainty);
  }
}
