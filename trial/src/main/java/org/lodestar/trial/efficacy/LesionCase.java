package org.lodestar.trial.efficacy;

import org.lodestar.trial.fact.JsonView;

/** Reads a lesion of the format {@code lodestar-recist-measurability/1}. */
public final class LesionCase {
  private LesionCase() {}

  /**
   * @throws IllegalArgumentException naming the place of what is missing or wrong
   */
  public static Measurability.Candidate read(JsonView json) {
    return new Measurability.Candidate(
        RecistCase.kind(json.get("kind")),
        json.find("type").map(LesionCase::nature).orElse(Measurability.Nature.SOLID),
        method(json.get("modality")),
        json.decimal("longestMm").orElse(null),
        json.decimal("shortAxisMm").orElse(null),
        json.decimal("sliceThicknessMm").orElse(null),
        json.flag("priorRadiotherapyToSite", false),
        json.flag("progressionAfterRadiotherapy", false));
  }

  private static Measurability.Nature nature(JsonView json) {
    return switch (json.text()) {
      case "SOLID" -> Measurability.Nature.SOLID;
      case "BONE-SOFT-TISSUE" -> Measurability.Nature.BONE_WITH_SOFT_TISSUE;
      case "BONE-BLASTIC" -> Measurability.Nature.BONE_BLASTIC;
      case "LEPTOMENINGEAL" -> Measurability.Nature.LEPTOMENINGEAL;
      case "EFFUSION" -> Measurability.Nature.EFFUSION;
      case "LYMPHANGITIC" -> Measurability.Nature.LYMPHANGITIC;
      case "FOUND-BY-HAND" -> Measurability.Nature.FOUND_BY_HAND_ONLY;
      case "SIMPLE-CYST" -> Measurability.Nature.SIMPLE_CYST;
      default ->
          throw json.wrong(
              "SOLID, BONE-SOFT-TISSUE, BONE-BLASTIC, LEPTOMENINGEAL, EFFUSION, LYMPHANGITIC,"
                  + " FOUND-BY-HAND or SIMPLE-CYST");
    };
  }

  private static Measurability.Method method(JsonView json) {
    return switch (json.text()) {
      case "CT" -> Measurability.Method.CT;
      case "MRI" -> Measurability.Method.MRI;
      case "CALIPER" -> Measurability.Method.CALIPER;
      case "CHEST-XRAY" -> Measurability.Method.CHEST_RADIOGRAPH;
      case "ULTRASOUND" -> Measurability.Method.ULTRASOUND;
      default -> throw json.wrong("CT, MRI, CALIPER, CHEST-XRAY or ULTRASOUND");
    };
  }
}
