package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Response Evaluation Criteria in Solid Tumours 1.1 (Eisenhauer et al. 2009, Eur J Cancer 45:228).
 * Sums are compared as exact decimals, unrounded; every threshold is inclusive.
 */
public final class Recist11 {
  private static final BigDecimal PROGRESSION_PERCENT_OF_NADIR = BigDecimal.valueOf(120);
  private static final BigDecimal PROGRESSION_MM = BigDecimal.valueOf(5);
  private static final BigDecimal PARTIAL_PERCENT_OF_BASELINE = BigDecimal.valueOf(70);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Recist11() {}

  /**
   * The response of each assessment, in the order of their dates.
   *
   * @param assessments all after baseline, by one reader
   */
  public static List<VisitResponse> assess(
      BaselineDisease baseline, List<TumourAssessment> assessments, ResponseSettings settings) {
    Course course = new Course(baseline, settings);
    List<TumourAssessment> byDate =
        assessments.stream().sorted(Comparator.comparing(TumourAssessment::date)).toList();
    List<VisitResponse> responses = byDate.stream().map(course::next).toList();
    return settings.irradiatedProgressionConfirmed()
        ? IrradiatedGrowth.judge(baseline, byDate, responses, settings.tooSmallMm())
        : responses;
  }

  /**
   * The first progression. One by a new lesion that was first seen as equivocal is dated to the
   * assessment that first showed it.
   *
   * @param responses of the same assessments, from {@link #assess}
   */
  public static Optional<LocalDate> progression(
      List<TumourAssessment> assessments, List<VisitResponse> responses) {
    return responses.stream()
        .filter(response -> response.overall() == Response.PD)
        .findFirst()
        .map(response -> firstSeen(assessments, response));
  }

  private static LocalDate firstSeen(List<TumourAssessment> assessments, VisitResponse response) {
    List<TumourAssessment> until =
        assessments.stream()
            .filter(assessment -> !assessment.date().isAfter(response.date()))
            .sorted(Comparator.comparing(TumourAssessment::date))
            .toList();
    return until.getLast().newLesions().stream()
        .filter(lesion -> lesion.certainty() == NewLesion.Certainty.UNEQUIVOCAL)
        .map(lesion -> firstSeen(until, lesion.id()))
        .min(Comparator.naturalOrder())
        .orElse(response.date());
  }

  /** The start of the unbroken run of assessments, up to the last, that show the lesion. */
  private static LocalDate firstSeen(List<TumourAssessment> until, String lesion) {
    LocalDate first = until.getLast().date();
    for (TumourAssessment assessment : until.reversed()) {
      Optional<NewLesion> seen =
          assessment.newLesions().stream().filter(each -> each.id().equals(lesion)).findFirst();
      if (seen.isPresent()) {
        if (seen.get().certainty() == NewLesion.Certainty.RESOLVED) {
          return first;
        }
        first = assessment.date();
      }
    }
    return first;
  }

  /** Whether a sum is progression against a nadir: at least 20 % and at least 5 mm more. */
  static boolean isProgression(BigDecimal sumMm, BigDecimal nadirMm) {
    return sumMm.multiply(HUNDRED).compareTo(nadirMm.multiply(PROGRESSION_PERCENT_OF_NADIR)) >= 0
        && sumMm.subtract(nadirMm).compareTo(PROGRESSION_MM) >= 0;
  }

  /** Whether a sum is a partial response against the baseline: at least 30 % less. */
  static boolean isPartialResponse(BigDecimal sumMm, BigDecimal baselineMm) {
    return sumMm.multiply(HUNDRED).compareTo(baselineMm.multiply(PARTIAL_PERCENT_OF_BASELINE)) <= 0;
  }

  /** Target response; a set with a missing lesion is progression only if the rest proves it. */
  static Response targetResponse(SumOfDiameters sum, BigDecimal baselineMm, BigDecimal nadirMm) {
    BigDecimal measured = sum.measuredMm();
    if (!sum.isComplete()) {
      return isProgression(measured, nadirMm) ? Response.PD : Response.NE;
    }
    if (sum.allGone()) {
      return Response.CR;
    }
    if (isProgression(measured, nadirMm)) {
      return Response.PD;
    }
    return isPartialResponse(measured, baselineMm) ? Response.PR : Response.SD;
  }

