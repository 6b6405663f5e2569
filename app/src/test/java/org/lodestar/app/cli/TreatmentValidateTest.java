package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Doses, decisions and stages through {@code lodestar validate}. */
class TreatmentValidateTest {
  /** 45 kg and 125 cm give exactly 1.25 m2; AUC 5 at 25 mL/min gives 250 mg. */
  private static final String DOSE =
      """
      {"format": "lodestar-dose-vectors/1", "cases": [
        {"id": "D", "input": {"sex": "M", "ageYears": 60, "heightCm": 125, "weightKg": 45,
           "serumCreatinine": {"value": 80, "unit": "umol/L"}, "measuredGfrMlMin": 25},
         "policy": {"cgWeight": "actual", "umolPerMgDl": 88.42, "targetAuc": 5,
           "paclitaxelMgM2": 100, "nabPaclitaxelMgM2": 200},
         "expected": {"bsaMosteller": 1.25, "carboplatinMg": %s, "paclitaxelMg_Mosteller": 125}}]}
      """;

  private static final String STAGE =
      """
      {"format": "lodestar-ajcc8-escc-clinical/1",
       "nodeCounts": [{"regionalNodesInvolved": 3, "expectedN": "N2"}],
       "cases": [{"cT": "T3", "cN": "N1", "cM": "M0", "expectedStage": "%s",
                  "trialEligibleByStage": true}]}
      """;

  private static final String DECISION =
      """
      {"format": "lodestar-treatment-decisions/1", "against": "rules.json", "cases": [
        {"id": "T", "input": {"ANC": 1.4}, "expected": "DELAY"},
        {"id": "E", "input": {"event": "rash", "grade": 3}, "expected": {"camrelizumab": "HOLD"}}]}
      """;

  private static final String RULES =
      """
      {"format": "lodestar-treatment-rules/1",
       "day1": {"require": [{"test": "ANC", "unit": "10^9/L", "min": 1.5}], "maxDelayDays": 42},
       "camrelizumab": {"rules": [{"event": "rash", "hold": [3], "stop": [4]}]},
       "radiotherapy": {"hold": []}}
      """;

  @TempDir Path folder;

  private Run validate(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Run.lodestar("validate", file.toString(), "--plain");
  }

  @Test
  void aDoseIsRecomputedAndAWrongOneFails() throws IOException {
    assertThat(validate("dose.json", DOSE.formatted("250")).out()).contains("1 passed, 0 failed");
    Run wrong = validate("wrong.json", DOSE.formatted("251"));
    assertThat(wrong.out()).contains("expected 251, computed 250");
    assertThat(wrong.code()).isEqualTo(3);
  }

  @Test
  void aStageIsRecomputedAndAWrongOneFails() throws IOException {
    assertThat(validate("stage.json", STAGE.formatted("III")).out()).contains("2 passed, 0 failed");
    assertThat(validate("wrong.json", STAGE.formatted("II")).out()).contains("1 passed, 1 failed");
  }

  @Test
  void decisionsAreHeldAgainstTheRulesBesideThem() throws IOException {
    assertThat(validate("alone.json", DECISION).out()).contains("0 failed, 2 not covered");
    Files.writeString(folder.resolve("rules.json"), RULES);
    assertThat(validate("decisions.json", DECISION).out()).contains("2 passed, 0 failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dose_vectors_shared.json",
        "treatment_decisions_shared.json",
        "staging_escc_ajcc8_shared.json"
      })
  void everySharedCaseAgrees(String name) {
    Path shared = Path.of(System.getProperty("lodestar.root")).resolveSibling("shared");
    Path file = shared.resolve("oracles/oncology").resolve(name);
    assumeTrue(Files.exists(file), "the reference results in ../shared are not on this machine");

    Run run = Run.lodestar("validate", file.toString(), "--plain");

    assertThat(run.out().lines().toList().getLast()).endsWith("0 failed, 0 not covered");
    assertThat(run.code()).isZero();
  }
}
