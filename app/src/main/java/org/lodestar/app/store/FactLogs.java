package org.lodestar.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lodestar.trial.fact.Body;

/** Where logs are opened. */
public final class FactLogs {
  /** The embedded database in the data folder. */
  public static final String SQLITE_FILE = "lodestar.db";

  private FactLogs() {}

  /**
   * Examines the log of a data folder from its first fact to its last.
   *
   * @param expected heads from outside that the log must contain
   * @throws StoreException when the folder holds no log
   */
  public static Verification verify(Path data, List<Head> expected) {
    if (!exists(data)) {
      throw StoreErrors.NO_LOG.exception("path", data);
    }
    return new Verifier(new Sqlite(data.resolve(SQLITE_FILE)), data).verify(expected);
  }

  /**
   * Writes the log of a data folder as one ZIP file that any program can read and verify.
   *
   * @return the head of the log that was written
   * @throws StoreException when the log cannot be read or the file cannot be written
   */
  public static Head archive(Path data, Path file) {
    if (!exists(data)) {
      throw StoreErrors.NO_LOG.exception("path", data);
    }
    return new Archive(new Sqlite(data.resolve(SQLITE_FILE))).write(file);
  }

  /** Whether the data folder holds a log. */
  public static boolean exists(Path data) {
    return Files.exists(data.resolve(SQLITE_FILE));
  }

  /**
   * Opens the log of a data folder.
   *
   * @throws StoreException when there is none, or it cannot be read
   */
  public static FactLog open(Path data, Ports ports) {
    if (!exists(data)) {
      throw StoreErrors.NO_LOG.exception("path", data.toString());
    }
    return SqlLog.open(new Sqlite(data.resolve(SQLITE_FILE)), data, ports, Body::read);
  }

  /** Opens the log of a data folder, or an empty one when there is none yet. */
  public static FactLog create(Path data, Ports ports) {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw StoreErrors.CANNOT_OPEN.exception(
          e, "path", data.toString(), "cause", String.valueOf(e));
    }
    return SqlLog.open(new Sqlite(data.resolve(SQLITE_FILE)), data, ports, Body::read);
  }
}
