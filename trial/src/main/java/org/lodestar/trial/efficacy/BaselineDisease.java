package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The disease before treatment: never set anew, also not after induction. */
public record BaselineDisease(
    LocalDate date, List<TargetLesion> targets, List<NonTargetLesion> nonTargets) {
  public BaselineDisease {
    targets = List.copyOf(targets);
    nonTargets = List.copyOf(nonTargets);
  }

  /** Longest diameters and, of nodes, short axes. */
  public BigDecimal sumMm() {
    return targets.stream().map(TargetLesion::diameterMm).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public boolean hasTargets() {
    return !targets.isEmpty();
  }

  public boolean hasDisease() {
    return !targets.isEmpty() || !nonTargets.isEmpty();
  }
}
