package org.lodestar.trial.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestar.trial.safety.LaboratoryCondition.Answer;

/** One line of the table of laboratory grades, and the rules made of such lines. */
class LaboratoryConditionTest {
  private static final LaboratoryRule HIGH = rule("high", "1: [\"value > ULN\"]");

  private static LaboratoryRule rule(String direction, String... grades) {
    StringBuilder yaml =
        new StringBuilder(
            """
            rules:
              - key: Test increased
                analyte: TEST
                direction: %s
                unit: "g/L"
                other:
                  "g/dL": "* 10"
                  "[degF]": "- 32 / 1.8"
                grades:
            """
                .formatted(direction));
    for (String grade : grades) {
      yaml.append("      ").append(grade).append('\n');
    }
    return LaboratoryRules.read(yaml.toString()).rule("Test increased").orElseThrow();
  }

  private static LaboratoryResult result(
      String value, @Nullable String uln, @Nullable String baseline) {
    return new LaboratoryResult(
        Map.of(LaboratoryResult.VALUE, new BigDecimal(value)),
        new BigDecimal("10"),
        uln == null ? null : new BigDecimal(uln),
        baseline == null ? null : new BigDecimal(baseline),
        null,
        null,
        false,
        Map.of());
  }

  private static Answer holds(String line, LaboratoryResult result) {
    return LaboratoryCondition.parse(line).holds(result, HIGH, Set.of());
  }

  @ParameterizedTest
  @CsvSource({
    "value < 40, 39.9, 40",
    "value <= 40, 40, 40.1",
    "value > 40, 40.1, 40",
    "value >= 40, 40, 39.9",
    "value > ULN, 20.1, 20",
    "value < LLN, 9.9, 10",
    "value > 1.5 ULN, 30.1, 30",
    "value >= ULN + 5, 25, 24.9",
    "value < LLN - 2, 7.9, 8",
    "value > 2 BASE, 24.1, 24",
    "value > 20 & value <= 30, 30, 20"
  })
  void aLineHoldsOnOneSideOfItsLimitAndNotOnTheOther(String line, String holds, String not) {
    assertThat(holds(line, result(holds, "20", "12"))).isEqualTo(new Answer.Known(true));
    assertThat(holds(line, result(not, "20", "12"))).isEqualTo(new Answer.Known(false));
  }

  @Test
  void aLimitThatIsMissingIsNamedUnlessAnotherPartExcludesTheLine() {
    assertThat(holds("value > ULN", result("30", null, null))).isEqualTo(new Answer.Lacking("ULN"));
    assertThat(holds("value > ULN & value < 25", result("30", null, null)))
        .isEqualTo(new Answer.Known(false));
    assertThat(holds("systolic > 140", result("30", "20", null)))
        .isEqualTo(new Answer.Lacking("systolic"));
  }

  @Test
  void withoutABaselineTheParticipantIsTakenToHaveBeenAtTheLimit() {
    assertThat(holds("value > 2 BASE", result("41", "20", null))).isEqualTo(new Answer.Known(true));
    assertThat(holds("value > 2 BASE", result("40", "20", null)))
        .isEqualTo(new Answer.Known(false));
    // Nor is a limit known: then she was not worse than her baseline.
    assertThat(holds("value > 2 BASE", result("41", null, null)))
        .isEqualTo(new Answer.Known(false));
  }

  @Test
  void aRuleOfSharesOfTheBaselineSaysNothingWithoutOne() {
    LaboratoryRule share = rule("high", "1: [\"value > 2 BASE\"]", "2: [\"value > 3 BASE\"]");
    assertThat(share.grade(result("50", "20", null)))
        .isEqualTo(new LaboratoryGrade.Undecided("BASE"));
    assertThat(share.grade(result("50", "20", "20")))
        .isEqualTo(new LaboratoryGrade.Graded(1, 1, Set.of()));
  }

  @Test
  void aValueThatLastedWasNotSeenWhenOnlyTheValueIsRecorded() {
    LaboratoryResult fever =
        new LaboratoryResult(
            Map.of("temperature", new BigDecimal("38.5")),
            null,
            null,
            null,
            null,
            null,
            false,
            Map.of());
    assertThat(holds("temperature-for-1-h > 38", fever)).isEqualTo(new Answer.Known(false));
    assertThat(holds("pulse-for-1-h > 38", fever)).isEqualTo(new Answer.Lacking("pulse-for-1-h"));
  }

