package org.lodestar.app.cli.protocol;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.TrialBundle;
import org.lodestar.app.cli.Verb;
import org.lodestar.trial.protocol.ProtocolDocument;
import org.lodestar.trial.protocol.ProtocolText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The protocol as a text to read. */
@Command(name = "print")
final class ProtocolPrint implements Verb {
  @Parameters(arity = "0..1", paramLabel = "FOLDER", descriptionKey = "FOLDER")
  @Nullable Path folder;

  @Override
  public Answer run(Session session) throws IOException {
    TrialBundle candidate =
        TrialBundle.read(folder == null ? session.trial() : folder, session.language());
    String text =
        ProtocolText.render(ProtocolDocument.of(candidate.protocol()), session.language());
    return Answer.with(
            session
                .document()
                .put("bundle", candidate.bundle().digest().hex())
                .put("markdown", text))
        .line(text.stripTrailing())
        .done();
  }
}
