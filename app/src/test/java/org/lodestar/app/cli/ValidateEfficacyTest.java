package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The project's own cases of response, progression and laboratory grades, recomputed. */
class ValidateEfficacyTest {
  private static final Path CASES =
      Path.of(System.getProperty("lodestar.root")).resolve("trial/src/test/resources/oncology");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "recist11_cases.json, 48",
    "irecist_cases.json, 16",
    "pfs_cases.json, 16",
    "recist_measurability.json, 16",
    "ctcae5_lab_vectors.json, 212"
  })
  void everyCasePasses(String file, int cases) {
    Run run = Run.lodestar("validate", CASES.resolve(file).toString(), "--plain");

    assertThat(run.out()).contains(cases + " passed, 0 failed, 0 not covered");
    assertThat(run.code()).isZero();
  }

  @Test
  void aWrongExpectationFailsAndIsNamed() throws IOException {
    String right = Files.readString(CASES.resolve("pfs_cases.json"));
    Path wrong =
        Files.writeString(
            folder.resolve("pfs.json"), right.replaceFirst("\"days\": 127", "\"days\": 126"));

    Run run = Run.lodestar("validate", wrong.toString(), "--plain");

    assertThat(run.out()).contains("15 passed, 1 failed");
    assertThat(run.code()).isEqualTo(3);
  }
}
