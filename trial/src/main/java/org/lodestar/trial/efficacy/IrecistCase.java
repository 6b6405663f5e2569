package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.JsonView;

/** What iRECIST needs of one participant: a case of the format {@code lodestar-irecist-cases/1}. */
public record IrecistCase(
    LocalDate reference,
    int stableMinDays,
    @Nullable BigDecimal baselineSumMm,
    List<ImmuneAssessment> assessments) {
  public IrecistCase {
    assessments = List.copyOf(assessments);
  }

  /** All answers for a case. */
  public record Answer(
      List<ImmuneResponse> responses, ImmuneResponse best, Optional<LocalDate> progression) {}

  public Answer answer() {
    Irecist.Course course = Irecist.assess(baselineSumMm, assessments);
    List<Boolean> longEnough =
        assessments.stream()
            .map(each -> ChronoUnit.DAYS.between(reference, each.date()) >= stableMinDays)
            .toList();
    return new Answer(
        course.responses(), Irecist.best(course.responses(), longEnough), course.progression());
  }

  /**
   * @throws IllegalArgumentException naming the place of what is missing or wrong
   */
  public static IrecistCase read(JsonView json) {
    return new IrecistCase(
        json.get("referenceDate").date(),
        json.get("minSdDays").wholeNumber(),
        json.decimal("baselineTargetSumMm").orElse(null),
        json.get("visits").items().stream().map(IrecistCase::assessment).toList());
  }

  private static ImmuneAssessment assessment(JsonView json) {
    BigDecimal sum = json.decimal("targetSumMm").orElse(null);
    boolean evaluable = json.flag("targetEvaluable", true);
    return new ImmuneAssessment(
        json.get("visit").text(),
        json.get("date").date(),
        evaluable ? sum : null,
        sum != null && sum.signum() == 0,
        nonTarget(json.get("nonTarget")),
        json.items("newLesions").stream().map(IrecistCase::newDisease).toList(),
        json.flag("newSymptoms", false));
  }

  private static ImmuneAssessment.NonTarget nonTarget(JsonView json) {
    return switch (json.text()) {
      case "none" -> ImmuneAssessment.NonTarget.NONE;
      case "absent" -> ImmuneAssessment.NonTarget.ABSENT;
      case "present" -> ImmuneAssessment.NonTarget.PRESENT;
      case "unequivocal-progression" -> ImmuneAssessment.NonTarget.UNEQUIVOCAL_PROGRESSION;
      case "further-increase" -> ImmuneAssessment.NonTarget.FURTHER_INCREASE;
      case "not-evaluable" -> ImmuneAssessment.NonTarget.NOT_EVALUABLE;
      default ->
          throw json.wrong(
              "none, absent, present, unequivocal-progression, further-increase or not-evaluable");
    };
  }

  private static ImmuneAssessment.NewDisease newDisease(JsonView json) {
    JsonView change = json.get("change");
    return new ImmuneAssessment.NewDisease(
        json.get("id").text(),
        json.decimal("diameterMm").orElse(null),
        switch (change.text()) {
          case "new" -> ImmuneAssessment.Change.NEW;
          case "up" -> ImmuneAssessment.Change.LARGER;
          case "same" -> ImmuneAssessment.Change.SAME;
          case "down" -> ImmuneAssessment.Change.SMALLER;
          case "gone" -> ImmuneAssessment.Change.GONE;
          default -> throw change.wrong("new, up, same, down or gone");
        });
  }
}
