package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Height and weight, and what doses are calculated from them. All arithmetic is decimal with 34
 * digits ({@link MathContext#DECIMAL128}); nothing is rounded before the dose.
 *
 * @param heightCm between 100 and 250
 * @param weightKg between 20 and 300
 */
public record BodySize(BigDecimal heightCm, BigDecimal weightKg) {
  static final MathContext DIGITS = MathContext.DECIMAL128;
  private static final BigDecimal CM_PER_M = new BigDecimal("100");
  private static final BigDecimal CM_PER_INCH = new BigDecimal("2.54");

  public BodySize {
    Range.of("heightCm", "100", "250").require(heightCm);
    Range.of("weightKg", "20", "300").require(weightKg);
  }

  /**
   * Body surface area in m2, square root of height (cm) times weight (kg) over 3600. Source:
   * Mosteller, N Engl J Med 1987;317:1098.
   */
  public BigDecimal surfaceByMostellerM2() {
    return heightCm.multiply(weightKg).divide(new BigDecimal("3600"), DIGITS).sqrt(DIGITS);
  }

  /**
   * Body surface area in m2, 0.007184 times height (cm) to the power 0.725 times weight (kg) to the
   * power 0.425. Source: Du Bois and Du Bois, Arch Intern Med 1916;17:863.
   */
  public BigDecimal surfaceByDuBoisM2() {
    BigDecimal powers = heightCm.pow(29).multiply(weightKg.pow(17));
    return new BigDecimal("0.007184").multiply(root40(powers), DIGITS);
  }

  /** 0.725 is 29/40 and 0.425 is 17/40, so that no logarithm is needed. */
  private static BigDecimal root40(BigDecimal value) {
    BigDecimal eighth = value.sqrt(DIGITS).sqrt(DIGITS).sqrt(DIGITS);
    return root5(eighth);
  }

  /** Newton's iteration; the double gives 15 digits, two steps give the rest. */
  private static BigDecimal root5(BigDecimal value) {
    BigDecimal four = new BigDecimal("4");
    BigDecimal five = new BigDecimal("5");
    BigDecimal root = BigDecimal.valueOf(Math.pow(value.doubleValue(), 0.2));
    for (int step = 0; step < 3; step++) {
      BigDecimal quotient = value.divide(root.pow(4, DIGITS), DIGITS);
      root = root.multiply(four).add(quotient).divide(five, DIGITS);
    }
    return root;
  }

  /** Body mass index in kg/m2. */
  public BigDecimal massIndex() {
    BigDecimal heightM = heightCm.divide(CM_PER_M, DIGITS);
    return weightKg.divide(heightM.multiply(heightM), DIGITS);
  }

  /**
   * Ideal weight in kg: 50 (men) or 45.5 (women) and 2.3 for each inch of height over 60. Source:
   * Devine, Drug Intell Clin Pharm 1974;8:650.
   */
  public BigDecimal idealWeightKg(Sex sex) {
    BigDecimal base = new BigDecimal(sex == Sex.MALE ? "50" : "45.5");
    BigDecimal inchesOver60 = heightCm.divide(CM_PER_INCH, DIGITS).subtract(new BigDecimal("60"));
    return base.add(inchesOver60.multiply(new BigDecimal("2.3")), DIGITS);
  }

  /** Ideal weight and 0.4 of what the weight exceeds it by, in kg. */
  public BigDecimal adjustedWeightKg(Sex sex) {
    BigDecimal ideal = idealWeightKg(sex);
    return ideal.add(weightKg.subtract(ideal).multiply(new BigDecimal("0.4")), DIGITS);
  }
}
