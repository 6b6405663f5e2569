package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What iRECIST needs of one assessment.
 *
 * @param targetSumMm null when a target lesion is not evaluable
 * @param targetsGone every target lesion absent, nodes normal
 * @param newSymptoms whether the scan was made for new symptoms
 */
public record ImmuneAssessment(
    String visit,
    LocalDate date,
    @Nullable BigDecimal targetSumMm,
    boolean targetsGone,
    NonTarget nonTarget,
    List<NewDisease> newDisease,
    boolean newSymptoms) {
  public ImmuneAssessment {
    newDisease = List.copyOf(newDisease);
  }

  /** Non-target disease as a whole. */
  public enum NonTarget {
    NONE,
    ABSENT,
    PRESENT,
    UNEQUIVOCAL_PROGRESSION,
    /** Worse than when it was called progression; need not be unequivocal again. */
    FURTHER_INCREASE,
    NOT_EVALUABLE;

    boolean isProgression() {
      return this == UNEQUIVOCAL_PROGRESSION || this == FURTHER_INCREASE;
    }
  }

  /**
   * A lesion that was not there at baseline; it never enters the sum of the target lesions.
   *
   * @param diameterMm when it is measured as a new target lesion, else null
   */
  public record NewDisease(String id, @Nullable BigDecimal diameterMm, Change change) {}

  /** How a new lesion compares with the assessment before. */
  public enum Change {
    NEW,
    LARGER,
    SAME,
    SMALLER,
    GONE
  }

  boolean showsNewLesion() {
    return newDisease.stream().anyMatch(each -> each.change() == Change.NEW);
  }

  boolean newLesionPersists() {
    return newDisease.stream().anyMatch(each -> each.change() != Change.GONE);
  }

  boolean unmeasuredNewLesionGrew() {
    return newDisease.stream()
        .anyMatch(each -> each.diameterMm() == null && each.change() == Change.LARGER);
  }

  /** The sum of the new target lesions, which is kept apart. */
  BigDecimal newTargetSumMm() {
    BigDecimal sum = BigDecimal.ZERO;
    for (NewDisease each : newDisease) {
      sum = each.diameterMm() == null ? sum : sum.add(each.diameterMm());
    }
    return sum;
  }
}
