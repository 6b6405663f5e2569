package org.lodestar.app.imaging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.radiotherapy.review.Verdict.Grade;
import org.lodestar.trial.protocol.DoseLimit;
import org.lodestar.trial.protocol.LimitSide;

/**
 * A limit of the protocol, held against a case.
 *
 * @param value the figure, one decimal beyond what is printed; empty when it cannot be measured
 * @param why why it cannot be measured
 */
public record JudgedLimit(DoseLimit limit, Optional<BigDecimal> value, Grade grade, Why why) {
  private static final int DECIMALS = 3;

  /** Why a figure has no value. */
  public enum Why {
    MEASURED,
    NO_STRUCTURE,
    NO_DOSE,
    CUT,
    UNKNOWN_FIGURE
  }

  static JudgedLimit unmeasured(DoseLimit limit, Why why) {
    return new JudgedLimit(limit, Optional.empty(), Grade.NOT_MEASURED, why);
  }

  static JudgedLimit of(DoseLimit limit, double measured) {
    BigDecimal value = BigDecimal.valueOf(measured).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return new JudgedLimit(limit, Optional.of(value), grade(limit, value), Why.MEASURED);
  }

  private static Grade grade(DoseLimit limit, BigDecimal value) {
    if (holds(limit.side(), value, limit.acceptable())) {
      return Grade.ACCEPTABLE;
    }
    return holds(limit.side(), value, limit.variation())
        ? Grade.ACCEPTABLE_VARIATION
        : Grade.UNACCEPTABLE_VARIATION;
  }

  private static boolean holds(LimitSide side, BigDecimal value, @Nullable BigDecimal bound) {
    if (bound == null) {
      return false;
    }
    int order = value.compareTo(bound);
    return side == LimitSide.AT_MOST ? order <= 0 : order >= 0;
  }
}