  @Test
  void aFlagMustBeSoForItsLine() {
    LaboratoryCondition line = LaboratoryCondition.parse("value > 1 when symptomatic");
    assertThat(line.flags()).containsExactly(LaboratoryFlag.SYMPTOMATIC);
    assertThat(line.holds(result("2", "20", null), HIGH, Set.of()))
        .isEqualTo(new Answer.Known(false));
    assertThat(line.holds(result("2", "20", null), HIGH, Set.of(LaboratoryFlag.SYMPTOMATIC)))
        .isEqualTo(new Answer.Known(true));
  }

  @ParameterizedTest
  @CsvSource({
    "value > 1 when baseline-abnormal, 20.1, true",
    "value > 1 when baseline-abnormal, 20, false",
    "value > 1 when baseline-normal, 20, true",
    "value > 1 when baseline-normal, 20.1, false"
  })
  void theBaselineIsAbnormalAboveItsLimitAndNotAtIt(String line, String baseline, boolean holds) {
    assertThat(holds(line, result("2", "20", baseline))).isEqualTo(new Answer.Known(holds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "value",
        "value = 3",
        "value > three",
        "value > 3 LIMIT",
        "value > 3 when tired",
        "value > ULN * 3"
      })
  void aLineOfAnotherFormIsRefusedWithItsText(String line) {
    assertThatThrownBy(() -> LaboratoryCondition.parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "a condition is written like \"value < 3 ULN when symptomatic\"; got: " + line);
  }

  @Test
  void theHighestGradeThatHoldsIsTheGradeAndNoneIsZero() {
    LaboratoryRule rule =
        rule("high", "1: [\"value > 10\"]", "2: [\"value > 20\"]", "3: [\"value > 30\"]");
    assertThat(rule.grade(result("31", "9", null)))
        .isEqualTo(new LaboratoryGrade.Graded(3, 3, Set.of()));
    assertThat(rule.grade(result("20.5", "9", null)))
        .isEqualTo(new LaboratoryGrade.Graded(2, 2, Set.of()));
    assertThat(rule.grade(result("10", "9", null)))
        .isEqualTo(new LaboratoryGrade.Graded(0, 0, Set.of()));
  }

  @Test
  void aUnitIsConvertedInWhateverSpellingAndAnUnknownOneIsRefused() {
    LaboratoryRule rule = rule("high", "1: [\"value > 50\"]");
    assertThat(rule.grade(result("5.1", "9", null), "g/dL"))
        .isEqualTo(new LaboratoryGrade.Graded(1, 1, Set.of()));
    assertThat(rule.grade(result("5.1", "9", null), " g/L "))
        .isEqualTo(new LaboratoryGrade.Graded(0, 0, Set.of()));
    // (126 - 32) / 1.8 is 52.2; (122 - 32) / 1.8 is 50 exactly.
    assertThat(rule.grade(result("126", "9", null), "°F"))
        .isEqualTo(new LaboratoryGrade.Graded(1, 1, Set.of()));
    assertThat(rule.grade(result("122", "9", null), "degF"))
        .isEqualTo(new LaboratoryGrade.Graded(0, 0, Set.of()));
    assertThat(rule.grade(result("5.1", "9", null), "mol"))
        .isEqualTo(new LaboratoryGrade.UnknownUnit("mol", Set.of("g/L", "g/dL", "[degF]")));
  }

  @Test
  void theLineThatGaveAGradeIsShownAsTheTableWritesIt() {
    LaboratoryRule rule =
        rule("high", "1: [\"value > 50\", \"value > 2 BASE when baseline-abnormal\"]");
    assertThat(rule.lineOf(1, result("5.1", "9", null), "g/dL")).contains("value > 50");
    assertThat(rule.lineOf(1, result("4.9", "90", null), "g/dL")).isEmpty();
    assertThat(rule.lineOf(2, result("5.1", "9", null), "g/dL")).isEmpty();
    assertThat(rule.lineOf(1, result("5.1", "9", null), "mol")).isEmpty();
  }

  @Test
  void aTableWithoutAPartOfARuleOrWithAnotherConversionIsRefused() {
    assertThatThrownBy(() -> LaboratoryRules.read("rules:\n  - key: A\n    analyte: B\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("direction");
    assertThatThrownBy(
            () ->
                LaboratoryRules.read(
                    "rules:\n"
                        + "  - {key: A, analyte: B, direction: low, unit: g, other: {kg: \"x"
                        + " 3\"}}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got: x 3");
  }

  @Test
  void aRuleNamesItsTermOnlyWhereItDiffersFromItsKey() {
    LaboratoryRules rules = LaboratoryRules.of(Ctcae.V5).orElseThrow();
    assertThat(rules.rule("Anemia").orElseThrow().term()).isEqualTo("Anemia");
    assertThat(rules.rule("Anemia").orElseThrow().clinicalGrades()).containsExactly(3, 4);
    assertThat(rules.rule("no such rule")).isEmpty();
    assertThat(rules.ofAnalyte("HGB"))
        .extracting(LaboratoryRule::key)
        .containsExactlyInAnyOrder("Anemia", "Hemoglobin increased");
    assertThat(rules.rules()).hasSizeGreaterThan(30);
  }

  @Test
  void everyFlagIsFoundByItsKeyInTheTable() {
    for (LaboratoryFlag flag : LaboratoryFlag.values()) {
      assertThat(LaboratoryFlag.ofKey(flag.key())).contains(flag);
      assertThat(flag.words().en()).isNotEqualTo(flag.words().zh());
    }
    assertThat(LaboratoryFlag.ofKey("tired")).isEmpty();
    assertThat(LaboratoryFlag.LONGER_THAN_24_H.key()).isEqualTo("longer-than-24-h");
  }

  @ParameterizedTest
  @CsvSource({"9.9, , true", "10, , false", "9.9, 9.9, false", "10, 10.1, true"})
  void aBaselineIsAbnormalBelowItsOwnLowerLimitElseThatOfTheValue(
      String baseline, @Nullable String ownLimit, boolean abnormal) {
    LaboratoryRule low = rule("low", "1: [\"value < 5 when baseline-abnormal\"]");
    LaboratoryResult result =
        new LaboratoryResult(
            Map.of(LaboratoryResult.VALUE, new BigDecimal("4")),
            new BigDecimal("10"),
            null,
            new BigDecimal(baseline),
            ownLimit == null ? null : new BigDecimal(ownLimit),
            null,
            false,
            Map.of());
    assertThat(low.grade(result))
        .isEqualTo(new LaboratoryGrade.Graded(abnormal ? 1 : 0, abnormal ? 1 : 0, Set.of()));
  }

  @Test
  void aFlagThatIsKnownDecidesAndOneThatIsNotLeavesTheWorseGradePossible() {
    LaboratoryRule rule = rule("high", "1: [\"value > 1\"]", "2: [\"value > 1 when symptomatic\"]");
    assertThat(rule.grade(symptomatic(true))).isEqualTo(new LaboratoryGrade.Graded(2, 2, Set.of()));
    assertThat(rule.grade(symptomatic(false)))
        .isEqualTo(new LaboratoryGrade.Graded(1, 1, Set.of()));
    assertThat(rule.grade(result("2", "9", null)))
        .isEqualTo(new LaboratoryGrade.Graded(1, 2, Set.of(LaboratoryFlag.SYMPTOMATIC)));
    assertThat(rule.lineOf(2, symptomatic(true), "g/L")).contains("value > 1 when symptomatic");
    assertThat(rule.lineOf(2, symptomatic(false), "g/L")).isEmpty();
  }

  private static LaboratoryResult symptomatic(boolean isSo) {
    return new LaboratoryResult(
        Map.of(LaboratoryResult.VALUE, new BigDecimal("2")),
        null,
        new BigDecimal("9"),
        null,
        null,
        null,
        false,
        Map.of(LaboratoryFlag.SYMPTOMATIC, isSo));
  }
}
