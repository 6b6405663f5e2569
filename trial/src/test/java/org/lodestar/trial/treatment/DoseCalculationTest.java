package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Agent;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.ShippedTrial;

class DoseCalculationTest {
  private static final Protocol PROTOCOL = ShippedTrial.folder().protocol();
  private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
  private static final FactRef FACT = new FactRef(5, "laboratory.creatinine");

  private static <T> Derived<T> known(T value) {
    return Derived.of(TreatmentRule.READ, value, FACT);
  }

  private static Patient patient(
      String weightKg, String creatinine, LocalDate sampled, @Nullable String measured) {
    return new Patient(
        known(Sex.MALE),
        known(60),
        known(new BigDecimal("170")),
        known(new BigDecimal(weightKg)),
        known(new BigDecimal(creatinine)),
        known(sampled),
        measured == null ? null : known(new BigDecimal(measured)),
        known(new BigDecimal("65")));
  }

  private static final Patient TYPICAL = patient("65", "80", DAY, null);

  private static Agent agent(String key) {
    return PROTOCOL.agents().stream().filter(a -> a.key().equals(key)).findFirst().orElseThrow();
  }

  private static AgentDose dose(Patient patient, String agent, int level) {
    return new DoseCalculation(PROTOCOL, patient, DAY).derive(agent(agent), level);
  }

  @ParameterizedTest
  @CsvSource({
    "paclitaxel, 0, 306.6, 305",
    "paclitaxel, 1, 236.52, 235",
    "carboplatin, 0, 524.12, 520",
    "carboplatin, 1, 419.29, 420",
    "camrelizumab, 0, 200, 200"
  })
  void aDoseIsCalculatedByItsBasisAndRounded(
      String agent, int level, String calculated, String rounded) {
    AgentDose dose = dose(TYPICAL, agent, level);
    assertThat(dose.calculatedMg().get())
        .isCloseTo(
            new BigDecimal(calculated),
            org.assertj.core.api.Assertions.within(new BigDecimal("0.005")));
    assertThat(dose.doseMg().get()).isEqualByComparingTo(rounded);
    assertThat(dose.guardRails()).isEmpty();
  }

  @Test
  void theSentenceShowsTheArithmeticInBothLanguages() {
    AgentDose dose = dose(TYPICAL, "carboplatin", 0);
    assertThat(dose.calculatedMg().sentence(Language.EN))
        .isEqualTo("carboplatin: AUC 5 x (79.82 + 25) mL/min = 524.12 mg (Calvert)");
    assertThat(dose.calculatedMg().sentence(Language.ZH)).contains("卡铂").contains("524.12");
    assertThat(dose.doseMg().facts()).containsExactly(FACT);
    assertThat(dose.calculatedMg().settings()).containsKey("agents.carboplatin.dose");
  }

  @Test
  void anEstimatedClearanceIsCappedAndAMeasuredOneIsNot() {
    Derived<BigDecimal> capped =
        new DoseCalculation(PROTOCOL, patient("120", "60", DAY, null), DAY)
            .deriveClearanceMlPerMin();
    assertThat(capped.get()).isEqualByComparingTo("125");
    assertThat(capped.rule()).isEqualTo(TreatmentRule.CLEARANCE_CAPPED);
    Derived<BigDecimal> measured =
        new DoseCalculation(PROTOCOL, patient("65", "80", DAY, "140"), DAY)
            .deriveClearanceMlPerMin();
    assertThat(measured.get()).isEqualByComparingTo("140");
  }

  @Test
  void aBodySurfaceAboveTheCapIsCapped() {
    Protocol capped =
        ShippedTrial.folder()
            .with(
                "decisions.yaml",
                "treatment.body-surface-max:\n    value: 3",
                "treatment.body-surface-max:\n    value: 1.7")
            .protocol();
    Derived<BigDecimal> surface = new DoseCalculation(capped, TYPICAL, DAY).deriveSurfaceM2();
    assertThat(surface.get()).isEqualByComparingTo("1.7");
    assertThat(surface.rule()).isEqualTo(TreatmentRule.BODY_SURFACE_CAPPED);
  }

  @Test
  void guardRailsAskForASecondPerson() {
    assertThat(dose(patient("65", "80", DAY.minusDays(8), null), "carboplatin", 0).guardRails())
        .extracting(GuardRail::rule)
        .containsExactly(TreatmentRule.GUARD_CREATININE_OLD);
    assertThat(dose(patient("58.5", "80", DAY, null), "paclitaxel", 0).guardRails())
        .extracting(GuardRail::rule)
        .containsExactly(TreatmentRule.GUARD_WEIGHT_CHANGED);
    assertThat(dose(patient("58.6", "80", DAY, null), "paclitaxel", 0).guardRails()).isEmpty();
    assertThat(dose(patient("150", "80", DAY, null), "paclitaxel", 0).guardRails())
        .extracting(GuardRail::rule)
        .contains(TreatmentRule.GUARD_SURFACE);
  }

  @Test
  void anInputBeyondAllSenseGivesNoDoseAndSaysWhy() {
    AgentDose dose = dose(patient("6500", "80", DAY, null), "paclitaxel", 0);
    assertThat(dose.doseMg().isKnown()).isFalse();
    assertThat(dose.doseMg().sentence(Language.EN)).contains("weightKg").contains("6500");
  }

  @Test
  void aMissingInputIsNamedByTheDose() {
    Words none = new Words("creatinine is not recorded", "肌酐未记录");
    Patient patient =
        new Patient(
            TYPICAL.sex(),
            TYPICAL.ageYears(),
            TYPICAL.heightCm(),
            TYPICAL.weightKg(),
            Derived.missing(TreatmentRule.READ, Message.of(none)),
            TYPICAL.creatinineOn(),
            null,
            null);
    assertThat(dose(patient, "carboplatin", 0).doseMg().sentence(Language.ZH)).isEqualTo("肌酐未记录");
    assertThat(dose(patient, "paclitaxel", 0).doseMg().isKnown()).isTrue();
  }

  @Test
  void aLevelThatTheTrialDoesNotHaveGivesNoDose() {
    AgentDose dose = dose(TYPICAL, "camrelizumab", 1);
    assertThat(dose.doseMg().sentence(Language.EN)).contains("camrelizumab").contains("stop");
  }

  @ParameterizedTest
  @CsvSource({
    "524.118, 10, 5, 520",
    "306.597, 5, 5, 305",
    "14, 10, 5, 14",
    "15, 10, 50, 20",
    "25, 10, 50, 20",
    "200, 200, 5, 200"
  })
  void roundingKeepsToItsStepUnlessItChangesTooMuch(
      String dose, String step, String percent, String expected) {
    DoseRounding rounding =
        new DoseRounding(new BigDecimal(step).min(new BigDecimal("100")), new BigDecimal(percent));
    assertThat(rounding.round(new BigDecimal(dose))).isEqualByComparingTo(expected);
  }
}
