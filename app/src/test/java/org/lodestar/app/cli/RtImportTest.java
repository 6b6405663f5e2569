package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.app.simulate.Scenario;
import org.lodestar.app.simulate.ScenarioReader;
import org.lodestar.app.simulate.SimulatedClock;
import org.lodestar.app.simulate.Simulation;
import org.lodestar.app.store.CommandBus;
import org.lodestar.app.store.FactLogs;
import org.lodestar.app.store.Ports;
import org.lodestar.app.store.Salts;
import org.lodestar.app.store.TrialFolder;
import org.lodestar.radiotherapy.dicom.DicomWriter;
import org.lodestar.radiotherapy.phantom.PhantomCase;
import org.lodestar.trial.protocol.Bundle;
import org.lodestar.trial.protocol.Protocol;

/** Results of a folder in the record of the person whom they are about, and of nobody else. */
class RtImportTest {
  private static final LocalDate UNTIL = LocalDate.of(2024, 4, 8);

  @TempDir static Path temp;
  private static Path data;

  @BeforeAll
  static void build() throws IOException {
    data = temp.resolve("data");
    Path folder = Path.of(System.getProperty("lodestar.root")).resolve("trials/escc-ldrt");
    Bundle bundle = TrialFolder.read(folder);
    Protocol protocol = ((Protocol.Reading.Read) Protocol.read(bundle)).protocol();
    Scenario scenario =
        ((ScenarioReader.Reading.Read)
                ScenarioReader.read(
                    "default.yaml", Files.readAllBytes(folder.resolve("scenarios/default.yaml"))))
            .scenario();
    SimulatedClock clock = Simulation.clock(protocol, scenario);
    Ports ports = new Ports(clock, Salts.seeded(scenario.seed()), "lodestar test");
    try (CommandBus bus = new CommandBus(FactLogs.create(data, ports), clock)) {
      Simulation.run(bus, clock, bundle, protocol, scenario, scenario.seed(), UNTIL, done -> {});
    }
    phantom(1);
    phantom(2);
  }

  private static void phantom(int number) throws IOException {
    Path path = Files.createDirectories(temp.resolve("phantom-" + number));
    PhantomCase.Settings settings =
        new PhantomCase.Settings(
            number, "HOSPITAL-" + number, 64, 60, LocalDate.of(2024, 2, 1), Set.of());
    for (PhantomCase.NamedObject item : PhantomCase.of(settings).objects()) {
      DicomWriter.write(item.object(), path.resolve(item.fileName()));
    }
  }

  private static Run bring(int phantom, String participant, String... more) {
    String[] fixed = {
      "rt",
      "import",
      temp.resolve("phantom-" + phantom).toString(),
      "--participant",
      participant,
      "--actor",
      "physicist",
      "--data",
      data.toString(),
      "--json"
    };
    String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return Run.lodestar(all);
  }

  private static long facts() {
    Ports ports = new Ports(java.time.InstantSource.system(), Salts.secure(), "lodestar test");
    try (CommandBus bus =
        new CommandBus(FactLogs.open(data, ports), java.time.InstantSource.system())) {
      return bus.log().head().seq();
    }
  }

  @Test
  void twoFoldersThatWereSwappedAreRefusedAndNothingIsWritten() {
    long before = facts();
    assertThat(bring(1, "S-001").code()).isEqualTo(Exit.NOT_PERMITTED.code());
    assertThat(bring(1, "S-001", "--second-person", "physicist", "--reason", "x").code())
        .isEqualTo(Exit.USAGE.code());
    assertThat(facts()).isEqualTo(before);

    String[] second = {"--second-person", "oncologist", "--reason", "seen with the request form"};
    Run first = bring(1, "S-001", second);
    assertThat(first.code()).as(first.err() + first.out()).isZero();
    assertThat(first.out()).contains("\"saved\" : 26");
    assertThat(bring(2, "S-002", second).code()).isZero();
    long linked = facts();

    Run swapped = bring(2, "S-001");
    assertThat(swapped.code()).isEqualTo(Exit.NOT_PERMITTED.code());
    assertThat(swapped.err() + swapped.out()).contains("somebody else");
    assertThat(bring(1, "S-002").code()).isEqualTo(Exit.NOT_PERMITTED.code());
    assertThat(facts()).isEqualTo(linked);

    Run again = bring(1, "S-001");
    assertThat(again.code()).as(again.err() + again.out()).isZero();
    assertThat(again.out()).contains("BY_IDENTIFIER", "\"saved\" : 0", "\"conflicts\" : [ ]");
  }
}
