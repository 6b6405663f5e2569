package org.lodestar.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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
    return new Verifier(existing(data), data).verify(expected);
  }

  /**
   * Writes the log of a data folder as one ZIP file that any program can read and verify.
   *
   * @return the head of the log that was written
   * @throws StoreException when the log cannot be read or the file cannot be written
   */
  public static Head archive(Path data, Path file) {
    return new Archive(existing(data)).write(file);
  }

  /** Whether the data folder holds a log, or names a PostgreSQL database that holds one. */
  public static boolean exists(Path data) {
    if (!isShared(data)) {
      return Files.exists(data.resolve(SQLITE_FILE));
    }
    Database database = database(data);
    try (Connection connection = database.openWriter()) {
      return HeadRow.read(connection, HeadRow.SELECT).head().seq() > 0;
    } catch (SQLException e) {
      throw database.explain(e);
    }
  }

  /** Whether the data folder names a PostgreSQL database instead of holding its own. */
  public static boolean isShared(Path data) {
    return StoreFile.exists(data);
  }

  /**
   * Opens the log of a data folder; any number of processes may open one in PostgreSQL.
   *
   * @throws StoreException when there is none, or it cannot be read
   */
  public static FactLog open(Path data, Ports ports) {
    return SqlLog.open(existing(data), data, ports, Body::read);
  }

  /** Opens the log of a data folder, or an empty one when there is none yet. */
  public static FactLog create(Path data, Ports ports) {
    makeFolder(data);
    return SqlLog.open(database(data), data, ports, Body::read);
  }

  /**
   * An empty log for a program that can write the same again: on SQLite it is durable only when it
   * has been closed. Never for facts that people enter.
   */
  public static FactLog build(Path data, Ports ports) {
    if (isShared(data)) {
      return create(data, ports);
    }
    makeFolder(data);
    Sqlite store = Sqlite.building(data.resolve(SQLITE_FILE));
    return SqlLog.open(store, data, ports, Body::read);
  }

  /** An empty log without hashes, salts or files, which ends with its process. */
  public static FactLog inMemory(Ports ports) {
    return new MemoryLog(ports);
  }

  /**
   * Makes the tables of the PostgreSQL database that a data folder names, or brings them up to
   * date, and lets the folder's user read, append and redact.
   *
   * @param owner a file with {@code user} and {@code password-file} of the database's owner
   * @throws StoreException when the folder names none, or the owner may not
   */
  public static void migrate(Path data, Path owner) {
    if (!isShared(data)) {
      throw StoreErrors.NOT_SHARED.exception("path", data.resolve(StoreFile.NAME));
    }
    StoreFile folder = StoreFile.read(data);
    Postgres database = new Postgres(folder.url(), StoreFile.of(owner).login());
    try {
      database.migrate(folder.user());
    } catch (SQLException e) {
      throw database.explain(e);
    }
  }

  private static void makeFolder(Path data) {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw StoreErrors.CANNOT_OPEN.exception(
          e, "path", data.toString(), "cause", String.valueOf(e));
    }
  }

  private static Database existing(Path data) {
    if (!isShared(data) && !exists(data)) {
      throw StoreErrors.NO_LOG.exception("path", data);
    }
    return database(data);
  }

  private static Database database(Path data) {
    if (!isShared(data)) {
      return new Sqlite(data.resolve(SQLITE_FILE));
    }
    StoreFile file = StoreFile.read(data);
    return new Postgres(file.url(), file.login());
  }
}
