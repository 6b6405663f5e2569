package org.lodestar.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The glossary has each term once, and in both languages. */
class GlossaryTest {
  private static List<String[]> rows() throws IOException {
    Path page = Path.of(System.getProperty("lodestar.root"), "GLOSSARY.md");
    try (Stream<String> lines = Files.lines(page)) {
      return lines
          .filter(line -> line.startsWith("| "))
          .skip(2)
          .map(line -> line.substring(2, line.length() - 2).split(" \\| ", -1))
          .toList();
    }
  }

  @Test
  void everyTermIsThereInBothLanguages() throws IOException {
    assertThat(rows())
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row).hasSize(3).doesNotContain("");
              assertThat(row[2].codePoints().anyMatch(sign -> sign > 0x2E80)).as(row[0]).isTrue();
            });
  }

  @Test
  void noTermStandsTwice() throws IOException {
    Set<String> seen = new HashSet<>();
    assertThat(rows()).allMatch(row -> seen.add(row[0]), "unique");
  }
}
