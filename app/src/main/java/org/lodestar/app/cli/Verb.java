package org.lodestar.app.cli;

import java.io.IOException;

/**
 * A command that does something. Picocli fills its options; what it found or did it returns, and
 * the shell prints that as text, plain lines or JSON.
 */
public interface Verb {

  /**
   * @throws Failure to end with one clear line and an exit code
   * @throws IOException when a file cannot be read or written; the shell says so in one line
   */
  Answer run(Session session) throws IOException, InterruptedException;

  /** Whether it makes documents, so that {@code --lang both} says something to it. */
  default boolean speaksBothLanguages() {
    return false;
  }
}
