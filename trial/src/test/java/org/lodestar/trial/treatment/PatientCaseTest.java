package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Json;
import org.lodestar.trial.fact.JsonView;
import org.lodestar.trial.fact.Language;

/** A person of no log, for whom doses are asked. */
class PatientCaseTest {
  private static JsonView json(String... namesAndValues) {
    TreeMap<String, Json> members = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put(namesAndValues[i], Json.text(namesAndValues[i + 1]));
    }
    return JsonView.of(new Json.Members(members));
  }

  private static void isNotRecorded(Derived<?> value, String en, String zh) {
    assertThat(value.isKnown()).isFalse();
    assertThat(value.sentence(Language.EN)).isEqualTo(en + " is not recorded");
    assertThat(value.sentence(Language.ZH)).isEqualTo(zh + "未记录");
  }

  @Test
  void everyValueIsReadUnderItsName() {
    Patient patient =
        PatientCase.read(
            json(
                "sex",
                "F",
                "ageYears",
                "61",
                "heightCm",
                "158.5",
                "weightKg",
                "52.25",
                "creatinine",
                "70",
                "creatinineUnit",
                "umol/L",
                "creatinineOn",
                "2025-03-01",
                "measuredGfrMlMin",
                "95",
                "weightAtLastDoseKg",
                "55"));

    assertThat(patient.sex().get()).isEqualTo(Sex.FEMALE);
    assertThat(patient.ageYears().get()).isEqualTo(61);
    assertThat(patient.heightCm().get()).isEqualByComparingTo("158.5");
    assertThat(patient.weightKg().get()).isEqualByComparingTo("52.25");
    assertThat(patient.creatinineUmolPerL().get()).isEqualByComparingTo("70");
    assertThat(patient.creatinineOn().get()).isEqualTo(LocalDate.of(2025, 3, 1));
    assertThat(Objects.requireNonNull(patient.measuredFiltrationMlPerMin()).get())
        .isEqualByComparingTo("95");
    assertThat(Objects.requireNonNull(patient.weightAtLastDoseKg()).get())
        .isEqualByComparingTo("55");
  }

  @Test
  void whatIsLeftOutIsMissingByItsName() {
    Patient patient = PatientCase.read(json());

    isNotRecorded(patient.sex(), "sex", "性别");
    isNotRecorded(patient.ageYears(), "age", "年龄");
    isNotRecorded(patient.heightCm(), "height", "身高");
    isNotRecorded(patient.weightKg(), "weight", "体重");
    isNotRecorded(patient.creatinineUmolPerL(), "creatinine", "肌酐");
    isNotRecorded(patient.creatinineOn(), "day of the creatinine", "肌酐采样日");
    assertThat(patient.measuredFiltrationMlPerMin()).isNull();
    assertThat(patient.weightAtLastDoseKg()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"M, MALE", "male, MALE", "F, FEMALE", "female, FEMALE"})
  void sexIsALetterOrAWord(String entered, Sex expected) {
    assertThat(PatientCase.read(json("sex", entered)).sex().get()).isEqualTo(expected);
  }

  @Test
  void anotherSexIsRefusedAtItsPlace() {
    assertThatThrownBy(() -> PatientCase.read(json("sex", "m")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("/sex must be M or F; got: \"m\"");
  }

  @Test
  void creatinineIsConvertedFromItsUnit() {
    // 88.42 umol/L in 1 mg/dL: molar mass of creatinine 113.12 g/mol.
    assertThat(
            PatientCase.read(json("creatinine", "0.5", "creatinineUnit", "mg/dL"))
                .creatinineUmolPerL()
                .get())
        .isEqualByComparingTo("44.21");
  }

  @Test
  void creatinineWithoutAUnitOrInAnUnknownOneIsRefusedAndNeverGuessed() {
    assertThatThrownBy(() -> PatientCase.read(json("creatinine", "80")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("creatinineUnit");
    assertThatThrownBy(() -> PatientCase.read(json("creatinine", "80", "creatinineUnit", "mmol/L")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("/creatinineUnit must be umol/L or mg/dL; got: \"mmol/L\"");
  }

  @Test
  void theDayOfTheDoseIsTheOneGivenElseTheDayOfTheSample() {
    assertThat(PatientCase.day(json("day", "2025-03-03", "creatinineOn", "2025-03-01")))
        .isEqualTo(LocalDate.of(2025, 3, 3));
    assertThat(PatientCase.day(json("creatinineOn", "2025-03-01")))
        .isEqualTo(LocalDate.of(2025, 3, 1));
    assertThat(PatientCase.day(json())).isEqualTo(LocalDate.EPOCH);
  }
}
