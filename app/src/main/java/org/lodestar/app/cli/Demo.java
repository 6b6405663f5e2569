package org.lodestar.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.dictionary.DictionaryShelf;
import org.lodestar.app.imaging.CaseShelf;
import org.lodestar.app.imaging.FolderShelf;
import org.lodestar.app.imaging.ImportDesk;
import org.lodestar.app.imaging.PhantomShelf;
import org.lodestar.app.simulate.Scenario;
import org.lodestar.app.simulate.ScenarioReader;
import org.lodestar.app.simulate.SimulatedClock;
import org.lodestar.app.simulate.Simulation;
import org.lodestar.app.store.CommandBus;
import org.lodestar.app.store.FactLogs;
import org.lodestar.app.store.Ports;
import org.lodestar.app.store.Salts;
import org.lodestar.app.store.TrialFolder;
import org.lodestar.app.store.Verification;
import org.lodestar.app.web.LogWorkplace;
import org.lodestar.app.web.WebServer;
import org.lodestar.trial.TrialIndex;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.protocol.Bundle;
import org.lodestar.trial.protocol.DesignSettings;
import org.lodestar.trial.protocol.Findings;
import org.lodestar.trial.protocol.Lint;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.TrialSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds or reopens a whole simulated trial and serves its pages on this machine alone. */
@Command(name = "demo")
final class Demo implements Verb {
  private static final String DEFAULT_FOLDER = ".lodestar/demo";
  private static final String SITE = "01";
  private static final int SHOWN_DIGITS = 12;

  @Option(names = "--port", paramLabel = "N")
  int port = 8080;

  @Option(names = "--fresh")
  boolean fresh;

  @Option(names = "--no-serve")
  boolean noServe;

  /** Looks at every page once and ends; the launcher keeps what the JVM learnt by it. */
  @Option(names = "--rehearse")
  boolean rehearse;

  /** What the summary of a demonstration rests on. */
  private record Built(Path data, Verification.Intact intact, Duration verified) {}

  @Override
  public Answer run(Session session) throws IOException, InterruptedException {
    Built built = prepare(session);
    CommandBus bus = open(built.data());
    try (bus) {
      if (noServe) {
        return summary(session, bus, built, null);
      }
      return rehearse ? rehearsed(session, bus, built) : serve(session, bus, built);
    }
  }

  private Built prepare(Session session) throws IOException {
    Path data = session.dataOr(DEFAULT_FOLDER);
    DemoFolder folder = new DemoFolder(data);
    folder.refuseReal();
    if (fresh) {
      folder.clear();
    }
    if (!FactLogs.exists(data)) {
      folder.refuseOccupied();
      build(session, folder);
    }
    long from = System.nanoTime();
    Verification verification = FactLogs.verify(data, List.of());
    Duration verified = Duration.ofNanos(System.nanoTime() - from);
    return switch (verification) {
      case Verification.Intact intact -> new Built(data, intact, verified);
      case Verification.Broken broken -> throw new Failure(Exit.BROKEN, broken.message());
      case Verification.Unreadable unreadable ->
          throw new Failure(Exit.BROKEN, unreadable.message());
    };
  }

  /** Simulates into a folder of its own first, so that an interrupted run leaves nothing half. */
  private static void build(Session session, DemoFolder folder) throws IOException {
    Path source = session.trial();
    Bundle bundle = TrialFolder.read(source);
    Protocol protocol = protocol(bundle);
    Scenario scenario = scenario(session, source.resolve("scenarios").resolve("default.yaml"));
    LocalDate until = scenario.cuts().isEmpty() ? LocalDate.MAX : scenario.cuts().getLast().on();
    SimulatedClock clock = Simulation.clock(protocol, scenario);
    Ports ports = new Ports(clock, Salts.seeded(scenario.seed()), software());
    long acts = Simulation.acts(protocol, scenario, scenario.seed(), until);
    try (CommandBus bus = new CommandBus(FactLogs.build(folder.workshop(), ports), clock);
        Progress progress = session.progress(session.say("building the demo", "构建演示"), acts)) {
      Simulation.run(bus, clock, bundle, protocol, scenario, scenario.seed(), until, progress::at);
    }
    folder.moveIn();
  }

  private static Protocol protocol(Bundle bundle) {
    return switch (Protocol.read(bundle)) {
      case Protocol.Reading.Read read -> read.protocol();
      case Protocol.Reading.Refused refused ->
          throw new Failure(Exit.INVALID, refused.findings().errors().getFirst().message());
    };
  }

  private static Scenario scenario(Session session, Path file) throws IOException {
    return switch (ScenarioReader.read(file.getFileName().toString(), session.read(file))) {
      case ScenarioReader.Reading.Read read -> read.scenario();
      case ScenarioReader.Reading.Refused refused ->
          throw new Failure(Exit.INVALID, refused.findings().all().getFirst().message());
    };
  }

  private static String software() {
    return "lodestar " + Software.version();
  }

