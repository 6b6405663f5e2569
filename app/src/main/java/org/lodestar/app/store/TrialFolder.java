package org.lodestar.app.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lodestar.trial.protocol.Bundle;

/** A trial's folder on disk. */
public final class TrialFolder {
  private TrialFolder() {}

  /**
   * Reads the folder as a bundle. Files whose names no bundle may have (hidden ones, an editor's
   * copies) are passed over.
   *
   * @throws IOException when a file cannot be read
   * @throws IllegalArgumentException when all files together are too large
   */
  public static Bundle read(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.filter(Files::isRegularFile).forEach(file -> add(files, folder, file));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return Bundle.of(files);
  }

  private static void add(Map<String, byte[]> files, Path folder, Path file) {
    String name = folder.relativize(file).toString().replace('\\', '/');
    if (!Bundle.isPath(name)) {
      return;
    }
    try {
      files.put(name, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
