package org.lodestar.app.cli.protocol;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.CliRule;
import org.lodestar.app.cli.Failure;
import org.lodestar.app.cli.Sending;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Software;
import org.lodestar.app.cli.TrialBundle;
import org.lodestar.app.cli.Verb;
import org.lodestar.app.store.CommandBus;
import org.lodestar.app.store.FactLogs;
import org.lodestar.app.store.Head;
import org.lodestar.app.store.Ports;
import org.lodestar.trial.Trial;
import org.lodestar.trial.TrialCommand;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.protocol.Site;
import org.lodestar.trial.protocol.TrialSettings;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Puts a trial's folder in force on a log; opens the log when there is none. */
@picocli.CommandLine.Command(name = "activate")
final class ProtocolActivate implements Verb {
  @Parameters(arity = "0..1", paramLabel = "FOLDER", descriptionKey = "FOLDER")
  @Nullable Path folder;

  @Option(names = "--as", paramLabel = "VERSION", required = true)
  String version;

  @Option(names = "--actor", paramLabel = "ACCOUNT", required = true)
  String actor;

  @Option(names = "--simulated")
  boolean simulated;

  @Option(names = "--dry-run")
  boolean dryRun;

  @Override
  public Answer run(Session session) throws IOException {
    TrialBundle candidate =
        TrialBundle.read(folder == null ? session.trial() : folder, session.language());
    String digest = candidate.bundle().digest().hex();
    if (dryRun) {
      return dryRun(session, candidate, digest);
    }
    if (!simulated && !FactLogs.exists(session.data())) {
      Trial.unconfirmed(candidate.protocol())
          .ifPresent(
              refusal -> {
                throw Failure.of(refusal);
              });
    }
    Ports ports = Ports.real("lodestar " + Software.version());
    try (CommandBus bus =
        new CommandBus(FactLogs.create(session.data(), ports), InstantSource.system())) {
      bus.log().putBundle(candidate.bundle().bytes());
      open(bus, candidate);
      Sending.send(
          bus,
          new TrialCommand.ActivateProtocol(candidate.bundle().digest(), version),
          sender(actor, Role.INVESTIGATOR, candidate));
      Head head = bus.log().head();
      return Answer.with(
              session
                  .document()
                  .put("bundle", digest)
                  .put("activated", true)
                  .put("head", head.toString()))
          .line(session.say(CliRule.ACTIVATED, "bundle", digest, "version", version))
          .line(session.say("head ", "链首 ") + head)
          .done();
    }
  }

  private static Answer dryRun(Session session, TrialBundle candidate, String digest) {
    ObjectNode document = session.document().put("bundle", digest).put("activated", false);
    Answer.Builder answer =
        Answer.with(document)
            .line(session.say(CliRule.WOULD_ACTIVATE, "bundle", digest, "folder", session.data()));
    if (FactLogs.exists(session.data())) {
      AmendmentDryRun.describe(session, candidate.protocol(), document, answer);
    }
    return answer.done();
  }

  /** A log without a first fact is opened for the bundle's trial, with the acting account in it. */
  private void open(CommandBus bus, TrialBundle candidate) {
    Body.LogOpened opened = bus.log().head().seq() == 0 ? null : bus.ask(s -> s.index().opened());
    if (opened != null) {
      return;
    }
    String trial = candidate.protocol().get(TrialSettings.KEY).require();
    Sending.send(
        bus, new TrialCommand.OpenLog(trial, simulated), sender("system", Role.SYSTEM, candidate));
    Sending.send(
        bus,
        new TrialCommand.OpenAccount(actor, Set.of(Role.INVESTIGATOR)),
        sender("system", Role.ADMINISTRATOR, candidate));
  }

  private static CommandBus.Sender sender(String actor, Role role, TrialBundle candidate) {
    String site =
        candidate.protocol().get(TrialSettings.SITES).find().orElse(java.util.List.of()).stream()
            .map(Site::number)
            .findFirst()
            .orElse("-");
    return new CommandBus.Sender(actor, role, site);
  }
}
