package org.lodestar.radiotherapy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reference data beside the project; the tests that need it are skipped where it is absent. */
public final class Shared {
  private Shared() {}

  /** A file or folder of the reference data. */
  public static Path path(String relative) {
    Path root = Path.of(System.getProperty("lodestar.root", "..")).toAbsolutePath();
    Path path = root.resolveSibling("shared").resolve(relative);
    assumeTrue(Files.exists(path), "reference data shared/" + relative + " is not here");
    return path;
  }

  /** An oracle file of the radiotherapy set. */
  public static Object oracle(String name) {
    try {
      return Json.parse(Files.readString(path("oracles/rt/" + name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
