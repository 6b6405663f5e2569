package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateTest {
  private static final Path SHIPPED =
      Path.of(System.getProperty("lodestar.root")).resolve("trials/escc-ldrt");

  @TempDir Path folder;

  private Run simulate(String data, String... more) {
    String[] args =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(
                    "simulate",
                    "--trial",
                    SHIPPED.toString(),
                    "--data",
                    folder.resolve(data).toString(),
                    "--json"),
                java.util.stream.Stream.of(more))
            .toArray(String[]::new);
    return Run.lodestar(args);
  }

  private static JsonNode json(Run run) {
    return JsonMapper.shared().readTree(run.out());
  }

  @Test
  void theSameSeedGivesTheSameHeadAndAnotherSeedAnother() {
    JsonNode first = json(simulate("a", "--until", "2024-06-15"));
    JsonNode again = json(simulate("b", "--until", "2024-06-15"));
    JsonNode other = json(simulate("c", "--until", "2024-06-15", "--seed", "8"));

    assertThat(again.get("head")).isEqualTo(first.get("head"));
    assertThat(other.get("head")).isNotEqualTo(first.get("head"));
    assertThat(first.get("enrolled").asInt()).isPositive();
    assertThat(first.get("refusals")).isEmpty();
    Run verified = Run.lodestar("verify", "--data", folder.resolve("a").toString(), "--json");
    assertThat(verified.code()).isZero();
    assertThat(json(verified).get("head")).isEqualTo(first.get("head"));
  }

  @Test
  @Tag("nightly")
  void theWholeTrialEnrols41AndRefusesThe42nd() {
    JsonNode whole = json(simulate("whole"));

    assertThat(whole.get("enrolled").asInt()).isEqualTo(41);
    assertThat(whole.get("screened").asInt()).isEqualTo(50);
    assertThat(whole.get("refusals"))
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.get("rule").asString()).isEqualTo("enrolment.cap-reached");
              assertThat(refusal.get("message").asString()).contains("41");
            });
  }

  @Test
  void aFolderThatHoldsALogIsLeftAlone() throws IOException {
    Path data = Files.createDirectories(folder.resolve("kept"));
    Files.writeString(data.resolve("lodestar.db"), "somebody's");

    Run run = simulate("kept");

    assertThat(run.code()).isEqualTo(6);
    assertThat(data.resolve("lodestar.db")).hasContent("somebody's");
  }

  @Test
  void aDryRunWritesNothing() {
    Run run = simulate("none", "--dry-run");

    assertThat(run.code()).isZero();
    assertThat(json(run).get("acts").asInt()).isGreaterThan(10_000);
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void aBadScenarioIsRefusedWithAllItsErrors() throws IOException {
    String shipped = Files.readString(SHIPPED.resolve("scenarios/default.yaml"));
    Path bad =
        Files.writeString(
            folder.resolve("bad.yaml"),
            shipped.replace("seed: 7", "seed: x").replace("slip: 0.025", "slip: 25"));

    Run run = simulate("none", "--scenario", bad.toString());

    assertThat(run.code()).isEqualTo(3);
    assertThat(json(run).get("findings")).hasSize(2);
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void mistakesOfUseAreSaidInOneLine() {
    assertThat(simulate("none", "--until", "someday").code()).isEqualTo(2);
    assertThat(simulate("none", "--seed", "seven").code()).isEqualTo(2);
    assertThat(simulate("none", "--scenario", folder.resolve("gone.yaml").toString()).code())
        .isEqualTo(5);
  }

  private static Run trials(String... more) {
    String[] args =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("simulate", "--trial", SHIPPED.toString()),
                java.util.stream.Stream.of(more))
            .toArray(String[]::new);
    return Run.lodestar(args);
  }

  @Test
  void manyTrialsAreReportedBesideTheTextbookTheSameOnAnyThreads() {
    String[] asked = {"--trials", "2", "--true-rate", "0.34", "--until", "2024-05-31", "--json"};
    Run one = trials(with(asked, "--threads", "1"));
    Run two = trials(with(asked, "--threads", "2"));
    JsonNode answer = json(one);

    assertThat(one.code()).isZero();
    assertThat(two.out()).isEqualTo(one.out());
    assertThat(answer.get("trueRate").asDouble()).isEqualTo(0.34);
    assertThat(answer.get("outcomes")).hasSize(2);
    assertThat(answer.get("tests")).hasSize(8);
    assertThat(answer.get("tests").get(0).get("primary").asBoolean()).isTrue();
    assertThat(answer.get("tests").get(0).get("textbook").asDouble()).isBetween(0.0, 1.0);
    assertThat(answer.get("figures")).isNotEmpty();
  }

  private static String[] with(String[] first, String... more) {
    return java.util.stream.Stream.concat(
            java.util.Arrays.stream(first), java.util.Arrays.stream(more))
        .toArray(String[]::new);
  }

  @Test
  void manyTrialsTakeNoFolderAndNoRateOutOfRange() {
    Run folderGiven = simulate("x", "--trials", "2");
    assertThat(folderGiven.code()).isEqualTo(2);
    assertThat(folder.resolve("x")).doesNotExist();
    assertThat(trials("--trials", "2", "--dry-run").code()).isEqualTo(2);
    assertThat(trials("--trials", "0").err()).contains("--trials");
    assertThat(trials("--trials", "2", "--true-rate", "0.999").err()).contains("--true-rate");
  }
}
