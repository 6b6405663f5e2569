package org.lodestar.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lodestar.app.store.TrialFolder;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Bundle;
import org.lodestar.trial.protocol.Finding;
import org.lodestar.trial.protocol.Protocol;

/** A trial's folder as a command reads it, with the protocol that it holds. */
public record TrialBundle(Bundle bundle, Protocol protocol) {

  /**
   * The folder as it is, sound or not.
   *
   * @throws Failure when there is no such folder, or it is too large
   */
  public static Bundle bundle(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw CliRule.FOLDER_NOT_FOUND.failure("file", folder);
    }
    try {
      return TrialFolder.read(folder);
    } catch (IllegalArgumentException e) {
      throw CliRule.NO_BUNDLE.because(e, "file", folder, "detail", String.valueOf(e.getMessage()));
    }
  }

  /**
   * The protocol of a folder.
   *
   * @throws Failure with the number of errors and the first of them, when the folder cannot be read
   *     as a protocol
   */
  public static TrialBundle read(Path folder, Language language) throws IOException {
    Bundle bundle = bundle(folder);
    return switch (Protocol.read(bundle)) {
      case Protocol.Reading.Read read -> new TrialBundle(bundle, read.protocol());
      case Protocol.Reading.Refused refused -> {
        Finding first = refused.findings().errors().getFirst();
        throw CliRule.PROTOCOL_INVALID.failure(
            "file",
            folder,
            "count",
            refused.findings().errors().size(),
            "first",
            first.line(language));
      }
    };
  }
}
