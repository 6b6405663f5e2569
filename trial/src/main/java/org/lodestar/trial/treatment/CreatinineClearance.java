package org.lodestar.trial.treatment;

import java.math.BigDecimal;

/** Estimated creatinine clearance in mL/min. */
public final class CreatinineClearance {
  private static final BigDecimal AGE_BASE = new BigDecimal("140");
  private static final BigDecimal DIVISOR = new BigDecimal("72");
  private static final BigDecimal FEMALE_FACTOR = new BigDecimal("0.85");

  private CreatinineClearance() {}

  /**
   * (140 - age) x weight / (72 x creatinine), times 0.85 for women. Not to be replaced by an eGFR
   * in mL/min/1.73 m2. Source: Cockcroft and Gault, Nephron 1976;16:31.
   *
   * @param ageYears completed years, 18 to 110
   * @param weightKg the weight that the trial's policy names: actual, adjusted or ideal
   * @throws IllegalArgumentException when an argument lies outside its range
   */
  public static BigDecimal byCockcroftGaultMlPerMin(
      Sex sex, int ageYears, BigDecimal weightKg, Creatinine creatinine) {
    Range.of("ageYears", "18", "110").require(BigDecimal.valueOf(ageYears));
    Range.of("weightKg", "20", "300").require(weightKg);
    BigDecimal male =
        AGE_BASE
            .subtract(BigDecimal.valueOf(ageYears))
            .multiply(weightKg)
            .divide(DIVISOR.multiply(creatinine.mgPerDl()), BodySize.DIGITS);
    return sex == Sex.MALE ? male : male.multiply(FEMALE_FACTOR, BodySize.DIGITS);
  }
}
