package org.lodestar.app.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.app.store.TrialFolder;
import org.lodestar.radiotherapy.margin.StructureNames;
import org.lodestar.trial.protocol.Protocol;

/** The trial's own list of contour names is the one that a review goes by. */
class ReviewNamesTest {
  private static ReviewRules rules;

  @BeforeAll
  static void read() throws IOException {
    Path folder = Path.of(System.getProperty("lodestar.root")).resolve("trials/escc-ldrt");
    rules =
        ReviewRules.of(
            ((Protocol.Reading.Read) Protocol.read(TrialFolder.read(folder))).protocol());
  }

  @ParameterizedTest
  @CsvSource({
    "肿瘤GTV, GTVp",
    "gtv_nd, GTVn",
    "Lung_Lt, Lung_L",
    "左肺, Lung_L",
    "PTV 45Gy, PTV_4500",
    "box 7, box 7",
  })
  void aDepartmentsNameIsReadAsTheStandardOne(String local, String standard) {
    assertThat(rules.standardName(local)).isEqualTo(standard);
  }

  @Test
  void aNameIsOnlyAProposalUntilTheDepartmentHasConfirmedIt() {
    assertThat(rules.isProposed("肿瘤GTV")).isTrue();
    assertThat(rules.isProposed("GTVp")).as("the standard name itself").isFalse();
    ReviewRules confirmed =
        new ReviewRules(
            rules.primary(),
            rules.nodal(),
            rules.prescribedGy(),
            rules.fractions(),
            rules.toleranceMm(),
            rules.limits(),
            StructureNames.of(Map.of("肿瘤GTV", "GTVp"), Map.of()));
    assertThat(confirmed.isProposed("肿瘤GTV")).isFalse();
    assertThat(confirmed.standardName("肿瘤GTV")).isEqualTo("GTVp");
  }
}
