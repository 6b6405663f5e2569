package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.JsonView;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Dimension;

/**
 * Reads what doses need of a person who is in no log: {@code sex, ageYears, heightCm, weightKg,
 * creatinine, creatinineUnit, creatinineOn, measuredGfrMlMin, weightAtLastDoseKg, day}. What is
 * left out is missing, and a dose that needs it says so.
 */
public final class PatientCase {
  private static final Words DAY = new Words("day of the creatinine", "肌酐采样日");

  private PatientCase() {}

  /** The day for which the doses are meant; without one, any two dates are taken as the same. */
  public static LocalDate day(JsonView json) {
    return json.date("day").or(() -> json.date("creatinineOn")).orElse(LocalDate.EPOCH);
  }

  /**
   * @throws IllegalArgumentException naming the place of what cannot be read, and a unit of
   *     creatinine that is not known or not given
   */
  public static Patient read(JsonView json) {
    return new Patient(
        derived(json, "sex", PatientCase::sex, new Words("sex", "性别")),
        derived(json, "ageYears", JsonView::wholeNumber, new Words("age", "年龄")),
        decimal(json, "heightCm", new Words("height", "身高")),
        decimal(json, "weightKg", new Words("weight", "体重")),
        json.find("creatinine").isPresent()
            ? known(creatinineUmolPerL(json))
            : missing(new Words("creatinine", "肌酐")),
        json.date("creatinineOn").map(PatientCase::known).orElseGet(() -> missing(DAY)),
        json.decimal("measuredGfrMlMin").map(PatientCase::known).orElse(null),
        json.decimal("weightAtLastDoseKg").map(PatientCase::known).orElse(null));
  }

  private static Sex sex(JsonView json) {
    return switch (json.text()) {
      case "M", "male" -> Sex.MALE;
      case "F", "female" -> Sex.FEMALE;
      default -> throw json.wrong("M or F");
    };
  }

  private static BigDecimal creatinineUmolPerL(JsonView json) {
    JsonView unit = json.get("creatinineUnit");
    return Dimension.CREATININE
        .convert(json.get("creatinine").decimal(), unit.text())
        .orElseThrow(() -> unit.wrong(String.join(" or ", Dimension.CREATININE.units())));
  }

  private static Derived<BigDecimal> decimal(JsonView json, String name, Words what) {
    return derived(json, name, JsonView::decimal, what);
  }

  private static <T> Derived<T> derived(
      JsonView json, String name, Function<JsonView, T> reading, Words what) {
    Optional<T> value = json.find(name).map(reading);
    return value.map(PatientCase::known).orElseGet(() -> missing(what));
  }

  private static <T> Derived<T> known(T value) {
    return Derived.of(TreatmentRule.READ, value);
  }

  private static <T> Derived<T> missing(Words what) {
    return Derived.missing(
        TreatmentRule.READ, Message.of(TreatmentRule.NOT_RECORDED.words(), "what", what));
  }
}
