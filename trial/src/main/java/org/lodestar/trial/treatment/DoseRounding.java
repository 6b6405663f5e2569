package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a calculated dose becomes one that can be drawn up.
 *
 * @param stepMg doses are multiples of it
 * @param maxPercent rounding may change the dose by no more; where a step would, the dose is
 *     rounded to whole milligrams instead
 */
public record DoseRounding(BigDecimal stepMg, BigDecimal maxPercent) {
  private static final BigDecimal PERCENT = new BigDecimal("100");

  public DoseRounding {
    Range.of("stepMg", "0.01", "100").require(stepMg);
    Range.of("maxPercent", "0", "100").require(maxPercent);
  }

  /** The dose to draw up, to the nearest step; halves are rounded to the even multiple. */
  public BigDecimal round(BigDecimal doseMg) {
    BigDecimal chosen =
        isTooCoarseFor(doseMg)
            ? doseMg.setScale(0, RoundingMode.HALF_EVEN)
            : toStep(doseMg).stripTrailingZeros();
    return chosen.scale() < 0 ? chosen.setScale(0) : chosen;
  }

  /** Whether rounding to the step would change the dose by more than is allowed. */
  boolean isTooCoarseFor(BigDecimal doseMg) {
    return !isWithin(doseMg, toStep(doseMg));
  }

  private BigDecimal toStep(BigDecimal doseMg) {
    return doseMg.divide(stepMg, 0, RoundingMode.HALF_EVEN).multiply(stepMg);
  }

  private boolean isWithin(BigDecimal doseMg, BigDecimal rounded) {
    BigDecimal change = rounded.subtract(doseMg).abs().multiply(PERCENT);
    return change.compareTo(doseMg.multiply(maxPercent)) <= 0;
  }
}
