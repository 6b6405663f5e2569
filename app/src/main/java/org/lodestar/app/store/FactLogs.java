package org.lodestar.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
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

  /**
   * Makes the tables of a log in a PostgreSQL database, or brings them up to date.
   *
   * @param url {@code jdbc:postgresql://HOST/DATABASE}
   * @param owner the owner's login as the driver wants it: {@code user}, {@code password}
   * @param applicationRole an existing role, under which the program will open the log
   */
  public static void migratePostgres(String url, Properties owner, String applicationRole) {
    Postgres database = new Postgres(url, owner);
    try {
      database.migrate(applicationRole);
    } catch (SQLException e) {
      throw database.explain(e);
    }
  }

  /**
   * Opens the log in a PostgreSQL database; any number of processes may.
   *
   * @param data the folder of this process, where its {@code heads.log} is kept
   */
  public static FactLog openPostgres(String url, Properties login, Path data, Ports ports) {
    return SqlLog.open(new Postgres(url, login), data, ports, Body::read);
  }

  /** Examines the log in a PostgreSQL database and the heads of this data folder. */
  public static Verification verifyPostgres(
      String url, Properties login, Path data, List<Head> expected) {
    return new Verifier(new Postgres(url, login), data).verify(expected);
  }
}
