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
    assertThat(dose.doseMg().sentence(Language.EN)).contains("weight in kg", "6500");
    assertThat(dose.doseMg().sentence(Language.ZH)).contains("体重（kg）应在 20 至 300 之间，现为 6500");
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
    // However deep a level was entered, the sentence counts the levels of the trial.
    assertThat(dose(TYPICAL, "paclitaxel", 3).doseMg().sentence(Language.EN))
        .isEqualTo("paclitaxel has 2 reduced doses; a further reduction means to stop it");
    assertThat(dose(TYPICAL, "paclitaxel", 5).doseMg().sentence(Language.EN))
        .startsWith("paclitaxel has 2 reduced doses");
    assertThat(dose(TYPICAL, "paclitaxel", 2).calculatedMg().isKnown()).isTrue();
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

  private static Patient body(String heightCm, String weightKg, String creatinineUmolPerL) {
    return new Patient(
        known(Sex.MALE),
        known(60),
        known(new BigDecimal(heightCm)),
        known(new BigDecimal(weightKg)),
        known(new BigDecimal(creatinineUmolPerL)),
        known(DAY),
        null,
        null);
  }

  @Test
  void whatReachesItsCapIsNotSaidToBeAboveIt() {
    // 180 cm and 80 kg: the square root of 4; 112.5 kg and 1 mg/dL at 60 years: 125 mL/min.
    Protocol capped = ShippedTrial.folder().decided("treatment.body-surface-max", "2").protocol();
    assertThat(new DoseCalculation(capped, body("180", "80", "80"), DAY).deriveSurfaceM2().rule())
        .isEqualTo(TreatmentRule.BODY_SURFACE);
    assertThat(new DoseCalculation(capped, body("180", "80.1", "80"), DAY).deriveSurfaceM2().rule())
        .isEqualTo(TreatmentRule.BODY_SURFACE_CAPPED);
    Derived<BigDecimal> clearance =
        new DoseCalculation(PROTOCOL, body("180", "112.5", "88.42"), DAY).deriveClearanceMlPerMin();
    assertThat(clearance.get()).isEqualByComparingTo("125");
    assertThat(clearance.rule()).isEqualTo(TreatmentRule.CLEARANCE);
  }

  @ParameterizedTest
  @CsvSource({
    // Height 2 m: the index is a quarter of the weight.
    "adjusted-from-bmi-25, 100, adjusted weight",
    "adjusted-from-bmi-25, 99.9, actual weight",
    "adjusted-from-bmi-30, 120, adjusted weight",
    "adjusted-from-bmi-30, 119.9, actual weight",
    "actual, 140, actual weight"
  })
  void theWeightOfTheClearanceIsAdjustedFromTheMassIndexThatTheTrialNames(
      String policy, String weightKg, String which) {
    Protocol protocol =
        ShippedTrial.folder().decided("treatment.clearance-weight", policy).protocol();
    assertThat(
            new DoseCalculation(protocol, body("200", weightKg, "80"), DAY)
                .deriveEstimatedClearanceMlPerMin()
                .sentence(Language.EN))
        .contains(which);
  }

  @ParameterizedTest
  @CsvSource({
    "treatment.body-surface-formula, paclitaxel",
    "treatment.clearance-weight, carboplatin",
    "treatment.clearance-max-ml-per-min, carboplatin",
    "treatment.rounding-max-percent, carboplatin",
    "agents.paclitaxel.dose, paclitaxel",
    "agents.paclitaxel.dose-basis, paclitaxel",
    "agents.paclitaxel.rounding-mg, paclitaxel"
  })
  void whileWhatADoseNeedsIsLeftOpenThereIsNoDoseAndTheQuestionIsNamed(
      String setting, String agent) {
    Protocol open = ShippedTrial.folder().undecided(setting).protocol();
    Derived<BigDecimal> dose =
        new DoseCalculation(open, TYPICAL, DAY).derive(agent(agent), 0).doseMg();
    assertThat(dose.isKnown()).isFalse();
    assertThat(dose.sentence(Language.EN)).contains("leaves open").contains(setting);
  }

  @Test
  void aFlatDoseNeedsNoRounding() {
    Protocol open = ShippedTrial.folder().undecided("treatment.rounding-max-percent").protocol();
    assertThat(
            new DoseCalculation(open, TYPICAL, DAY).derive(agent("camrelizumab"), 0).doseMg().get())
        .isEqualByComparingTo("200");
  }

  private static java.util.List<TreatmentRule> rails(Protocol protocol, String agent) {
    return new DoseCalculation(protocol, TYPICAL, DAY)
        .derive(agent(agent), 0).guardRails().stream()
            .map(rail -> (TreatmentRule) rail.rule())
            .toList();
  }

  @ParameterizedTest
  @CsvSource({"1.9, true", "2, false", "7, false", "7.1, true"})
  void anAucOutsideOfTwoToSevenAsksForASecondPerson(String auc, boolean asks) {
    Protocol protocol = ShippedTrial.folder().decided("agents.carboplatin.dose", auc).protocol();
    assertThat(rails(protocol, "carboplatin").contains(TreatmentRule.GUARD_AUC)).isEqualTo(asks);
  }

  @ParameterizedTest
  @CsvSource({"90, true", "100, false"})
  void aStepThatChangesTheDoseByMoreThanTheTrialAllowsAsksForASecondPerson(
      String stepMg, boolean asks) {
    // 306.6 mg: to 270 is 12 % less; to 300 is 2 % less; at most 5 % are allowed.
    Protocol protocol =
        ShippedTrial.folder().decided("agents.paclitaxel.rounding-mg", stepMg).protocol();
    assertThat(rails(protocol, "paclitaxel").contains(TreatmentRule.GUARD_ROUNDING))
        .isEqualTo(asks);
  }

  @Test
  void theAgeOfACreatinineMattersOnlyWhereItIsUsedAndKnown() {
    assertThat(dose(patient("65", "80", DAY.minusDays(7), null), "carboplatin", 0).guardRails())
        .isEmpty();
    assertThat(dose(patient("65", "80", DAY.minusDays(8), "90"), "carboplatin", 0).guardRails())
        .isEmpty();
    assertThat(dose(patient("65", "80", DAY.minusDays(8), null), "paclitaxel", 0).guardRails())
        .isEmpty();
  }

  @Test
  void aWeightThatRoseByATenthIsAskedAboutAsOneThatFell() {
    assertThat(dose(patient("71.5", "80", DAY, null), "paclitaxel", 0).guardRails())
        .extracting(GuardRail::rule)
        .containsExactly(TreatmentRule.GUARD_WEIGHT_CHANGED);
    assertThat(dose(patient("71.4", "80", DAY, null), "paclitaxel", 0).guardRails()).isEmpty();
    assertThat(dose(patient("71.5", "80", DAY, null), "camrelizumab", 0).guardRails()).isEmpty();
    assertThat(dose(body("170", "71.5", "80"), "paclitaxel", 0).guardRails()).isEmpty();
  }
}
