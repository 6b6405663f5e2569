package org.lodestar.app.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * The embedded store: one file, write-ahead log, every commit synced before it returns. A log that
 * is only being built, and can be built again, is synced once, when it is closed.
 */
final class Sqlite implements Database {
  private static final int BUSY_SECONDS = 10;

  /**
   * Of each connection, in KiB (SQLite wants a negative number): the upper levels of the indexes.
   */
  private static final int CACHE_KIB = -16_000;

  /** 32 MB of write-ahead log: a page that many commits touch is copied to the file once. */
  private static final String CHECKPOINT_PAGES = "8000";

  private static final Schema SCHEMA = Schema.of("sqlite", 1);
  private static final String VERSION = "PRAGMA user_version";
  private static final String PARTS =
      "SELECT type || ' ' || name || ' on ' || tbl_name, coalesce(sql, '') FROM sqlite_schema"
          + " UNION ALL SELECT 'user_version', user_version FROM pragma_user_version"
          + " UNION ALL SELECT 'encoding', encoding FROM pragma_encoding";
  private final Path file;
  private final boolean building;

  Sqlite(Path file) {
    this(file, false);
  }

  private Sqlite(Path file, boolean building) {
    this.file = file;
    this.building = building;
  }

  /** A store whose commits are durable only after {@link #closed}. */
  static Sqlite building(Path file) {
    return new Sqlite(file, true);
  }

  @Override
  public Connection openWriter() throws SQLException {
    Connection connection = openReader();
    try {
      if (Schema.number(connection, VERSION) != SCHEMA.known()) {
        beginWrite(connection);
        SCHEMA.migrate(connection, Schema.number(connection, VERSION));
        commit(connection);
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      Connections.close(connection);
      throw e;
    }
  }

  @Override
  public Connection openReader() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(
        building ? SQLiteConfig.SynchronousMode.OFF : SQLiteConfig.SynchronousMode.FULL);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    config.setBusyTimeout(BUSY_SECONDS * 1000);
    config.setCacheSize(CACHE_KIB);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, CHECKPOINT_PAGES);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  /**
   * The driver's own transactions begin the next one at each commit and so would keep the write
   * lock; in its auto-commit mode, transactions are spoken in SQL.
   */
  @Override
  public void beginWrite(Connection writer) throws SQLException {
    execute(writer, "BEGIN IMMEDIATE");
  }

  @Override
  public void beginRead(Connection reader) throws SQLException {
    execute(reader, "BEGIN");
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    execute(connection, "COMMIT");
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    execute(connection, "ROLLBACK");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The transaction took the write lock of the whole file when it began. */
  @Override
  public String lockHead() {
    return HeadRow.SELECT;
  }

  /** Moves the write-ahead log into the file, where freed bytes are zeros, and empties it. */
  @Override
  public boolean scrub(Connection writer) throws SQLException {
    return Schema.number(writer, "PRAGMA wal_checkpoint(TRUNCATE)") == 0;
  }

  @Override
  public void requireTables(Connection reader) throws SQLException {
    SCHEMA.requireNotNewer(Schema.number(reader, VERSION));
    try (Connection fresh = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      SCHEMA.migrate(fresh, 0);
      Schema.requireSame(Schema.parts(fresh, PARTS), Schema.parts(reader, PARTS));
    }
  }

  @Override
  public @Nullable String selfCheck(Connection reader) throws SQLException {
    try (Statement statement = reader.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA integrity_check(1)")) {
      String found = rows.next() ? rows.getString(1) : "no answer";
      return "ok".equals(found) ? null : found;
    }
  }

  /** The last connection has moved the write-ahead log into the file. */
  @Override
  public void closed() {
    if (building) {
      try (FileChannel whole = FileChannel.open(file, StandardOpenOption.WRITE)) {
        whole.force(true);
      } catch (IOException e) {
        throw StoreErrors.IO.exception(e, "cause", String.valueOf(e));
      }
    }
  }

  @Override
  public StoreException explain(SQLException failure) {
    String cause = String.valueOf(failure.getMessage());
    int primary = failure.getErrorCode() & 0xff;
    if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
      return StoreErrors.DISK_FULL.exception(failure);
    }
    if (primary == SQLiteErrorCode.SQLITE_BUSY.code
        || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return StoreErrors.BUSY.exception(failure, "seconds", BUSY_SECONDS);
    }
    if (primary == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
      return StoreErrors.CANNOT_OPEN.exception(failure, "path", file.toString(), "cause", cause);
    }
    if (primary == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
      return StoreErrors.REFUSED.exception(failure, "cause", cause);
    }
    if (primary == SQLiteErrorCode.SQLITE_READONLY.code
        || primary == SQLiteErrorCode.SQLITE_PERM.code) {
      return StoreErrors.READ_ONLY.exception(failure, "cause", cause);
    }
    if (primary == SQLiteErrorCode.SQLITE_IOERR.code) {
      return StoreErrors.IO.exception(failure, "cause", cause);
    }
    return StoreErrors.UNREADABLE.exception(failure, "cause", cause);
  }
}
