package org.lodestar.trial.safety;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.lodestar.trial.fact.JsonView;

/** Reads a measurement of the format {@code lodestar-ctcae-lab-vectors/1}, in the rule's unit. */
public final class LaboratoryCase {
  private static final Map<String, LaboratoryFlag> FLAGS =
      Map.of(
          "symptomatic", LaboratoryFlag.SYMPTOMATIC,
          "onAnticoagulation", LaboratoryFlag.ON_ANTICOAGULATION,
          "physiologicConsequences", LaboratoryFlag.PHYSIOLOGIC_CONSEQUENCES,
          "longerThan24h", LaboratoryFlag.LONGER_THAN_24_H);
  private static final Map<String, String> VALUES =
      Map.of(
          "value", LaboratoryResult.VALUE,
          "systolic", "systolic",
          "diastolic", "diastolic",
          "temperature", "temperature",
          "temperatureSustained1h", "temperature-for-1-h");

  private LaboratoryCase() {}

  /**
   * @throws IllegalArgumentException naming the place of what is missing or wrong
   */
  public static LaboratoryResult read(JsonView json) {
    Map<String, BigDecimal> values = new HashMap<>();
    VALUES.forEach(
        (name, value) -> json.decimal(name).ifPresent(number -> values.put(value, number)));
    Map<LaboratoryFlag, Boolean> flags = new EnumMap<>(LaboratoryFlag.class);
    FLAGS.forEach((name, flag) -> json.find(name).ifPresent(isSo -> flags.put(flag, isSo.flag())));
    return new LaboratoryResult(
        values,
        json.decimal("lln").orElse(null),
        json.decimal("uln").orElse(null),
        json.decimal("baseline").orElse(null),
        null,
        json.decimal("baselineUln").orElse(null),
        json.flag("isBaseline", false),
        flags);
  }
}
