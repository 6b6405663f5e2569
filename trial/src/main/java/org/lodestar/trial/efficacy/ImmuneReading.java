package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.efficacy.ImmuneAssessment.Change;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.SettingsRead;

/**
 * Reads from a history of lesions what iRECIST needs. A lesion that is not measured counts as
 * unchanged after it was first seen; growth of non-target disease beyond a progression is only
 * known where a reader says so again, which the forms do not ask, so it is taken as unchanged too.
 */
final class ImmuneReading {
  private final TumourHistory history;
  private final BigDecimal tooSmallMm;
  private final Map<String, NewLesion> seen = new HashMap<>();

  private ImmuneReading(TumourHistory history, BigDecimal tooSmallMm) {
    this.history = history;
    this.tooSmallMm = tooSmallMm;
  }

  /** The course by iRECIST, from the same lesions. */
  static Derived<ImmuneCourse> derive(
      Derived<TumourHistory> history,
      Optional<ResponseSettings> settings,
      SettingsRead read,
      Derived<LocalDate> reference) {
    EfficacyRule rule = EfficacyRule.IRECIST;
    if (!history.isKnown() || !reference.isKnown() || settings.isEmpty()) {
      return EfficacyDerivation.missingAs(rule, history.isKnown() ? reference : history);
    }
    ImmuneCourse course = course(history.get(), settings.get(), reference.get());
    String responses =
        course.visits().stream()
            .map(visit -> visit.visit() + " " + visit.response().code())
            .collect(Collectors.joining(", "));
    return read.on(
        Derived.of(rule, course, history, reference)
            .with("responses", responses.isEmpty() ? "-" : responses)
            .with("value", course.best().code()));
  }

  /**
   * @param reference from which stable disease must last
   */
  static ImmuneCourse course(
      TumourHistory history, ResponseSettings settings, LocalDate reference) {
    ImmuneReading reading = new ImmuneReading(history, settings.tooSmallMm());
    List<ImmuneAssessment> assessments =
        history.assessments().stream().map(reading::assessment).toList();
    BaselineDisease baseline = history.baseline();
    Irecist.Course course =
        Irecist.assess(baseline.hasTargets() ? baseline.sumMm() : null, assessments);
    List<Boolean> longEnough =
        assessments.stream()
            .map(
                each -> ChronoUnit.DAYS.between(reference, each.date()) >= settings.stableMinDays())
            .toList();
    List<ImmuneCourse.Visit> visits = new ArrayList<>();
    for (int i = 0; i < assessments.size(); i++) {
      ImmuneAssessment each = assessments.get(i);
      visits.add(new ImmuneCourse.Visit(each.visit(), each.date(), course.responses().get(i)));
    }
    return new ImmuneCourse(
        visits, Irecist.best(course.responses(), longEnough), course.progression().orElse(null));
  }

  private ImmuneAssessment assessment(TumourAssessment assessment) {
    SumOfDiameters sum = SumOfDiameters.of(history.baseline(), assessment, tooSmallMm);
    boolean measured = history.baseline().hasTargets() && sum.isComplete();
    List<ImmuneAssessment.NewDisease> newDisease =
        assessment.newLesions().stream()
            .filter(lesion -> lesion.certainty() != NewLesion.Certainty.EQUIVOCAL)
            .map(this::newDisease)
            .toList();
    return new ImmuneAssessment(
        assessment.visit(),
        assessment.date(),
        measured ? sum.measuredMm() : null,
        measured && sum.allGone(),
        nonTarget(assessment),
        newDisease,
        false);
  }

  private ImmuneAssessment.NonTarget nonTarget(TumourAssessment assessment) {
    List<NonTargetFinding> findings =
        history.baseline().nonTargets().stream()
            .map(lesion -> assessment.nonTarget(lesion.id()))
            .toList();
    if (findings.isEmpty()) {
      return ImmuneAssessment.NonTarget.NONE;
    }
    return switch (Recist11.nonTargetResponse(findings)) {
      case PD -> ImmuneAssessment.NonTarget.UNEQUIVOCAL_PROGRESSION;
      case NE -> ImmuneAssessment.NonTarget.NOT_EVALUABLE;
      case CR -> ImmuneAssessment.NonTarget.ABSENT;
      default -> ImmuneAssessment.NonTarget.PRESENT;
    };
  }

  private ImmuneAssessment.NewDisease newDisease(NewLesion lesion) {
    @Nullable NewLesion before = seen.put(lesion.id(), lesion);
    return new ImmuneAssessment.NewDisease(
        lesion.id(), lesion.diameterMm(), change(before, lesion));
  }

  private static Change change(@Nullable NewLesion before, NewLesion now) {
    if (now.certainty() == NewLesion.Certainty.RESOLVED) {
      return Change.GONE;
    }
    if (before == null || before.certainty() == NewLesion.Certainty.RESOLVED) {
      return Change.NEW;
    }
    if (before.diameterMm() == null || now.diameterMm() == null) {
      return Change.SAME;
    }
    int order = now.diameterMm().compareTo(before.diameterMm());
    return order > 0 ? Change.LARGER : order < 0 ? Change.SMALLER : Change.SAME;
  }
}
