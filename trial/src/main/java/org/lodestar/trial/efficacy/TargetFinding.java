package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.util.List;

/** What an assessment found of one target lesion. */
public sealed interface TargetFinding {

  /** Longest diameter, or short axis of a node. */
  record Measured(BigDecimal diameterMm) implements TargetFinding {
    public Measured {
      requireNotNegative(diameterMm);
    }
  }

  /** Seen, too small for a number. */
  record TooSmall() implements TargetFinding {}

  record Absent() implements TargetFinding {}

  /** Not imaged, not readable, or not entered: never zero. */
  record NotEvaluable() implements TargetFinding {}

  /** Fell into parts: their diameters add up. */
  record Split(List<BigDecimal> partsMm) implements TargetFinding {
    public Split {
      partsMm = List.copyOf(partsMm);
      if (partsMm.isEmpty()) {
        throw new IllegalArgumentException("a split lesion has at least one part; got none");
      }
      partsMm.forEach(TargetFinding::requireNotNegative);
    }
  }

  /** Grew together with another target lesion, whose diameter is that of the whole mass. */
  record MergedInto(String lesion) implements TargetFinding {}

  private static void requireNotNegative(BigDecimal diameterMm) {
    if (diameterMm.signum() < 0) {
      throw new IllegalArgumentException("a diameter is at least 0 mm; got: " + diameterMm);
    }
  }
}
