package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Growth of target lesions that were irradiated on study may be oedema or inflammation: where the
 * protocol says so, it is progression only when the next assessment that can be judged shows
 * progression too, and is then dated to the first. Until then it reads as the sum against baseline.
 */
final class IrradiatedGrowth {
  private IrradiatedGrowth() {}

  static List<VisitResponse> judge(
      BaselineDisease baseline,
      List<TumourAssessment> assessments,
      List<VisitResponse> responses,
      BigDecimal tooSmallMm) {
    List<VisitResponse> judged = new ArrayList<>();
    boolean progressed = false;
    for (int i = 0; i < responses.size(); i++) {
      VisitResponse response = responses.get(i);
      boolean doubtful =
          isGrowthAlone(response)
              && !assessments.get(i).irradiated().isEmpty()
              && !isProvenOutside(baseline, assessments.subList(0, i + 1), tooSmallMm);
      boolean counts =
          progressed || !doubtful || isConfirmed(responses.subList(i + 1, responses.size()));
      judged.add(counts ? response : response.withoutConfirmedGrowth(againstBaseline(response)));
      progressed |= counts && response.overall() == Response.PD;
    }
    return judged;
  }

  private static boolean isGrowthAlone(VisitResponse response) {
    return response.target() == Response.PD
        && response.nonTarget() != Response.PD
        && !response.newLesion();
  }

  /** Whether the target lesions that were not irradiated prove progression by themselves. */
  private static boolean isProvenOutside(
      BaselineDisease baseline, List<TumourAssessment> until, BigDecimal tooSmallMm) {
    Set<String> irradiated = until.getLast().irradiated();
    BigDecimal nadir =
        baseline.targets().stream()
            .filter(lesion -> !irradiated.contains(lesion.id()))
            .map(TargetLesion::diameterMm)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    for (TumourAssessment before : until.subList(0, until.size() - 1)) {
      SumOfDiameters sum =
          SumOfDiameters.of(baseline, before, tooSmallMm).withoutLesions(irradiated);
      nadir = sum.isComplete() ? nadir.min(sum.measuredMm()) : nadir;
    }
    BigDecimal now =
        SumOfDiameters.of(baseline, until.getLast(), tooSmallMm)
            .withoutLesions(irradiated)
            .measuredMm();
    return Recist11.isProgression(now, nadir);
  }

  private static boolean isConfirmed(List<VisitResponse> later) {
    return later.stream()
        .filter(response -> response.overall() != Response.NE)
        .findFirst()
        .filter(response -> response.overall() == Response.PD)
        .isPresent();
  }

  private static Response againstBaseline(VisitResponse response) {
    BigDecimal sum = response.sumMm();
    BigDecimal baseline = response.baselineSumMm();
    if (sum == null || baseline == null) {
      return Response.NE;
    }
    return Recist11.isPartialResponse(sum, baseline) ? Response.PR : Response.SD;
  }
}