  /** Opens the log with a clock that goes on from its newest fact. */
  private static CommandBus open(Path data) {
    Ports first = new Ports(InstantSource.system(), Salts.secure(), software());
    Instant last;
    try (CommandBus bus = new CommandBus(FactLogs.open(data, first), InstantSource.system())) {
      last = bus.ask(state -> state.index().at());
    }
    Clock system = Clock.systemUTC();
    Clock clock =
        last == null ? system : Clock.offset(system, Duration.between(system.instant(), last));
    Ports ports = new Ports(clock, Salts.secure(), software());
    return new CommandBus(FactLogs.open(data, ports), clock);
  }

  private static Answer rehearsed(Session session, CommandBus bus, Built built) {
    try (WebServer server =
        WebServer.start(workplace(bus), images(built), dictionary(built), desk(built), 0)) {
      server.rehearse();
    }
    return summary(session, bus, built, null);
  }

  private static LogWorkplace workplace(CommandBus bus) {
    return new LogWorkplace(bus, SITE, "Lodestar " + Software.version());
  }

  /** Images that were imported, and phantoms for everybody else. */
  private static CaseShelf images(Built built) {
    return FolderShelf.in(
        built.data(), new PhantomShelf(built.data().resolve(DemoFolder.PHANTOMS)));
  }

  private static ImportDesk desk(Built built) {
    return ImportDesk.in(built.data());
  }

  private static DictionaryShelf dictionary(Built built) {
    return DictionaryShelf.in(built.data());
  }

  private Answer serve(Session session, CommandBus bus, Built built) throws InterruptedException {
    FreePort.check(port);
    try (WebServer server =
        WebServer.start(workplace(bus), images(built), dictionary(built), desk(built), port)) {
      String address = "http://127.0.0.1:" + server.port() + "/";
      session.show(summary(session, bus, built, address));
      server.warm();
      new CountDownLatch(1).await();
    }
    return Answer.with(session.document()).done();
  }

  private static Answer summary(
      Session session, CommandBus bus, Built built, @Nullable String address) {
    return bus.ask(state -> summary(session, state, built, address));
  }

  private static Answer summary(
      Session session, TrialState state, Built built, @Nullable String address) {
    Digest bundle = state.index().bundle();
    if (bundle == null) {
      throw new Failure(Exit.INVALID, Message.of(CliRule.DEMO_EMPTY.words()));
    }
    Protocol protocol = state.protocol(bundle);
    Findings findings = Lint.check(protocol);
    ObjectNode document = session.document().put("synthetic", true);
    document.put("facts", built.intact().facts());
    document.put("head", built.intact().head().toString());
    ArrayNode cuts = document.putArray("cuts");
    List<String> named = new ArrayList<>();
    for (TrialIndex.Cut cut : state.index().cuts().values()) {
      cuts.addObject().put("name", cut.name()).put("seq", cut.seq());
      named.add(cut.name() + " " + cut.clinicalCutoff());
    }
    Answer.Builder answer =
        Answer.with(document)
            .line(say(session, CliRule.DEMO_TITLE, "trial", shown(session, protocol)))
            .line(
                say(
                    session,
                    CliRule.DEMO_PROTOCOL,
                    "errors",
                    findings.errors().size(),
                    "notes",
                    findings.notes().size(),
                    "open",
                    protocol.open().size()))
            .line(design(session, protocol))
            .line(
                say(
                    session,
                    CliRule.DEMO_LOG,
                    "facts",
                    String.format(Locale.ROOT, "%,d", built.intact().facts()),
                    "seconds",
                    String.format(Locale.ROOT, "%.1f", built.verified().toMillis() / 1000.0),
                    "head",
                    built.intact().head().hash().hex().substring(0, SHOWN_DIGITS)))
            .line(say(session, CliRule.DEMO_CUTS, "cuts", String.join(" · ", named)));
    if (address != null) {
      document.put("address", address);
      answer.line(say(session, CliRule.DEMO_OPEN, "address", address));
    }
    return answer.done();
  }

  private static String design(Session session, Protocol protocol) {
    return say(
        session,
        CliRule.DEMO_DESIGN,
        "required",
        protocol.get(DesignSettings.REQUIRED).show(session.language()),
        "planned",
        protocol.get(DesignSettings.PLANNED_ENROLMENT).show(session.language()),
        "dropout",
        protocol.get(DesignSettings.DROPOUT_PERCENT).show(session.language()),
        "null",
        protocol.get(DesignSettings.NULL_RATE_PERCENT).show(session.language()),
        "hoped",
        protocol.get(DesignSettings.ALTERNATIVE_RATE_PERCENT).show(session.language()));
  }

  private static String shown(Session session, Protocol protocol) {
    return protocol.get(TrialSettings.KEY).show(session.language());
  }

  private static String say(Session session, CliRule rule, Object... namesAndValues) {
    return session.say(rule, namesAndValues);
  }
}
