package org.lodestar.app.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.lodestar.app.store.CommandBus;
import org.lodestar.app.store.FactLogs;
import org.lodestar.app.store.Ports;
import org.lodestar.app.store.Salts;
import org.lodestar.app.store.TrialFolder;
import org.lodestar.trial.TrialCommand;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.protocol.Bundle;
import org.lodestar.trial.protocol.Protocol;

/** The first weeks of the simulated trial, with one named cut at their end. */
public final class SimulatedLog {
  private SimulatedLog() {}

  public static void write(Path data, LocalDate until, String cut) throws IOException {
    Path folder = Path.of(System.getProperty("lodestar.root")).resolve("trials/escc-ldrt");
    Bundle bundle = TrialFolder.read(folder);
    Protocol protocol = ((Protocol.Reading.Read) Protocol.read(bundle)).protocol();
    byte[] file = Files.readAllBytes(folder.resolve("scenarios/default.yaml"));
    Scenario scenario =
        ((ScenarioReader.Reading.Read) ScenarioReader.read("default.yaml", file)).scenario();
    SimulatedClock clock = Simulation.clock(protocol, scenario);
    Ports ports = new Ports(clock, Salts.seeded(scenario.seed()), "lodestar test");
    try (CommandBus bus = new CommandBus(FactLogs.create(data, ports), clock)) {
      Simulation.run(bus, clock, bundle, protocol, scenario, scenario.seed(), until, done -> {});
      bus.send(
          new TrialCommand.NameCut(cut, until),
          new CommandBus.Sender("data-manager", Role.DATA_MANAGER, "01"),
          "cut");
    }
  }
}
