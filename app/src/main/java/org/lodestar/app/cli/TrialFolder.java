package org.lodestar.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lodestar.trial.protocol.Bundle;

/**
 * Reads a trial's folder as a bundle. Hidden files and {@code scenarios/} are no part of it: what
 * may happen in a simulation says nothing about the trial.
 */
public final class TrialFolder {
  private static final String SCENARIOS = "scenarios/";

  private TrialFolder() {}

  /**
   * @throws Failure when there is no such folder, or a file in it is not named as a bundle's files
   *     are
   */
  public static Bundle read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw CliRule.FOLDER_NOT_FOUND.failure("file", folder);
    }
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (isPart(name)) {
          files.put(name, Files.readAllBytes(path));
        }
      }
    }
    return bundle(folder, files);
  }

  private static boolean isPart(String name) {
    return !name.startsWith(SCENARIOS) && Stream.of(name.split("/")).noneMatch(p -> p.startsWith("."));
  }

  private static Bundle bundle(Path folder, Map<String, byte[]> files) {
    try {
      return Bundle.of(files);
    } catch (IllegalArgumentException e) {
      throw CliRule.NO_BUNDLE.because(
          e, "file", folder, "detail", String.valueOf(e.getMessage()));
    }
  }
}
