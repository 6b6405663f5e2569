package org.lodestar.app.cli.review;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.CliRule;
import org.lodestar.app.cli.Exit;
import org.lodestar.app.cli.OpenLog;
import org.lodestar.app.cli.Sending;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import org.lodestar.app.store.CommandBus;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.Site;
import org.lodestar.trial.protocol.TrialSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes the readings of independent readers in, all or none. */
@Command(name = "import")
final class ReviewImportCommand implements Verb {
  @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
  Path file;

  @Option(names = "--actor", paramLabel = "ACCOUNT", required = true)
  String actor;

  @Option(names = "--role", paramLabel = "ROLE", defaultValue = "independent-reader")
  String role;

  @Override
  public Answer run(Session session) throws IOException {
    byte[] csv = session.read(file);
    String origin = "review:" + file.getFileName();
    try (CommandBus bus = OpenLog.bus(session)) {
      CommandBus.Sender sender =
          new CommandBus.Sender(actor, role(), bus.ask(state -> site(OpenLog.protocol(state))));
      ReviewImport importing =
          bus.ask(
              state ->
                  ReviewImport.of(
                      csv, state, OpenLog.protocol(state), context(state, sender), origin));
      if (!importing.problems().isEmpty()) {
        return refused(session, importing.problems());
      }
      importing.saves().forEach(save -> Sending.send(bus, save, sender));
      return imported(session, importing);
    }
  }

  private Role role() {
    try {
      return Role.parse(role);
    } catch (IllegalArgumentException e) {
      throw CliRule.WRONG_VALUE.because(
          e, "name", "--role", "value", role, "allowed", "independent-reader, coordinator");
    }
  }

  private static String site(Protocol protocol) {
    return protocol.get(TrialSettings.SITES).find().orElse(List.of()).stream()
        .map(Site::number)
        .findFirst()
        .orElse("-");
  }

  /** As the log will see it: now, on the site's day. */
  private static Context context(TrialState state, CommandBus.Sender sender) {
    Digest bundle = state.index().bundle();
    ZoneId zone =
        OpenLog.protocol(state)
            .get(TrialSettings.TIME_ZONE)
            .find()
            .map(ZoneId::of)
            .orElse(ZoneOffset.UTC);
    Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new Context(
        sender.actor(),
        sender.role(),
        sender.site(),
        at,
        at.atZone(zone).toLocalDate(),
        bundle == null ? Digest.NONE : bundle);
  }

  private static Answer refused(Session session, List<ReviewImport.Problem> problems) {
    ObjectNode document = session.document().put("saved", 0);
    ArrayNode list = document.putArray("problems");
    Answer.Builder answer = Answer.with(document).exit(Exit.INVALID);
    for (ReviewImport.Problem problem : problems) {
      list.addObject()
          .put("line", problem.line())
          .put("says", problem.says().in(session.language()));
      answer.line(problem.inLine().in(session.language()));
    }
    return answer.line(session.say(ReviewRule.REFUSED, "count", problems.size())).done();
  }

  private static Answer imported(Session session, ReviewImport importing) {
    int forms = importing.saves().size();
    long participants =
        importing.saves().stream().map(save -> save.instance().participant()).distinct().count();
    ObjectNode document =
        session
            .document()
            .put("saved", forms)
            .put("participants", participants)
            .put("unchanged", importing.unchanged());
    return Answer.with(document)
        .line(
            session.say(
                ReviewRule.IMPORTED,
                "forms",
                forms,
                "participants",
                participants,
                "unchanged",
                importing.unchanged()))
        .done();
  }
}
