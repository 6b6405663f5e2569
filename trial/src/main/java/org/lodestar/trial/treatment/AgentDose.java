package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import java.util.List;
import org.lodestar.trial.fact.Derived;

/**
 * The dose of one agent for one day: a check of a prescription, not an order.
 *
 * @param level 0 for the full dose, 1 for the first reduction
 * @param calculatedMg before rounding
 * @param doseMg as it is drawn up
 */
public record AgentDose(
    String agent,
    int level,
    Derived<BigDecimal> calculatedMg,
    Derived<BigDecimal> doseMg,
    List<GuardRail> guardRails) {
  public AgentDose {
    guardRails = List.copyOf(guardRails);
  }
}
