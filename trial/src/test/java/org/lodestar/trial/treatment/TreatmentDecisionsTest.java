package org.lodestar.trial.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestar.trial.cases.Cases;
import org.lodestar.trial.fact.Json;
import org.lodestar.trial.fact.JsonView;

/** Every case of {@code treatment_decisions_shared.json} under the example rules beside it. */
class TreatmentDecisionsTest {
  /** Read anew by each test: what reads the rules is tested with them. */
  private final ExampleRules rules = ExampleRules.read(Cases.own("treatment_rules_example.json"));

  static List<JsonView> cases() {
    return Cases.own("treatment_decisions_shared.json").items("cases");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCaseIsDecidedAsExpected(JsonView vector) {
    JsonView input = vector.get("input");
    JsonView expected = vector.get("expected");
    if (input.find("event").isPresent()) {
      Map<String, String> decided = new TreeMap<>();
      for (String agent : expected.names()) {
        decided.put(
            agent,
            rules.decideEvent(agent, input.get("event").text(), input.get("grade").wholeNumber()));
      }
      Map<String, String> wanted = new TreeMap<>();
      expected.names().forEach(agent -> wanted.put(agent, expected.get(agent).text()));
      assertThat(decided).isEqualTo(wanted);
    } else {
      Map<String, BigDecimal> values = new TreeMap<>();
      input.names().forEach(name -> values.put(name, input.get(name).decimal()));
      assertThat(rules.decideCycle(values)).isEqualTo(expected.text());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pneumonitis, 1, CONTINUE",
    "pneumonitis, 2, HOLD",
    "pneumonitis, 3, STOP",
    "pneumonitis, 4, STOP",
    "myocarditis, 1, HOLD",
    "myocarditis, 2, STOP",
    "infusion reaction, 2, INTERRUPT",
    "infusion reaction, 3, STOP",
    // Held at a laboratory value or on suspicion: no grade says so.
    "hepatitis, 3, CONTINUE",
    "SJS/TEN, 4, CONTINUE"
  })
  void thePd1InhibitorFollowsTheListedGradesOfTheEvent(String event, int grade, String expected) {
    assertThat(rules.decideEvent("camrelizumab", event, grade)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "pneumonitis, 1, CONTINUE",
    "pneumonitis, 2, HOLD",
    "pneumonitis, 3, STOP",
    "pneumonitis, 5, STOP",
    "radiation dermatitis, 3, CONTINUE",
    "radiation dermatitis, 4, HOLD",
    "radiation dermatitis, 5, HOLD",
    "oesophagitis, 3, CONTINUE",
    "oesophagitis, 4, HOLD",
    // Written without a grade.
    "febrile neutropenia, 4, CONTINUE"
  })
  void radiotherapyFollowsTheGradesThatTheRuleNames(String event, int grade, String expected) {
    assertThat(rules.decideEvent("radiotherapy", event, grade)).isEqualTo(expected);
  }

  private static Map<String, BigDecimal> fit() {
    Map<String, BigDecimal> values = new TreeMap<>();
    values.put("ANC", new BigDecimal("1.5"));
    values.put("PLT", new BigDecimal("100"));
    values.put("HGB", new BigDecimal("80"));
    values.put("TBIL_xULN", new BigDecimal("1.5"));
    values.put("ALT_xULN", new BigDecimal("2.5"));
    values.put("AST_xULN", new BigDecimal("2.5"));
    values.put("CRCL", new BigDecimal("45"));
    values.put("maxNonHaemGrade", BigDecimal.ONE);
    return values;
  }

  @Test
  void aCycleAtEveryLimitIsGiven() {
    assertThat(rules.decideCycle(fit())).isEqualTo("GIVE");
  }

  @ParameterizedTest
  @CsvSource({
    "ANC, 1.49, DELAY",
    "PLT, 99, DELAY",
    "HGB, 79, DELAY",
    "TBIL_xULN, 1.51, DELAY",
    "ALT_xULN, 2.51, DELAY",
    "AST_xULN, 2.51, DELAY",
    "CRCL, 44.9, GIVE_WITHOUT_CARBOPLATIN",
    "maxNonHaemGrade, 2, DELAY"
  })
  void oneValueBeyondItsLimitDecidesTheCycle(String test, String value, String expected) {
    Map<String, BigDecimal> values = fit();
    values.put(test, new BigDecimal(value));

    assertThat(rules.decideCycle(values)).isEqualTo(expected);
  }

  @Test
  void aValueThatIsNotGivenIsAskedFor() {
    Map<String, BigDecimal> values = fit();
    values.remove("HGB");

    assertThat(rules.decideCycle(values)).isEqualTo("ASK");
  }

  @ParameterizedTest
  @CsvSource({"1.5, 42, GIVE", "1.5, 43, DISCONTINUE_CHEMOTHERAPY", "1.2, 41, DELAY"})
  void aCycleMayBeGivenUpToTheLongestDelayAndHeldShortOfIt(
      String neutrophils, String days, String expected) {
    Map<String, BigDecimal> values = fit();
    values.put("ANC", new BigDecimal(neutrophils));
    values.put("delayedDays", new BigDecimal(days));

    assertThat(rules.decideCycle(values)).isEqualTo(expected);
  }

  @Test
  void rulesWithoutAPartOfTheFormatAreRefusedByItsName() {
    assertThatThrownBy(() -> ExampleRules.read(JsonView.of(Json.members(Map.of()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("day1");
  }
}
