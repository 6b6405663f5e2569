package org.lodestar.trial.efficacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.efficacy.TargetSelection.Choice;

/** Which target lesions a reader can choose: five in all and two in an organ (RECIST 1.1, 3.2). */
class TargetSelectionTest {
  private static Choice lesion(String id, String organ, String diameterMm) {
    return new Choice(id, organ, false, new BigDecimal(diameterMm));
  }

  private static Choice node(String id, String diameterMm) {
    return new Choice(id, "lymph node", true, new BigDecimal(diameterMm));
  }

  @Test
  void aChoiceKeepsBothLimitsUpToTheLimitItself() {
    List<String> full = List.of("liver", "liver", "lung", "lung", "lymph node");
    assertThat(TargetSelection.check(full, 5, 2).isLegal()).isTrue();

    TargetSelection sixth =
        TargetSelection.check(
            List.of("liver", "liver", "lung", "lung", "lymph node", "adrenal"), 5, 2);
    assertThat(sixth).isEqualTo(new TargetSelection(1, Map.of()));
    assertThat(sixth.isLegal()).isFalse();
    TargetSelection crowded = TargetSelection.check(List.of("liver", "liver", "liver"), 5, 2);
    assertThat(crowded).isEqualTo(new TargetSelection(0, Map.of("liver", 3)));
    assertThat(crowded.isLegal()).isFalse();
  }

  @Test
  void ofAnOrganTheLargestLesionsAreChosenAndKeepTheirOrder() {
    assertThat(
            TargetSelection.proposals(
                List.of(
                    lesion("L1", "liver", "22"),
                    lesion("L2", "liver", "12"),
                    lesion("L3", "liver", "31"),
                    lesion("P1", "lung", "15")),
                5,
                2))
        .containsExactly(List.of("L1", "L3", "P1"));
  }

  @Test
  void ofNodesAnyPairMayBeChosenBecauseSizeIsNotWhatCounts() {
    assertThat(
            TargetSelection.proposals(
                List.of(node("N1", "16"), node("N2", "30"), node("N3", "18")), 5, 2))
        .containsExactly(List.of("N1", "N2"), List.of("N1", "N3"), List.of("N2", "N3"));
    assertThat(TargetSelection.proposals(List.of(node("N1", "16"), node("N2", "30")), 5, 2))
        .containsExactly(List.of("N1", "N2"));
  }

  @Test
  void ofFourNodesThreeEveryTripleIsProposedOnce() {
    assertThat(
            TargetSelection.proposals(
                List.of(node("N1", "16"), node("N2", "30"), node("N3", "18"), node("N4", "20")),
                5,
                3))
        .containsExactly(
            List.of("N1", "N2", "N3"),
            List.of("N1", "N2", "N4"),
            List.of("N1", "N3", "N4"),
            List.of("N2", "N3", "N4"));
  }

  @Test
  void theChoicesOfOrgansAreCombined() {
    assertThat(
            TargetSelection.proposals(
                List.of(
                    node("N1", "16"),
                    lesion("L1", "liver", "22"),
                    node("N2", "30"),
                    node("N3", "18")),
                3,
                2))
        .containsExactly(
            List.of("N1", "N2", "L1"), List.of("N1", "N3", "L1"), List.of("N2", "N3", "L1"));
  }

  @Test
  void whereMoreThanTheLimitWouldRemainAPersonMustChoose() {
    List<Choice> six =
        List.of(
            lesion("L1", "liver", "22"),
            lesion("L2", "liver", "12"),
            lesion("P1", "lung", "15"),
            lesion("P2", "lung", "16"),
            lesion("A1", "adrenal", "20"),
            lesion("B1", "bone", "20"));
    assertThat(TargetSelection.proposals(six, 5, 2)).isEmpty();
    assertThat(TargetSelection.proposals(six.subList(0, 5), 5, 2))
        .containsExactly(List.of("L1", "L2", "P1", "P2", "A1"));
  }

  @Test
  void withoutAMeasurableLesionTheOnlyChoiceIsNone() {
    assertThat(TargetSelection.proposals(List.of(), 5, 2)).containsExactly(List.of());
  }
}
