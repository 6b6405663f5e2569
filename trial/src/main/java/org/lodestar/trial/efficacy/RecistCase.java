package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.JsonView;
import org.lodestar.trial.fact.Words;

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

  /** The same answers, each figure with the working that led to it. */
  public TumourResponse derive() {
    Derived<LocalDate> from = Derived.of(EfficacyRule.ORIGIN, reference).with("origin", REFERENCE);
    Derived<LocalDate> therapy =
        newTherapy == null
            ? EfficacyDerivation.noNewTherapy()
            : Derived.of(EfficacyRule.NEW_THERAPY, newTherapy).with("therapy", "-");
    return ResponseDerivation.derive(
        new TumourHistory(baseline, assessments, Map.of()),
        settings,
        new ResponseDerivation.Frame(
            from, therapy, EfficacyDerivation.noDeath(), EfficacyDerivation.notProven()));
  }

  private static final Words REFERENCE = new Words("reference date", "参考日期");

  /**
   * @throws IllegalArgumentException naming the place of what is missing or wrong
   */
  public static RecistCase read(JsonView json) {
    JsonView settings = json.get("settings");
    return read(json, settings(settings, null), settings.get("referenceDate").date());
  }

  /**
   * Reads a case that may leave out settings.
   *
   * @param usual what holds for a setting that the case does not name; the reference date is that
   *     of the baseline where none is named
   * @throws IllegalArgumentException naming the place of what is missing or wrong
   */
  public static RecistCase read(JsonView json, ResponseSettings usual) {
    Optional<JsonView> settings = json.find("settings");
    return read(
        json,
        settings.map(named -> settings(named, usual)).orElse(usual),
        settings
            .flatMap(named -> named.date("referenceDate"))
            .orElseGet(() -> json.get("baseline").get("date").date()));
  }

  private static RecistCase read(JsonView json, ResponseSettings settings, LocalDate reference) {
    return new RecistCase(
        baseline(json.get("baseline")),
        json.get("visits").items().stream().map(RecistCase::assessment).toList(),
        settings,
        reference,
        json.find("settings").flatMap(named -> named.date("newTherapyDate")).orElse(null));
  }

  private static ResponseSettings settings(JsonView json, @Nullable ResponseSettings usual) {
    return new ResponseSettings(
        json.decimal("tooSmallMm").orElse(usual == null ? TOO_SMALL_MM : usual.tooSmallMm()),
        usual == null
            ? json.get("continuingPr").flag()
            : json.flag("continuingPr", usual.continuingPartialResponse()),
        days(json, "minSdDays", usual, ResponseSettings::stableMinDays),
        days(json, "confirmationMinDays", usual, ResponseSettings::confirmationMinDays),
        days(json, "maxNeBetween", usual, ResponseSettings::notEvaluableBetweenMax),
        usual == null
            ? json.get("acceptSdBetween").flag()
            : json.flag("acceptSdBetween", usual.stableBetweenAllowed()));
  }

  private static int days(
      JsonView json,
      String name,
      @Nullable ResponseSettings usual,
      ToIntFunction<ResponseSettings> of) {
    return usual != null && json.find(name).isEmpty()
        ? of.applyAsInt(usual)
        : json.get(name).wholeNumber();
  }

  /** The value that RECIST 1.1 gives to a lesion too small to measure. */
  private static final BigDecimal TOO_SMALL_MM = BigDecimal.valueOf(5);

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
