package org.lodestar.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureNamesTest {
  private static final Bundle BUNDLE = Bundle.of(TrialFolder.files(StructureNames.FILE));
  private static final StructureNames NAMES = StructureNames.read(BUNDLE, new Findings.Builder());

  @Test
  void theShippedNamesHaveNoFindings() {
    Findings.Builder findings = new Findings.Builder();
    StructureNames.read(BUNDLE, findings);
    assertThat(findings.build().all()).isEmpty();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "SpinalCord, SpinalCord",
    "spinal cord, SpinalCord",
    "SPINAL_CORD, SpinalCord",
    "脊髓, SpinalCord",
    "Cord, SpinalCord",
    "全肺, Lungs",
    "Lung_L, Lung_L",
    "left lung, Lung_L",
    "GTVnd, GTVn",
    "GTV, GTVp",
    "心脏, Heart",
    "ＢＯＤＹ, External"
  })
  void aContourIsFoundHoweverItIsWritten(String name, String standard) {
    assertThat(NAMES.find(name)).map(StructureNames.Structure::name).contains(standard);
  }

  @Test
  void anUnknownNameIsNotGuessed() {
    assertThat(NAMES.find("Lung_X")).isEmpty();
    assertThat(NAMES.find("GTV_old2")).isEmpty();
  }

  @Test
  void noSynonymIsTakenForReviewed() {
    assertThat(NAMES.all()).isNotEmpty().noneMatch(StructureNames.Structure::reviewed);
  }

  @Test
  void oneNameForTwoStructuresIsRefused() {
    Findings.Builder findings = new Findings.Builder();
    StructureNames.read(
        TrialFolder.changed(StructureNames.FILE, StructureNames.FILE, "\"Hepar\"", "\"Cor\""),
        findings);
    assertThat(findings.build().errors())
        .extracting(finding -> finding.rule().id())
        .containsExactly("protocol.folder.name-twice");
  }

  @Test
  void aFolderWithoutTheFileKnowsNoNames() {
    Findings.Builder findings = new Findings.Builder();
    StructureNames none = StructureNames.read(TrialFolder.bundle("other.yaml", "a: b"), findings);
    assertThat(none.find("Heart")).isEmpty();
    assertThat(findings.build().all()).isEmpty();
  }
}
