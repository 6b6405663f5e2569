package org.lodestar.trial.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The shipped trial's folder, whole or in part, for tests. */
final class TrialFolder {
  private static final Path FOLDER =
      Path.of(System.getProperty("lodestar.root"), "trials", "escc-ldrt");

  private TrialFolder() {}

  /** The files under the given folder or with the given name. */
  static Map<String, byte[]> files(String prefix) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(FOLDER)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = FOLDER.relativize(path).toString().replace('\\', '/');
        if (name.startsWith(prefix)) {
          files.put(name, Files.readAllBytes(path));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  static String text(String name) {
    return new String(files(name).get(name), StandardCharsets.UTF_8);
  }

  static Bundle bundle(String name, String text) {
    return Bundle.of(Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The shipped files under a prefix, one of them with a text replaced. */
  static Bundle changed(String prefix, String name, String from, String to) {
    Map<String, byte[]> files = files(prefix);
    String before = text(name);
    if (!before.contains(from)) {
      throw new IllegalArgumentException(name + " does not contain: " + from);
    }
    files.put(name, before.replace(from, to).getBytes(StandardCharsets.UTF_8));
    return Bundle.of(files);
  }
}
