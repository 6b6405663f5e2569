package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.fact.Language;

class CommandLineTest {

  @Test
  void aBareCommandPrintsAShortHelpAndSucceeds() {
    Run run = Run.lodestar();

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("doctor").contains("\"lodestar --help\"");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-h doctor", "doctor -h", "doctor --help --json", "--help doctor --data x"})
  void helpMayStandAnywhere(String line) {
    Run run = Run.lodestar(line.split(" "));

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("lodestar doctor [OPTIONS]").contains("Examples");
  }

  @Test
  void examplesStandBeforeTheOptions() {
    String help = Run.lodestar("doctor", "--help").out();

    assertThat(help.indexOf("Examples")).isBetween(0, help.indexOf("Options"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "doctro              | 2 | there is no command \"doctro\" (did you mean doctor?)",
        "zzzzzzzz            | 2 | there is no command \"zzzzzzzz\";",
        "doctor --josn       | 2 | has no option --josn (did you mean --json?)",
        "doctor --lang fr    | 2 | --lang cannot be \"fr\"; it must be en | zh",
        "doctor --data       | 2 | needs --data",
        "doctor surplus      | 2 | does not know what to do with \"surplus\"",
        "--lang zh doctro    | 2 | 没有命令“doctro”（是否指 doctor？）",
        "--lang=zh doctro    | 2 | 没有命令“doctro”（是否指 doctor？）",
      })
  void aMistakeGetsOneClearLineAndAnExitCode(String line, int code, String says) {
    Run run = Run.lodestar(line.trim().split(" +"));

    assertThat(run.code()).isEqualTo(code);
    assertThat(run.err().lines()).hasSize(1).first().asString().contains(says);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void theLanguageComesFromTheEnvironmentUnlessItIsNamed() {
    Map<String, String> chinese = Map.of("LANG", "zh_CN.UTF-8");

    assertThat(Run.lodestar(chinese, "", "doctro").err()).contains("没有命令");
    assertThat(Run.lodestar(chinese, "", "doctro", "--lang", "en").err()).contains("no command");
    assertThat(Run.lodestar(Map.of(), "", "doctro").err()).contains("no command");
  }

  @Test
  void resultsGoToStdoutAsTableTabsOrJson() {
    assertThat(Run.lodestar("doctor").out()).startsWith("check");
    assertThat(Run.lodestar("doctor", "--plain").out()).startsWith("java\tok\tJava ");
    assertThat(Run.lodestar("--json", "doctor").out()).startsWith("{").contains("\"sound\"");
  }

  @Test
  void aFullDiskIsSaidInOneLine() {
    IOException full =
        new FileSystemException("/data/lodestar.db", null, "No space left on device");

    Failure failure = Trouble.explain(new UncheckedIOException(full));

    assertThat(failure.exit()).isEqualTo(Exit.UNEXPECTED);
    assertThat(failure.message().in(Language.EN))
        .isEqualTo(
            "the disk is full, /data/lodestar.db could not be written;"
                + " nothing recorded before is lost");
    assertThat(failure.message().in(Language.ZH)).contains("磁盘已满");
  }

  @Test
  void somethingUnexpectedNamesTheFileWithTheDetails() throws IOException {
    Failure failure = Trouble.explain(new IllegalStateException("a bug"));
    String file = failure.message().values().get("file").en();

    assertThat(failure.exit()).isEqualTo(Exit.UNEXPECTED);
    assertThat(file).isNotNull();
    java.nio.file.Path log = java.nio.file.Path.of(file);
    assertThat(log).content().contains("IllegalStateException: a bug");
    java.nio.file.Files.delete(log);
  }
}
