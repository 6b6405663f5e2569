package org.lodestar.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.lodestar.app.dictionary.DictionaryShelf;
import org.lodestar.app.imaging.ImportDesk;
import org.lodestar.app.store.CommandBus;
import org.lodestar.app.store.FactLogs;
import org.lodestar.app.store.Ports;
import org.lodestar.app.store.Salts;
import org.lodestar.trial.fact.Body;

/** The folder of a demonstration: it is never a folder that holds anything else. */
record DemoFolder(Path data) {
  /** Where the images of the simulated participants are kept; made again when they are missing. */
  static final String PHANTOMS = "phantoms";

  private static final String WORKSHOP = "building";

  /**
   * @throws Failure when the folder holds a log that is not simulated, or names a shared database
   */
  void refuseReal() {
    if (FactLogs.isShared(data)) {
      throw CliRule.DEMO_OCCUPIED.failure("file", data);
    }
    if (FactLogs.exists(data) && !isSimulated()) {
      throw CliRule.DEMO_REAL_LOG.failure("file", data);
    }
  }

  private boolean isSimulated() {
    Ports ports = new Ports(InstantSource.system(), Salts.secure(), "lodestar");
    try (CommandBus bus = new CommandBus(FactLogs.open(data, ports), InstantSource.system())) {
      return bus.ask(
          state -> {
            Body.LogOpened opened = state.index().opened();
            return opened != null && opened.simulated();
          });
    }
  }

  /**
   * @throws Failure when the folder holds something that is not a log
   */
  void refuseOccupied() throws IOException {
    if (!contents(data).stream().allMatch(DemoFolder::isOurs)) {
      throw CliRule.DEMO_OCCUPIED.failure("file", data);
    }
  }

  private static boolean isOurs(Path file) {
    return file.endsWith(WORKSHOP)
        || file.endsWith(PHANTOMS)
        || file.endsWith(ImportDesk.INBOX)
        || file.endsWith(DictionaryShelf.FILE);
  }

  private static List<Path> contents(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** Removes the files of a simulated log; an imported dictionary is none of them. */
  void clear() throws IOException {
    if (!FactLogs.exists(data)) {
      return;
    }
    for (Path file : contents(data)) {
      if (Files.isRegularFile(file) && !file.endsWith(DictionaryShelf.FILE)) {
        Files.delete(file);
      }
    }
  }

  /** An empty folder to build in. */
  Path workshop() throws IOException {
    Path workshop = data.resolve(WORKSHOP);
    for (Path file : contents(workshop)) {
      Files.delete(file);
    }
    return Files.createDirectories(workshop);
  }

  /**
   * The finished log takes its place; the database last, because it is what says that there is one.
   */
  void moveIn() throws IOException {
    Path workshop = data.resolve(WORKSHOP);
    for (Path file : contents(workshop)) {
      if (!file.endsWith(FactLogs.SQLITE_FILE)) {
        Files.move(file, data.resolve(file.getFileName()));
      }
    }
    Files.move(workshop.resolve(FactLogs.SQLITE_FILE), data.resolve(FactLogs.SQLITE_FILE));
    Files.delete(workshop);
  }
}
