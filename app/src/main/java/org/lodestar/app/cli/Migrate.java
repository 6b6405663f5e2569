package org.lodestar.app.cli;

import java.nio.file.Path;
import org.lodestar.app.store.FactLogs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the tables of a log in PostgreSQL, or brings them up to date, as their owner. */
@Command(name = "migrate")
final class Migrate implements Verb {
  @Option(names = "--owner", paramLabel = "FILE", required = true)
  Path owner = Path.of("");

  @Override
  public Answer run(Session session) {
    FactLogs.migrate(session.data(), owner);
    return Answer.with(session.document().put("migrated", session.data().toString()))
        .line(session.say(CliRule.MIGRATED, "file", session.data()))
        .done();
  }
}
