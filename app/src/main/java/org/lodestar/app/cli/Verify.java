package org.lodestar.app.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.store.FactLogs;
import org.lodestar.app.store.Head;
import org.lodestar.app.store.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Examines the whole log and names the first fact that does not agree. */
@Command(name = "verify")
final class Verify implements Verb {
  @Option(names = "--expect", paramLabel = "SEQ:HASH")
  @Nullable String expected;

  @Override
  public Answer run(Session session) {
    List<Head> heads = expected == null ? List.of() : List.of(Head.parse(expected));
    return switch (FactLogs.verify(session.data(), heads)) {
      case Verification.Intact intact -> intact(session, intact);
      case Verification.Broken broken -> broken(session, broken);
      case Verification.Unreadable unreadable -> unreadable(session, unreadable);
    };
  }

  private static Answer intact(Session session, Verification.Intact intact) {
    Head head = intact.head();
    ObjectNode document = session.document().put("verdict", "intact");
    document.putObject("head").put("seq", head.seq()).put("hash", head.hash().hex());
    document.put("facts", intact.facts());
    document.put("bundles", intact.bundles());
    document.put("attachments", intact.attachments());
    ArrayNode notes = document.putArray("notes");
    Answer.Builder answer =
        Answer.with(document)
            .line(
                session.say(
                    CliRule.INTACT,
                    "facts",
                    intact.facts(),
                    "bundles",
                    intact.bundles(),
                    "attachments",
                    intact.attachments()))
            .line(session.say("head ", "链首 ") + head);
    intact.notes().stream()
        .map(note -> note.in(session.language()))
        .forEach(
            note -> {
              notes.add(note);
              answer.line(note);
            });
    return answer.done();
  }

  private static Answer broken(Session session, Verification.Broken broken) {
    String what = broken.message().in(session.language());
    ObjectNode document =
        session.document().put("verdict", "broken").put("rule", broken.what().id());
    if (broken.seq() > 0) {
      document.put("seq", broken.seq());
    }
    if (broken.bytes() != null) {
      document.put("digest", broken.bytes().hex());
    }
    document.put("message", what);
    return Answer.with(document).line(what).exit(Exit.BROKEN).done();
  }

  private static Answer unreadable(Session session, Verification.Unreadable unreadable) {
    String what = unreadable.message().in(session.language());
    ObjectNode document = session.document().put("verdict", "unreadable").put("message", what);
    return Answer.with(document).line(what).exit(Exit.BROKEN).done();
  }
}
