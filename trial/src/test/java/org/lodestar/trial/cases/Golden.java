package org.lodestar.trial.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Outputs that are compared with a committed file. {@code mvn -pl trial -am test -Dapprove=true}
 * writes the files anew; the difference that git then shows is the review.
 */
public final class Golden {
  private static final Path ROOT = Path.of(System.getProperty("lodestar.root"));

  private Golden() {}

  /**
   * @param file path from the project's root
   */
  public static void assertSame(String file, String actual) {
    Path path = ROOT.resolve(file);
    try {
      if (Boolean.getBoolean("approve")) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, actual);
      }
      assertThat(actual).isEqualTo(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
