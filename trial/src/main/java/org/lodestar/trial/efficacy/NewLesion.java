package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A finding that was not there at baseline, under the name that it keeps.
 *
 * @param diameterMm when it is measured; it never enters the sum of the target lesions
 */
public record NewLesion(String id, Certainty certainty, @Nullable BigDecimal diameterMm) {

  /** A new lesion that is not measured. */
  public NewLesion(String id, Certainty certainty) {
    this(id, certainty, null);
  }

  /** How sure the reader is that it is new malignant disease. */
  public enum Certainty {
    UNEQUIVOCAL,
    /** Followed; if proven later, progression is dated to the first assessment that showed it. */
    EQUIVOCAL,
    RESOLVED
  }
}
