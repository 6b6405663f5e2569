package org.lodestar.trial.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestar.trial.cases.Cases;
import org.lodestar.trial.enrolment.EsophagealStage.M;
import org.lodestar.trial.enrolment.EsophagealStage.N;
import org.lodestar.trial.enrolment.EsophagealStage.Spread;
import org.lodestar.trial.enrolment.EsophagealStage.T;
import org.lodestar.trial.fact.JsonView;

class EsophagealStageTest {
  static List<JsonView> cases() {
    return Cases.own("staging_escc_ajcc8_shared.json").items("cases");
  }

  static List<JsonView> nodeCounts() {
    return Cases.own("staging_escc_ajcc8_shared.json").items("nodeCounts");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void categoriesGiveTheirClinicalGroup(JsonView vector) {
    StagingCase tumour = StagingCase.read(vector);
    assertThat(tumour.stage().label()).isEqualTo(vector.get("expectedStage").text());
    assertThat(tumour.isLocallyAdvanced()).isEqualTo(vector.get("trialEligibleByStage").flag());
  }

  @ParameterizedTest
  @MethodSource("nodeCounts")
  void nodesGiveTheirCategory(JsonView vector) {
    assertThat(N.ofNodes(vector.get("regionalNodesInvolved").wholeNumber()).name())
        .isEqualTo(vector.get("expectedN").text());
  }

  @ParameterizedTest
  @CsvSource({
    "Tis, N0, 0", "T1, N0, I", "T1, N1, I", "T1, N2, III", "T2, N0, II", "T2, N1, II",
    "T2, N2, III", "T3, N0, II", "T3, N1, III", "T3, N2, III", "T4a, N0, IVA", "T4b, N2, IVA",
    "T2, N3, IVA", "cT4, N1, IVA"
  })
  void everyGroupOfTheTable(String t, String n, String stage) {
    assertThat(EsophagealStage.of(T.parse(t), N.parse(n), M.M0).orElseThrow().label())
        .isEqualTo(stage);
  }

  @Test
  void carcinomaInSituWithNodesHasNoGroup() {
    assertThat(EsophagealStage.of(T.TIS, N.N1, M.M0)).isEmpty();
  }

  @Test
  void supraclavicularNodesAreDistantOrRegionalByTheTrialsChoice() {
    assertThat(Spread.of(2, 1, false, false)).isEqualTo(new Spread(N.N1, M.M1));
    assertThat(Spread.of(2, 1, false, true)).isEqualTo(new Spread(N.N2, M.M0));
    assertThat(Spread.of(0, 0, true, true)).isEqualTo(new Spread(N.N0, M.M1));
  }

  @Test
  void whatCannotBeStagedIsRefusedWithTheLegalCategories() {
    assertThatThrownBy(() -> T.parse("Tx")).hasMessageContaining("Tx").hasMessageContaining("T4A");
    assertThatThrownBy(() -> N.ofNodes(-1)).hasMessageContaining("-1");
  }
}
