package org.lodestar.app.cli.protocol;

import java.io.IOException;
import java.nio.file.Path;
import org.lodestar.app.cli.CliRule;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.TrialFolder;
import org.lodestar.trial.protocol.Bundle;
import org.lodestar.trial.protocol.Finding;
import org.lodestar.trial.protocol.Protocol;

/** A folder that could be activated, with the protocol that it holds. */
record Candidate(Bundle bundle, Protocol protocol) {

  /**
   * @throws org.lodestar.app.cli.Failure with the number of errors and the first of them, when the
   *     folder cannot be read as a protocol
   */
  static Candidate read(Session session, Path folder) throws IOException {
    Bundle bundle = TrialFolder.read(folder);
    return switch (Protocol.read(bundle)) {
      case Protocol.Reading.Read read -> new Candidate(bundle, read.protocol());
      case Protocol.Reading.Refused refused -> {
        Finding first = refused.findings().errors().getFirst();
        throw CliRule.PROTOCOL_INVALID.failure(
            "file",
            folder,
            "count",
            refused.findings().errors().size(),
            "first",
            first.line(session.language()));
      }
    };
  }
}
