package org.lodestar.app.simulate;

import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What one simulated trial came to, at its analysis.
 *
 * @param seed with which a single run gives the same facts
 * @param facts in the log at its end
 * @param enrolled by the data cut
 * @param events of progression-free survival
 * @param censored before the landmark day or after it
 * @param dropouts who withdrew from visits by the data cut
 * @param missedScans assessments that were due and not done
 * @param enrolmentDays from the first enrolment to the last
 * @param followUpDays from the last enrolment to the data cut
 * @param rateAtLandmark Kaplan-Meier rate on the protocol's day; empty when follow-up is too short
 * @param rateAtExactDay the same at the exact day
 * @param trueRate share of those treated who were truly free of progression at the exact day
 * @param rejected the tests that reject
 */
public record TrialOutcome(
    long seed,
    long facts,
    int enrolled,
    int events,
    int censored,
    int dropouts,
    int missedScans,
    long enrolmentDays,
    long followUpDays,
    OptionalDouble rateAtLandmark,
    OptionalDouble rateAtExactDay,
    OptionalDouble trueRate,
    Set<DecisionRule> rejected) {
  public TrialOutcome {
    rejected =
        rejected.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(rejected));
  }
}
