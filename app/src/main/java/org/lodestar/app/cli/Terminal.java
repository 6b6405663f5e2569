package org.lodestar.app.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;

/**
 * The streams and the environment in which a command runs.
 *
 * @param watched which of {@code out} and {@code err} a person watches, rather than a file or pipe
 */
public record Terminal(
    PrintStream out,
    PrintStream err,
    InputStream in,
    Map<String, String> environment,
    Set<String> watched) {

  public Terminal {
    environment = Map.copyOf(environment);
    watched = Set.copyOf(watched);
  }

  /** The process's own streams; the launcher says which of them are terminals. */
  static Terminal ofProcess() {
    String watched = System.getProperty("lodestar.terminal", "");
    return new Terminal(
        System.out,
        System.err,
        System.in,
        System.getenv(),
        java.util.Arrays.stream(watched.split(","))
            .filter(stream -> !stream.isEmpty())
            .collect(java.util.stream.Collectors.toUnmodifiableSet()));
  }

  boolean outIsWatched() {
    return watched.contains("out");
  }

  boolean errIsWatched() {
    return watched.contains("err");
  }

  /** The value of an environment variable, empty when it is not set. */
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }
}
