package org.lodestar.trial.deviation;

import java.time.LocalDate;
import java.util.List;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.enrolment.Eligibility;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.safety.TreatmentDates;

/**
 * Criteria that a treated participant did not meet, by what is known now. She stays in every set;
 * the deviation says so.
 */
final class EligibilityDeviations {
  private EligibilityDeviations() {}

  static List<Derived<Deviation>> find(Sheets sheets, Protocol protocol, TreatmentDates treatment) {
    if (!treatment.first().isKnown()) {
      return List.of();
    }
    LocalDate first = treatment.first().get();
    return Eligibility.derive(sheets.casebook(), protocol, first).notMet().stream()
        .map(judged -> deviation(judged, treatment, first))
        .toList();
  }

  private static Derived<Deviation> deviation(
      Eligibility.Judged judged, TreatmentDates treatment, LocalDate first) {
    DeviationRule rule = DeviationRule.NOT_ELIGIBLE;
    return Derived.of(
            rule,
            Deviation.of(rule, judged.criterion().key(), first),
            judged.met(),
            treatment.first())
        .with("criterion", judged.criterion().words())
        .with("first", first);
  }
}
