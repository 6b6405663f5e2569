package org.lodestar.trial.treatment;

import java.math.BigDecimal;

/**
 * Serum creatinine.
 *
 * @param mgPerDl between 0.1 and 20
 */
public record Creatinine(BigDecimal mgPerDl) {
  /** Micromole per litre in one milligram per decilitre; molar mass of creatinine 113.12 g/mol. */
  public static final BigDecimal UMOL_PER_L_IN_MG_PER_DL = new BigDecimal("88.42");

  public Creatinine {
    Range.of("creatinineMgPerDl", "0.1", "20").require(mgPerDl);
  }

  public static Creatinine ofUmolPerL(BigDecimal umolPerL) {
    return new Creatinine(umolPerL.divide(UMOL_PER_L_IN_MG_PER_DL, BodySize.DIGITS));
  }

  /** The value, or the floor where it is lower: a very low creatinine overstates clearance. */
  Creatinine atLeast(BigDecimal floorMgPerDl) {
    return mgPerDl.compareTo(floorMgPerDl) >= 0 ? this : new Creatinine(floorMgPerDl);
  }
}
