package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The dose of carboplatin from a target area under the curve. */
public final class Calvert {
  private static final BigDecimal NON_RENAL_CLEARANCE_ML_PER_MIN = new BigDecimal("25");

  private Calvert() {}

  /**
   * Total dose in mg (not mg/m2): AUC x (GFR + 25). Source: Calvert et al., J Clin Oncol
   * 1989;7:1748.
   *
   * @param auc target, mg/mL x min
   * @param filtrationMlPerMin glomerular filtration rate, not indexed to body surface
   */
  public static BigDecimal carboplatinMg(BigDecimal auc, BigDecimal filtrationMlPerMin) {
    Range.of("auc", "0.5", "12").require(auc);
    Range.of("filtrationMlPerMin", "5", "400").require(filtrationMlPerMin);
    return auc.multiply(filtrationMlPerMin.add(NON_RENAL_CLEARANCE_ML_PER_MIN), BodySize.DIGITS);
  }

  /** An estimated filtration rate, capped where the trial states a cap; a measured one is not. */
  public static BigDecimal cappedMlPerMin(BigDecimal estimated, @Nullable BigDecimal cap) {
    return cap == null ? estimated : estimated.min(cap);
  }
}
