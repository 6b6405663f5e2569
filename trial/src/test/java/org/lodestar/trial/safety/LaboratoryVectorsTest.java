package org.lodestar.trial.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.cases.Cases;
import org.lodestar.trial.fact.JsonView;

/**
 * Oracle: 212 measurements with their CTCAE v5.0 grade (format lodestar-ctcae-lab-vectors/1), and
 * the shared table of rules from which ours was restated. Grades are equal.
 */
class LaboratoryVectorsTest {
  private static final LaboratoryRules RULES = LaboratoryRules.of(Ctcae.V5).orElseThrow();

  @Test
  void everyMeasurementHasItsExpectedGrade() {
    List<JsonView> vectors = Cases.own("ctcae5_lab_vectors.json").get("vectors").items();
    assertThat(vectors).hasSize(212);
    List<String> wrong = new ArrayList<>();
    for (JsonView vector : vectors) {
      Optional<Integer> expected = vector.find("expectedGrade").map(JsonView::wholeNumber);
      Optional<Integer> grade =
          grade(vector.get("term").text(), LaboratoryCase.read(vector.get("input")));
      if (!grade.equals(expected)) {
        wrong.add(vector.json().canonical() + " graded " + grade);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everySharedRuleIsHereWithItsGradesUnitsAndDirection() {
    List<JsonView> shared = Cases.sharedJson("data/ctcae/ctcae5_lab_rules.json").items("rules");
    assertThat(RULES.rules()).hasSize(56).hasSameSizeAs(shared);
    for (JsonView rule : shared) {
      LaboratoryRule ours = RULES.rule(rule.get("id").text()).orElseThrow();
      assertThat(ours.term()).isEqualTo(rule.get("term").text());
      assertThat(ours.analyte()).isEqualTo(rule.get("analyte").text());
      assertThat(ours.unit()).isEqualTo(rule.get("canonicalUnit").text());
      assertThat(ours.direction().name().substring(0, 1)).isEqualTo(rule.get("direction").text());
      assertThat(ours.otherUnits().keySet())
          .isEqualTo(
              new TreeSet<>(
                  rule.items("alternativeUnits").stream().map(u -> u.get("unit").text()).toList()));
      assertThat(ours.grades().keySet().stream().map(String::valueOf).toList())
          .isEqualTo(List.copyOf(rule.get("grades").names()));
    }
  }

  @Test
  void everyRuleIsAboutATermAndOnlyItsGrades() {
    Ctcae ctcae = Ctcae.of(Ctcae.V5).orElseThrow();
    for (LaboratoryRule rule : RULES.rules()) {
      CtcaeTerm term = ctcae.term(rule.term()).orElseThrow();
      assertThat(term.grades()).as(rule.key()).containsAll(rule.grades().keySet());
      assertThat(term.grades()).as(rule.key()).containsAll(rule.clinicalGrades());
    }
  }

  @Test
  void aTestWithTwoDirectionsIsGradedInBoth() {
    LaboratoryResult low = result("2.4", "3.5", "5.3");
    assertThat(RULES.ofAnalyte("K"))
        .extracting(rule -> rule.key() + " " + graded(rule.grade(low)).orElseThrow())
        .containsExactly("Hyperkalemia 0", "Hypokalemia 4");
  }

  @Test
  void aValueInAnotherUnitIsConvertedWithItsLimits() {
    LaboratoryRule rule = RULES.rule("Creatinine increased").orElseThrow();
    LaboratoryResult inMgPerDl = result("1.6", "0.6", "1.0");
    assertThat(graded(rule.grade(inMgPerDl, "mg/dL"))).contains(2);
    assertThat(graded(rule.grade(inMgPerDl, "umol/L"))).contains(2);
    assertThat(graded(rule.grade(result("137", "53", "88"), "\u03bcmol/L"))).contains(2);
  }

  @Test
  void anUnknownUnitIsRefusedAndNeverGuessed() {
    LaboratoryRule rule = RULES.rule("Neutrophil count decreased").orElseThrow();
    assertThat(rule.grade(result("1500", "2000", "7000"), "/mm3"))
        .isEqualTo(new LaboratoryGrade.Graded(1, 1, Set.of()));
    assertThat(rule.grade(result("1.5", "2", "7"), "10*3/mL"))
        .isInstanceOf(LaboratoryGrade.UnknownUnit.class);
  }

  @Test
  void aMissingLimitIsNeverGradeZero() {
    LaboratoryRule rule = RULES.rule("Anemia").orElseThrow();
    assertThat(rule.grade(result("110", null, null)))
        .isEqualTo(new LaboratoryGrade.Undecided("LLN"));
    assertThat(graded(rule.grade(result("79", null, null)))).contains(3);
  }

  @Test
  void withoutABaselineAChangeOfWeightIsNotGraded() {
    assertThat(RULES.rule("Weight loss").orElseThrow().grade(result("60", null, null)))
        .isEqualTo(new LaboratoryGrade.Undecided("BASE"));
  }

  @Test
  void anUnknownFlagShowsTheWorseGradeThatIsPossible() {
    LaboratoryRule rule = RULES.rule("Hypokalemia").orElseThrow();
    assertThat(rule.grade(result("3.2", "3.5", "5.3")))
        .isEqualTo(new LaboratoryGrade.Graded(1, 2, Set.of(LaboratoryFlag.SYMPTOMATIC)));
  }

  private static LaboratoryResult result(String value, @Nullable String lln, @Nullable String uln) {
    return LaboratoryResult.of(
        new BigDecimal(value),
        lln == null ? null : new BigDecimal(lln),
        uln == null ? null : new BigDecimal(uln));
  }

  private static Optional<Integer> grade(String key, LaboratoryResult result) {
    return graded(RULES.rule(key).orElseThrow().grade(result));
  }

  private static Optional<Integer> graded(LaboratoryGrade grade) {
    return grade instanceof LaboratoryGrade.Graded graded
        ? Optional.of(graded.grade())
        : Optional.empty();
  }

  /** Grades both ways: the baseline record against limits, or against itself as admiral does. */
  @Test
  void theRowsOfRealLaboratoriesHaveTheGradesOfBothColumns() {
    List<Map<String, String>> rows = Cases.sharedTable("oracles/oncology/datasets/lab_ctcae5.csv");
    assertThat(rows).hasSize(1903);
    List<String> wrong = new ArrayList<>();
    for (Map<String, String> row : rows) {
      compare(row, true, "EXPECTED_GRADE_LIMIT_ONLY_AT_BASELINE", wrong);
      compare(row, false, "ADMIRAL_V5_GRADE", wrong);
    }
    assertThat(wrong).isEmpty();
  }

  private static void compare(
      Map<String, String> row, boolean baselineOnLimits, String column, List<String> wrong) {
    String expected = row.get(column);
    LaboratoryResult result = LaboratoryRows.result(row, baselineOnLimits);
    LaboratoryRule rule = LaboratoryRows.rule(RULES, row);
    Optional<Integer> grade = graded(rule.grade(result, row.get("UNIT")));
    String shown = grade.map(String::valueOf).orElse("");
    if (!shown.equals(expected)) {
      wrong.add(column + " " + shown + " for " + row);
    }
  }
}
