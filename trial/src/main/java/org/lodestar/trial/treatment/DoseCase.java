package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lodestar.trial.fact.JsonView;

/** Doses of one person under one policy: a case of {@code lodestar-dose-vectors/1}. */
public record DoseCase(JsonView input, JsonView policy) {
  /** The flat dose of the format. */
  private static final BigDecimal CAMRELIZUMAB_MG = new BigDecimal("200");

  /**
   * @throws IllegalArgumentException naming the place of what is missing
   */
  public static DoseCase read(JsonView json) {
    return new DoseCase(json.get("input"), json.get("policy"));
  }

  /**
   * Every value of the format under its name, unrounded.
   *
   * @throws IllegalArgumentException when an input is missing, unreadable or beyond all sense
   */
  public Map<String, BigDecimal> answer() {
    Sex sex = sex();
    BodySize size = new BodySize(input.get("heightCm").decimal(), input.get("weightKg").decimal());
    Map<String, BigDecimal> answer = new TreeMap<>();
    BigDecimal surface = size.surfaceByMostellerM2();
    answer.put("bsaMosteller", surface);
    answer.put("bsaDuBois", size.surfaceByDuBoisM2());
    answer.put("bmi", size.massIndex());
    answer.put("idealWeightKg", size.idealWeightKg(sex));
    answer.put("adjustedWeightKg", size.adjustedWeightKg(sex));
    BigDecimal filtration = filtration(sex, size, answer);
    answer.put("gfrUsed", filtration);
    answer.put(
        "carboplatinMg", Calvert.carboplatinMg(policy.get("targetAuc").decimal(), filtration));
    answer.put("paclitaxelMg_Mosteller", surface.multiply(policy.get("paclitaxelMgM2").decimal()));
    answer.put(
        "nabPaclitaxelMg_Mosteller", surface.multiply(policy.get("nabPaclitaxelMgM2").decimal()));
    answer.put("camrelizumabMg", CAMRELIZUMAB_MG);
    return answer;
  }

  private Sex sex() {
    JsonView sex = input.get("sex");
    return switch (sex.text()) {
      case "M" -> Sex.MALE;
      case "F" -> Sex.FEMALE;
      default -> throw sex.wrong("M or F");
    };
  }

  /** The format calls a measured rate by the estimate's name too. */
  private BigDecimal filtration(Sex sex, BodySize size, Map<String, BigDecimal> answer) {
    Optional<BigDecimal> measured = input.decimal("measuredGfrMlMin");
    if (measured.isPresent()) {
      answer.put("cockcroftGaultMlMin", measured.get());
      return measured.get();
    }
    BigDecimal estimated =
        CreatinineClearance.byCockcroftGaultMlPerMin(
            sex, input.get("ageYears").wholeNumber(), weight(sex, size), creatinine());
    answer.put("cockcroftGaultMlMin", estimated);
    return Calvert.cappedMlPerMin(estimated, policy.decimal("gfrCapMlMin").orElse(null));
  }

  private BigDecimal weight(Sex sex, BodySize size) {
    JsonView weight = policy.get("cgWeight");
    return switch (weight.text()) {
      case "actual" -> size.weightKg();
      case "adjusted" -> size.adjustedWeightKg(sex);
      case "ideal" -> size.idealWeightKg(sex);
      default -> throw weight.wrong("actual, adjusted or ideal");
    };
  }

  private Creatinine creatinine() {
    JsonView serum = input.get("serumCreatinine");
    JsonView unit = serum.get("unit");
    BigDecimal value = serum.get("value").decimal();
    BigDecimal mgPerDl =
        switch (unit.text()) {
          case "mg/dL" -> value;
          case "umol/L" -> value.divide(policy.get("umolPerMgDl").decimal(), BodySize.DIGITS);
          default -> throw unit.wrong("mg/dL or umol/L");
        };
    Creatinine creatinine = new Creatinine(mgPerDl);
    return policy.decimal("scrFloorMgDl").map(creatinine::atLeast).orElse(creatinine);
  }
}
