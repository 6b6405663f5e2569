package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolCommandsTest {
  private static final Path SHIPPED =
      Path.of(System.getProperty("lodestar.root")).resolve("trials/escc-ldrt");

  @TempDir Path folder;

  private Path copy(String file, String from, String to) throws IOException {
    Path copy = folder.resolve("copy");
    try (Stream<Path> paths = Files.walk(SHIPPED)) {
      for (Path path : paths.toList()) {
        Files.copy(path, copy.resolve(SHIPPED.relativize(path).toString()));
      }
    }
    String text = Files.readString(copy.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(copy.resolve(file), text.replace(from, to));
    return copy;
  }

  @Test
  void notesAloneExitWithZero() {
    Run run = Run.lodestar("protocol", "lint", SHIPPED.toString());

    assertThat(run.out()).contains("note  protocol.yaml:").contains("errors: 0, ");
    assertThat(run.code()).isZero();
  }

  @Test
  void exampleValuesAreCountedAndListedOnRequest() {
    Run brief = Run.lodestar("protocol", "lint", SHIPPED.toString());
    Run all = Run.lodestar("protocol", "lint", SHIPPED.toString(), "--all");

    assertThat(brief.out())
        .contains("example values are unconfirmed; --all")
        .doesNotContain("is an");
    assertThat(all.out().lines().filter(line -> line.contains("example-value")).count())
        .isGreaterThan(100);
    assertThat(all.out().lines().findFirst().orElseThrow()).doesNotContain("example-value");
  }

  @Test
  void anErrorIsNamedWithItsLineAndExitsWithThree() throws IOException {
    Path wrong = copy("protocol.yaml", "alpha: {value: 0.05", "alpha: {value: 1.05");

    Run lint = Run.lodestar("protocol", "lint", wrong.toString());
    Run print = Run.lodestar("protocol", "print", wrong.toString());

    assertThat(lint.code()).isEqualTo(3);
    assertThat(lint.out()).containsPattern("error protocol\\.yaml:\\d+: .*1\\.05");
    assertThat(print.code()).isEqualTo(3);
    assertThat(print.err().lines()).hasSize(1);
    assertThat(print.err()).contains("(errors: 1); the first: protocol.yaml:");
  }

  @Test
  void theProtocolIsPrintedInBothLanguages() {
    assertThat(Run.lodestar("protocol", "print", SHIPPED.toString()).out()).startsWith("# ");
    assertThat(Run.lodestar("protocol", "print", SHIPPED.toString(), "--lang", "zh").out())
        .contains("方案包");
  }

  @Test
  void aChangeIsToldInWords() throws IOException {
    Path amended =
        copy("protocol.yaml", "planned-enrolment: {value: 41", "planned-enrolment: {value: 42");

    Run run = Run.lodestar("protocol", "diff", SHIPPED.toString(), amended.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("41").contains("42").contains("changes: 1");
  }

  @Test
  void aFolderThatIsNotThereExitsWithFive() {
    Run run = Run.lodestar("protocol", "lint", folder.resolve("none").toString());

    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void aFileThatIsNotYamlExitsWithThree() throws IOException {
    Path wrong = copy("protocol.yaml", "format:", "format: [");

    assertThat(Run.lodestar("protocol", "lint", wrong.toString()).code()).isEqualTo(3);
  }

  @Test
  void aWrongVersionOfTheFormatExitsWithThree() throws IOException {
    Path wrong =
        copy("protocol.yaml", "format: lodestar/protocol/1", "format: lodestar/protocol/9");

    Run run = Run.lodestar("protocol", "lint", wrong.toString());

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("lodestar/protocol/9");
  }
}
