package org.lodestar.trial.efficacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lodestar.trial.cases.Cases;
import org.lodestar.trial.fact.JsonView;

/** Oracle: 13 lesions and 4 choices of targets (format lodestar-recist-measurability/1). */
class MeasurabilityCasesTest {
  private static final JsonView FILE = Cases.own("recist_measurability.json");
  private static final int MAX = 5;
  private static final int PER_ORGAN_MAX = 2;

  @TestFactory
  Stream<DynamicTest> everyLesionIsMeasurableOrNotAsExpected() {
    List<JsonView> cases = FILE.get("cases").items();
    assertThat(cases).hasSize(13);
    return cases.stream()
        .map(each -> DynamicTest.dynamicTest(each.get("reasoning").text(), () -> check(each)));
  }

  private static void check(JsonView json) {
    assertThat(Measurability.decide(LesionCase.read(json.get("lesion"))).code())
        .isEqualTo(json.get("expected").text());
  }

  @Test
  void everyChoiceOfTargetsIsLegalOrNotAsExpected() {
    List<JsonView> selections = FILE.get("targetSelection").items();
    assertThat(selections).hasSize(4);
    for (JsonView selection : selections) {
      Map<String, String> organs = new TreeMap<>();
      for (JsonView lesion : selection.get("lesions").items()) {
        organs.put(lesion.get("id").text(), lesion.get("organ").text());
      }
      for (JsonView legal : selection.items("expectedValidTargetSets")) {
        assertThat(choice(legal, organs).isLegal()).isTrue();
      }
      for (JsonView illegal : selection.items("invalid")) {
        assertThat(choice(illegal.get("set"), organs).isLegal()).isFalse();
      }
    }
  }

  @Test
  void aSixthTargetIsOneTooMany() {
    List<String> organs = List.of("LIVER", "LUNG", "KIDNEY", "ADRENAL", "SPLEEN", "BRAIN");
    assertThat(TargetSelection.check(organs, MAX, PER_ORGAN_MAX).tooMany()).isEqualTo(1);
    assertThat(TargetSelection.check(organs.subList(0, 5), MAX, PER_ORGAN_MAX).isLegal()).isTrue();
  }

  private static TargetSelection choice(JsonView set, Map<String, String> organs) {
    return TargetSelection.check(
        set.items().stream().map(id -> organs.get(id.text())).toList(), MAX, PER_ORGAN_MAX);
  }

  @Test
  void withoutItsDecidingFigureALesionIsNotDecided() {
    assertThat(
            Measurability.decide(
                new Measurability.Candidate(
                    LesionKind.NODAL,
                    Measurability.Nature.SOLID,
                    Measurability.Method.CT,
                    null,
                    null,
                    null,
                    false,
                    false)))
        .isEqualTo(Measurability.UNKNOWN);
  }
}
