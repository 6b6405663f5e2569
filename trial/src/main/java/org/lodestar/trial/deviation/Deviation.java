package org.lodestar.trial.deviation;

import java.time.LocalDate;

/**
 * A deviation from the protocol that a rule found.
 *
 * @param subject stable name of what deviates, for the decision of a person: {@code
 *     deviation.fraction-dose/12}
 * @param severity proposed
 * @param on the day on which it happened or became certain
 */
public record Deviation(DeviationRule rule, String subject, Severity severity, LocalDate on) {
  static Deviation of(DeviationRule rule, String what, LocalDate on) {
    return new Deviation(rule, rule.id() + "/" + what, rule.severity(), on);
  }
}
