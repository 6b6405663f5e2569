package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValidateTest {
  /** Three participants, times 1, 2, 3, the second censored: S = 2/3, 2/3, 0. */
  private static final String KAPLAN_MEIER =
      """
      {"oracle": "km", "rel_tol": 1e-9, "entries": [
        {"id": "three/curve", "inputs": {"time": [1, 2, 3], "status": [1, 0, 1]},
         "expected": {"n": %s, "surv": [0.666666666666667, 0.666666666666667, %s]}},
        {"inputs": {"time": [1], "status": [1]}, "expected": {"n": 1}}]}
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static JsonNode entries(Run run) {
    return JsonMapper.shared().readTree(run.out()).get("files").get(0).get("entries");
  }

  @Test
  void anEntryThatAgreesPasses() throws IOException {
    Path file = file("km.json", KAPLAN_MEIER.formatted("3", "0"));

    Run run = Run.lodestar("validate", file.toString(), "--json");

    JsonNode first = entries(run).get(0);
    assertThat(first.get("id").asString()).isEqualTo("three/curve");
    assertThat(first.get("pass").asBoolean()).isTrue();
    assertThat(first.get("error").asDouble()).isLessThan(1e-9);
  }

  @Test
  void scramblingWhatIsExpectedChangesNoComputedValue() throws IOException {
    Path right = file("right.json", KAPLAN_MEIER.formatted("3", "0"));
    Path scrambled = file("wrong.json", KAPLAN_MEIER.formatted("\"none\"", "0.75"));

    JsonNode asExpected = entries(Run.lodestar("validate", right.toString(), "--json")).get(0);
    Run run = Run.lodestar("validate", scrambled.toString(), "--json");
    JsonNode unexpected = entries(run).get(0);

    assertThat(unexpected.get("computed")).isEqualTo(asExpected.get("computed"));
    assertThat(unexpected.get("verdict").asString()).isEqualTo("failed");
    assertThat(unexpected.get("differences")).hasSize(2);
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void anEntryWithoutIdIsNamedByFileAndPointerAndIsNotPassedWithoutAMethod() throws IOException {
    Path file = file("km.json", KAPLAN_MEIER.formatted("3", "0"));

    Run run = Run.lodestar("validate", file.toString(), "--json");

    assertThat(entries(run).get(1).get("id").asString()).isEqualTo("km.json#/entries/1");
    assertThat(entries(run).get(1).get("verdict").asString()).isEqualTo("not-covered");
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void aFormatWithoutMethodIsNotCoveredEntryByEntry() throws IOException {
    Path file =
        file(
            "odd.json",
            "{\"format\": \"odd/1\", \"cases\": [{\"x\": 1, \"expected\": 2}, {\"x\": 2}]}");

    Run run = Run.lodestar("validate", file.toString(), "--plain");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("odd.json#/cases/0\t2\t\t\tnot covered");
    assertThat(run.out()).contains("0 passed, 0 failed, 1 not covered");
  }

  @Test
  void aFileOfMeasurementsIsNotCoveredObjectByObject() throws IOException {
    Path file = file("rt.json", "{\"case\": \"a\", \"structures\": {\"GTV\": {\"voxels\": 7}}}");

    assertThat(Run.lodestar("validate", file.toString()).out())
        .contains("rt.json#/structures/GTV")
        .contains("not covered");
  }

  @Test
  void whatIsNotJsonIsSaidWithLineAndColumn() throws IOException {
    Path file = file("broken.json", "{\n  \"oracle\": km}");

    Run run = Run.lodestar("validate", file.toString());

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("broken.json is not JSON: line 2, column");
  }

  @Test
  void aMissingFileExitsWithFive() {
    Run run = Run.lodestar("validate", folder.resolve("none.json").toString());

    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err()).startsWith("lodestar: there is no file ").contains("none.json");
  }

  @Test
  void theStandardInputIsReadForAHyphen() {
    Run run =
        Run.lodestar(
            java.util.Map.of(), KAPLAN_MEIER.formatted("3", "0"), "validate", "-", "--plain");

    assertThat(run.out()).contains("three/curve").contains("passed");
  }

  @Test
  void theReferenceResultsOfKaplanMeierAgree() {
    Path shared = Path.of(System.getProperty("lodestar.root")).resolveSibling("shared");
    Path file = shared.resolve("oracles/stats/km.json");
    assumeTrue(Files.exists(file), "the reference results in ../shared are not on this machine");

    Run run = Run.lodestar("validate", file.toString(), "--plain");

    List<String> lines = run.out().lines().toList();
    assertThat(lines.getLast()).endsWith("0 failed, 0 not covered");
    assertThat(run.code()).isZero();
  }
}
