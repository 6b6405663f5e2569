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

  @Test
  void aDifferenceThatFollowsARuleIsDeclaredAndNoFailure(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("sequences.json");
    Files.writeString(
        file,
        """
        {"format": "visit-sequences/1", "cases": [
          {"subject": "1", "treatmentStart": "2020-01-01",
           "assessments": [
             {"date": "2020-02-01", "response": "PR"}, {"date": "2020-03-01", "response": "PR"}],
           "packageExpectedConfirmedBOR": {"default": {"value": "PR", "date": "2020-02-01"}}},
          {"subject": "3", "treatmentStart": "2020-01-01",
           "assessments": [
             {"date": "2020-01-02", "response": "CR"}, {"date": "2020-02-20", "response": "SD"}],
           "packageExpectedConfirmedBOR": {"default": {"value": "SD", "date": "2020-02-20"}}}]}
        """);
    Run run = Run.lodestar("validate", file.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("1 passed, 0 failed, 0 not covered, 1 declared differences")
        .contains("after a complete response any disease is progression");
    Files.writeString(file, Files.readString(file).replace("\"PR\", \"date\"", "\"CR\", \"date\""));
    assertThat(Run.lodestar("validate", file.toString()).code()).isEqualTo(3);
  }
}
