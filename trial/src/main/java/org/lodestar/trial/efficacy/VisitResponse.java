package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The response of one assessment.
 *
 * @param sumMm sum of diameters, or null when there are no targets or one is not evaluable
 * @param baselineSumMm reference of partial response, or null without targets
 * @param nadirMm smallest complete sum before this assessment, baseline included, or null
 * @param nadirVisit where the nadir was measured, {@link #BASELINE} for the baseline, or null
 * @param target null when there are no target lesions
 * @param nonTarget null when there are no non-target lesions
 * @param basis what decided the overall response
 */
public record VisitResponse(
    String visit,
    LocalDate date,
    @Nullable BigDecimal sumMm,
    @Nullable BigDecimal baselineSumMm,
    @Nullable BigDecimal nadirMm,
    @Nullable String nadirVisit,
    @Nullable Response target,
    @Nullable Response nonTarget,
    boolean newLesion,
    Response overall,
    Basis basis) {
  /** The name of the baseline where a visit's name stands. */
  public static final String BASELINE = "baseline";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PERCENT_DECIMALS = 4;

  /** What decided an overall response. */
  public enum Basis {
    /** Table 1 or 2 of RECIST 1.1. */
    CATEGORIES,
    /** Disease seen again after an overall complete response. */
    RETURN_AFTER_COMPLETE_RESPONSE,
    /** Growth of irradiated lesions that no later assessment has confirmed. */
    GROWTH_NOT_CONFIRMED
  }

  /** The same assessment with growth that does not count as progression. */
  VisitResponse withoutConfirmedGrowth(Response judged) {
    return new VisitResponse(
        visit,
        date,
        sumMm,
        baselineSumMm,
        nadirMm,
        nadirVisit,
        judged,
        nonTarget,
        newLesion,
        Recist11.overallResponse(judged, nonTarget, newLesion),
        Basis.GROWTH_NOT_CONFIRMED);
  }

  /** Percent change of the sum from baseline, to 4 decimals for display; null without a sum. */
  public @Nullable BigDecimal changeFromBaselinePercent() {
    return percent(baselineSumMm);
  }

  /** Percent change of the sum from the nadir; null without a sum or with a nadir of 0. */
  public @Nullable BigDecimal changeFromNadirPercent() {
    return percent(nadirMm);
  }

  /** Change of the sum from the nadir; null without a sum. */
  public @Nullable BigDecimal changeFromNadirMm() {
    return sumMm == null || nadirMm == null ? null : sumMm.subtract(nadirMm);
  }

  private @Nullable BigDecimal percent(@Nullable BigDecimal reference) {
    if (sumMm == null || reference == null || reference.signum() == 0) {
      return null;
    }
    return sumMm
        .subtract(reference)
        .multiply(HUNDRED)
        .divide(reference, PERCENT_DECIMALS, RoundingMode.HALF_UP);
  }
}
