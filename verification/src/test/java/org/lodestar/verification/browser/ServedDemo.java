package org.lodestar.verification.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.lodestar.app.imaging.CaseShelf;
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
import org.lodestar.app.web.LogWorkplace;
import org.lodestar.app.web.WebServer;
import org.lodestar.trial.TrialCommand;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.protocol.Bundle;
import org.lodestar.trial.protocol.Protocol;

/** The pages of a simulated trial for a browser: its first months, or the whole of it. */
final class ServedDemo implements AutoCloseable {
  private static final CommandBus.Sender DATA_MANAGER =
      new CommandBus.Sender("data-manager", Role.DATA_MANAGER, "01");

  private final CommandBus bus;
  private final WebServer server;

  private ServedDemo(CommandBus bus, WebServer server) {
    this.bus = bus;
    this.server = server;
  }

  /** The first months, with the cuts of the demonstration all named at their end. */
  static ServedDemo firstMonths(Path data) throws IOException {
    return firstMonths(data, new PhantomShelf(data.resolve("phantoms")));
  }

  /** The same with other images. */
  static ServedDemo firstMonths(Path data, CaseShelf images) throws IOException {
    return serve(data, images, LocalDate.of(2024, 8, 10), true);
  }

  /** The demonstration as people see it. */
  static ServedDemo whole(Path data) throws IOException {
    return serve(data, new PhantomShelf(data.resolve("phantoms")), LocalDate.MAX, false);
  }

  private static ServedDemo serve(Path data, CaseShelf images, LocalDate latest, boolean nameCuts)
      throws IOException {
    Path folder = Path.of(System.getProperty("lodestar.root")).resolve("trials/escc-ldrt");
    Bundle bundle = TrialFolder.read(folder);
    Protocol protocol = ((Protocol.Reading.Read) Protocol.read(bundle)).protocol();
    byte[] file = Files.readAllBytes(folder.resolve("scenarios/default.yaml"));
    Scenario scenario =
        ((ScenarioReader.Reading.Read) ScenarioReader.read("default.yaml", file)).scenario();
    LocalDate last = scenario.cuts().getLast().on();
    LocalDate until = latest.isBefore(last) ? latest : last;
    SimulatedClock clock = Simulation.clock(protocol, scenario);
    Ports ports = new Ports(clock, Salts.seeded(scenario.seed()), "lodestar test");
    CommandBus bus = new CommandBus(FactLogs.build(data, ports), clock);
    Simulation.run(bus, clock, bundle, protocol, scenario, scenario.seed(), until, done -> {});
    if (nameCuts) {
      for (Scenario.Cut cut : scenario.cuts()) {
        bus.send(new TrialCommand.NameCut(cut.name(), until), DATA_MANAGER, "cut-" + cut.name());
      }
    }
    return new ServedDemo(bus, WebServer.start(new LogWorkplace(bus, "01", "Lodestar"), images, 0));
  }

  String base() {
    return "http://127.0.0.1:" + server.port();
  }

  @Override
  public void close() {
    server.close();
    bus.close();
  }
}
