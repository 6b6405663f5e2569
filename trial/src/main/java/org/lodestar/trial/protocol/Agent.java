package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.fact.Words;

/**
 * One agent of the trial, gathered from its settings.
 *
 * @param key as used by rules and forms, {@code carboplatin}
 * @param alternativeGroup agents of one group are alternatives: each participant gets one of them
 * @param daysOfCycle 1 is the first day of the cycle
 */
public record Agent(
    String key,
    Words name,
    Setting<AgentClass> agentClass,
    Optional<String> alternativeGroup,
    Setting<List<TreatmentPhase>> phases,
    Setting<Integer> intervalDays,
    Setting<List<Integer>> daysOfCycle,
    Setting<DoseBasis> doseBasis,
    Setting<BigDecimal> dose,
    Setting<String> doseUnit,
    Setting<List<BigDecimal>> reducedDoses,
    Setting<BigDecimal> roundingMg) {

  static Agent of(String key, Protocol protocol) {
    return new Agent(
        key,
        protocol.get(AgentSettings.NAME.of(key)).find().orElse(new Words(key, key)),
        protocol.get(AgentSettings.CLASS.of(key)),
        protocol.get(AgentSettings.ALTERNATIVE_GROUP.of(key)).find(),
        protocol.get(AgentSettings.PHASES.of(key)),
        protocol.get(AgentSettings.INTERVAL_DAYS.of(key)),
        protocol.get(AgentSettings.DAYS_OF_CYCLE.of(key)),
        protocol.get(AgentSettings.DOSE_BASIS.of(key)),
        protocol.get(AgentSettings.DOSE.of(key)),
        protocol.get(AgentSettings.DOSE_UNIT.of(key)),
        protocol.get(AgentSettings.REDUCED_DOSES.of(key)),
        protocol.get(AgentSettings.ROUNDING_MG.of(key)));
  }
}
