package org.lodestar.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Finding;

class ScenarioReaderTest {
  private static String shipped() throws Exception {
    return Files.readString(
        Path.of(System.getProperty("lodestar.root"))
            .resolve("trials/escc-ldrt/scenarios/default.yaml"));
  }

  private static List<String> errors(String yaml) {
    ScenarioReader.Reading reading =
        ScenarioReader.read("s.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    if (reading instanceof ScenarioReader.Reading.Refused refused) {
      return refused.findings().all().stream().map(f -> line(f)).toList();
    }
    return List.of();
  }

  private static String line(Finding finding) {
    return finding.place().line() + ": " + finding.message().in(Language.EN);
  }

  @Test
  void theShippedScenarioIsSound() throws Exception {
    assertThat(errors(shipped())).isEmpty();
  }

  @Test
  void everyErrorIsFoundAtOnceWithItsLine() throws Exception {
    String yaml =
        shipped()
            .replace("seed: 7", "seed: seven")
            .replace("missed-scan: 0.06", "missed-scan: 1.06")
            .replace("machine-down:", "machine-dwon:");
    List<String> lines = yaml.lines().toList();

    assertThat(errors(yaml))
        .containsExactlyInAnyOrder(
            lineOf(lines, "seed: seven")
                + ": seed is \"seven\"; it must be a whole number from 0 to 9223372036854775807",
            lineOf(lines, "missed-scan")
                + ": conduct.missed-scan is \"1.06\"; it must be a number from 0.0 to 1.0",
            lineOf(lines, "  neutropenia-delay")
                + ": conduct.machine-down is missing; it must be a number from 0.0 to 0.5",
            lineOf(lines, "machine-dwon")
                + ": conduct.machine-dwon is not known here; known are dropout-per-year,"
                + " late-entry, late-reconsent, machine-down, missed-scan, nab-paclitaxel,"
                + " neutropenia-delay, new-therapy, old-consent-form, slip");
  }

  private static int lineOf(List<String> lines, String start) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(start)) {
        return i + 1;
      }
    }
    throw new AssertionError(start);
  }

  @Test
  void whatIsNotYamlOrOfAnotherFormatIsSaid() throws Exception {
    assertThat(errors("seed: [1")).hasSize(1).first().asString().contains("not YAML");
    assertThat(errors("")).containsExactly("1: not YAML: empty");
    assertThat(errors(shipped().replace("lodestar/scenario/1", "lodestar/scenario/9")))
        .containsExactly(
            "1: the format is \"lodestar/scenario/9\"; this program reads \"lodestar/scenario/1\"");
  }

  @Test
  void theLastConsentIsNotBeforeTheFirst() throws Exception {
    assertThat(errors(shipped().replace("last-consent: 2026-05-25", "last-consent: 2024-01-02")))
        .singleElement()
        .asString()
        .contains("2024-01-02 is before the first");
  }
}
