package org.lodestar.app.cli.protocol;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.TrialBundle;
import org.lodestar.app.cli.Verb;
import org.lodestar.trial.protocol.ProtocolDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What differs between two folders, in words. */
@Command(name = "diff")
final class ProtocolCompare implements Verb {
  @Parameters(index = "0", paramLabel = "BEFORE", descriptionKey = "BEFORE")
  Path before;

  @Parameters(index = "1", paramLabel = "AFTER", descriptionKey = "AFTER")
  Path after;

  @Override
  public Answer run(Session session) throws IOException {
    TrialBundle old = TrialBundle.read(before, session.language());
    TrialBundle now = TrialBundle.read(after, session.language());
    List<ProtocolDiff.Change> changes =
        new ArrayList<>(ProtocolDiff.between(old.protocol(), now.protocol()));
    changes.addAll(ProtocolDiff.files(old.bundle(), now.bundle()));
    ObjectNode document =
        session
            .document()
            .put("before", old.bundle().digest().hex())
            .put("after", now.bundle().digest().hex());
    ArrayNode list = document.putArray("changes");
    Answer.Builder answer = Answer.with(document);
    for (ProtocolDiff.Change change : changes) {
      String message = change.message().in(session.language());
      list.addObject().put("path", change.path()).put("message", message);
      answer.line(message);
    }
    return answer
        .line(session.say("changes: " + changes.size(), "共 " + changes.size() + " 处变更"))
        .done();
  }
}
