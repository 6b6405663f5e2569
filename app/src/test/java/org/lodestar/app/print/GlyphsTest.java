package org.lodestar.app.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GlyphsTest {
  /** Marks of pages that no document prints. */
  private static final String NOT_PRINTED = "⌘";

  @Test
  void aCharacterWithoutAGlyphIsWrittenAsItsCodeAndRemembered() {
    Glyphs glyphs = new Glyphs();

    assertThat(glyphs.printable("食管癌 ✓ α ≥ 5")).isEqualTo("食管癌 ✓ α ≥ 5");
    assertThat(glyphs.printable("a\uD842\uDFB7b")).isEqualTo("a[U+20BB7]b");
    assertThat(glyphs.lacking()).containsExactly(0x20BB7);
  }

  /** When this fails: build/report-font.py makes the fonts anew. */
  @Test
  void theFontsHaveEveryCharacterOfTheProjectsWords() throws IOException {
    Path root = Path.of(System.getProperty("lodestar.root"));
    Set<String> lacking = new TreeSet<>();
    for (String folder :
        List.of("trials", "app/src/main/resources/web", "trial/src/main", "app/src/main/java")) {
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        for (Path file : files.filter(GlyphsTest::isText).toList()) {
          Files.readString(file)
              .codePoints()
              .filter(c -> !Glyphs.Weight.REGULAR.has(c) && NOT_PRINTED.indexOf(c) < 0)
              .forEach(c -> lacking.add(Character.toString(c) + " in " + file.getFileName()));
        }
      }
    }

    assertThat(lacking).isEmpty();
  }

  private static boolean isText(Path file) {
    return Stream.of(".java", ".yaml", ".properties", ".html", ".txt")
        .anyMatch(file.toString()::endsWith);
  }
}
