package org.lodestar.radiotherapy.review;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A figure for an item of the checklist.
 *
 * @param value the figure, three decimals
 * @param evidence what it was measured on
 */
public record Measured(BigDecimal value, String evidence) {
  /** A figure rounded to three decimals, half to even. */
  public static Measured of(double value, String evidence) {
    return new Measured(BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN), evidence);
  }
}
