package org.lodestar.trial.efficacy;

import java.math.BigDecimal;

/**
 * A lesion that is measured for life.
 *
 * @param organ where it lies; both lungs are one organ, all lymph nodes together are one
 * @param diameterMm at baseline: longest diameter, or short axis of a node
 */
public record TargetLesion(String id, String organ, LesionKind kind, BigDecimal diameterMm) {
  public TargetLesion {
    if (diameterMm.signum() <= 0) {
      throw new IllegalArgumentException(
          "the baseline diameter of target lesion " + id + " is above 0 mm; got: " + diameterMm);
    }
  }
}