  /** Non-target response; without all findings it is not evaluable unless one progressed. */
  static Response nonTargetResponse(List<NonTargetFinding> findings) {
    if (findings.contains(NonTargetFinding.UNEQUIVOCAL_PROGRESSION)) {
      return Response.PD;
    }
    if (findings.contains(NonTargetFinding.NOT_EVALUABLE)) {
      return Response.NE;
    }
    return findings.contains(NonTargetFinding.PRESENT) ? Response.NON_CR_NON_PD : Response.CR;
  }

  /** Tables 1 and 2: the overall response from its three parts. */
  static Response overallResponse(
      @Nullable Response target, @Nullable Response nonTarget, boolean newLesion) {
    if (newLesion || target == Response.PD || nonTarget == Response.PD) {
      return Response.PD;
    }
    if (target == null) {
      return nonTarget == null ? Response.NED : nonTarget;
    }
    boolean nonTargetGone = nonTarget == null || nonTarget == Response.CR;
    return target == Response.CR && !nonTargetGone ? Response.PR : target;
  }

  /** One participant's course: the nadir, and what was reached before. */
  private static final class Course {
    private final BaselineDisease baseline;
    private final ResponseSettings settings;
    private final BigDecimal baselineMm;
    private BigDecimal nadirMm;
    private String nadirVisit = VisitResponse.BASELINE;
    private boolean partialBefore;
    private boolean completeBefore;

    private Course(BaselineDisease baseline, ResponseSettings settings) {
      this.baseline = baseline;
      this.settings = settings;
      this.baselineMm = baseline.sumMm();
      this.nadirMm = baselineMm;
    }

    private VisitResponse next(TumourAssessment assessment) {
      SumOfDiameters sum = SumOfDiameters.of(baseline, assessment, settings.tooSmallMm());
      Response target = target(sum);
      Response nonTarget = nonTarget(assessment);
      boolean newLesion = assessment.hasUnequivocalNewLesion();
      boolean back = completeBefore && isDisease(target, nonTarget);
      Response overall = back ? Response.PD : overallResponse(target, nonTarget, newLesion);
      VisitResponse response =
          new VisitResponse(
              assessment.visit(),
              assessment.date(),
              baseline.hasTargets() && sum.isComplete() ? sum.measuredMm() : null,
              baseline.hasTargets() ? baselineMm : null,
              baseline.hasTargets() ? nadirMm : null,
              baseline.hasTargets() ? nadirVisit : null,
              target,
              nonTarget,
              newLesion,
              overall,
              back
                  ? VisitResponse.Basis.RETURN_AFTER_COMPLETE_RESPONSE
                  : VisitResponse.Basis.CATEGORIES);
      remember(sum, response);
      return response;
    }

    private @Nullable Response target(SumOfDiameters sum) {
      if (!baseline.hasTargets()) {
        return null;
      }
      Response response = targetResponse(sum, baselineMm, nadirMm);
      boolean continues =
          settings.continuingPartialResponse() && partialBefore && response == Response.SD;
      return continues ? Response.PR : response;
    }

    private @Nullable Response nonTarget(TumourAssessment assessment) {
      return baseline.nonTargets().isEmpty()
          ? null
          : nonTargetResponse(
              baseline.nonTargets().stream()
                  .map(lesion -> assessment.nonTarget(lesion.id()))
                  .toList());
    }

    private static boolean isDisease(@Nullable Response target, @Nullable Response nonTarget) {
      return target == Response.PR || target == Response.SD || nonTarget == Response.NON_CR_NON_PD;
    }

    private void remember(SumOfDiameters sum, VisitResponse response) {
      if (sum.isComplete() && sum.measuredMm().compareTo(nadirMm) < 0) {
        nadirMm = sum.measuredMm();
        nadirVisit = response.visit();
      }
      partialBefore |= response.target() == Response.PR;
      completeBefore |= response.overall() == Response.CR;
    }
  }
}
