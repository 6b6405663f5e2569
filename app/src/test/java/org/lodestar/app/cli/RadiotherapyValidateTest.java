package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RadiotherapyValidateTest {
  private static final Path SHARED =
      Path.of(System.getProperty("lodestar.root")).resolveSibling("shared");

  @TempDir Path folder;

  /** Closed forms: Minkowski sum of a sphere of 20 mm with semi-axes 5, 5, 30; 25 x 1.8 Gy. */
  private Run closedForms(String expandedMm3) throws IOException {
    Path file = folder.resolve("closed.json");
    Files.writeString(
        file,
        """
        {"shapes": {"sphere_R20": {"V_expanded": %s}},
         "dvh": {"cases": {}},
         "bed": {"45Gy/25": {"ab10": {"BED": 53.1, "EQD2": 44.25}}}}
        """
            .formatted(expandedMm3));
    return Run.lodestar("validate", file.toString(), "--json");
  }

  @Test
  void closedFormsAreComputedFromTheirNamesAlone() throws IOException {
    Run right = closedForms("147282.747");
    Run wrong = closedForms("150000");

    assertThat(right.code()).as(right.out()).isZero();
    assertThat(right.out()).contains("\"passed\" : 2");
    assertThat(wrong.code()).isEqualTo(Exit.INVALID.code());
    assertThat(wrong.out()).contains("sub-voxel mm3: expected 150000.0", "\"passed\" : 1");
  }

  @Test
  void aRealCaseWithoutItsFolderIsNotCoveredAndDoesNotPass() throws IOException {
    Path file = folder.resolve("case.json");
    Files.writeString(file, "{\"case\": \"../elsewhere\", \"structures\": {}, \"expansions\": {}}");

    Run run = Run.lodestar("validate", file.toString(), "--dicom", folder.toString(), "--json");

    assertThat(run.code()).isEqualTo(Exit.INVALID.code());
    assertThat(run.out()).contains("\"not-covered\" : 1");
  }

  @Test
  void everyReferenceFigureOfTheSharedCasesIsMet() {
    assumeTrue(
        Files.isDirectory(SHARED.resolve("oracles/rt")), "the shared references are not here");
    for (String name : List.of("lung1-001", "synthetic-course")) {
      Run run =
          Run.lodestar(
              "validate",
              SHARED.resolve("oracles/rt/" + name + ".json").toString(),
              "--dicom",
              SHARED.resolve("dicom").toString(),
              "--json");

      assertThat(run.code()).as(run.out()).isZero();
    }
  }
}
