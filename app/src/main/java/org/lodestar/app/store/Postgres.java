package org.lodestar.app.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The store of a department: many processes, each commit durable before it returns. */
final class Postgres implements Database {
  private static final int LOCK_SECONDS = 30;
  private static final Schema SCHEMA = Schema.of("postgres", 1);
  private static final String VERSION = "SELECT max(number) FROM schema_version";
  private static final String TRIGGERS =
      "SELECT 'trigger ' || t.tgname, 'on ' || t.tgrelid::regclass FROM pg_trigger t"
          + " WHERE t.tgenabled = 'O' AND NOT t.tgisinternal AND t.tgrelid IN ('fact'::regclass,"
          + " 'content'::regclass, 'bundle'::regclass, 'attachment'::regclass, 'head'::regclass)"
          + " UNION ALL SELECT 'function ' || p.proname, p.prosrc FROM pg_proc p"
          + " WHERE p.pronamespace = current_schema()::regnamespace";
  private final String url;
  private final Properties login;

  /**
   * @param url {@code jdbc:postgresql://HOST/DATABASE}
   * @param login what the driver needs beside the address: {@code user}, {@code password}
   */
  Postgres(String url, Properties login) {
    this.url = url;
    this.login = new Properties();
    this.login.putAll(login);
    this.login.setProperty("reWriteBatchedInserts", "true");
    this.login.setProperty("ApplicationName", "Lodestar");
  }

  @Override
  public Connection openWriter() throws SQLException {
    Connection connection = connect();
    try {
      prepare(connection);
      requireDurable(connection);
      connection.commit();
      return connection;
    } catch (SQLException | RuntimeException e) {
      Connections.close(connection);
      throw e;
    }
  }

  @Override
  public Connection openReader() throws SQLException {
    Connection connection = connect();
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    return connection;
  }

  /** The driver begins a transaction with the first statement. */
  @Override
  public void beginWrite(Connection writer) {}

  @Override
  public void beginRead(Connection reader) {}

  @Override
  public void commit(Connection connection) throws SQLException {
    connection.commit();
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    connection.rollback();
  }

  private Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(url, login);
    connection.setAutoCommit(false);
    return connection;
  }

  private static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET synchronous_commit = on");
      statement.execute("SET lock_timeout = '" + LOCK_SECONDS + "s'");
    }
    if (found(connection) == 0) {
      throw StoreErrors.NO_SCHEMA.exception();
    }
    SCHEMA.requireNotNewer(found(connection));
  }

  /** The version of the tables, 0 when there are none. */
  private static int found(Connection connection) throws SQLException {
    boolean there =
        Schema.number(connection, "SELECT 1 WHERE to_regclass('schema_version') IS NOT NULL") == 1;
    return there ? Schema.number(connection, VERSION) : 0;
  }

  private static void requireDurable(Connection connection) throws SQLException {
    for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
      String value = setting(connection, setting);
      if (!value.equals("on")) {
        throw StoreErrors.NOT_DURABLE.exception("setting", setting, "value", value);
      }
    }
  }

  static String setting(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW " + name)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }

  /**
   * Makes the tables or brings them up to date, as their owner, and lets a role read, append and
   * redact: what the triggers permit, and nothing by which it could drop them.
   *
   * @param applicationRole the role under which the program will open the log
   */
  void migrate(String applicationRole) throws SQLException {
    try (Connection owner = connect()) {
      try (PreparedStatement lock =
          owner.prepareStatement("SELECT pg_advisory_xact_lock(hashtext('lodestar'))")) {
        lock.execute();
      }
      SCHEMA.migrate(owner, found(owner));
      grant(owner, applicationRole);
      owner.commit();
    }
  }

  private static void grant(Connection owner, String role) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      String name = statement.enquoteIdentifier(role, true);
      statement.execute("GRANT SELECT, INSERT ON fact, content, bundle, attachment TO " + name);
      statement.execute("GRANT UPDATE (members, salts) ON content TO " + name);
      statement.execute("GRANT SELECT, UPDATE ON head TO " + name);
      statement.execute("GRANT SELECT ON schema_version TO " + name);
    }
  }

  @Override
  public String lockHead() {
    return HeadRow.SELECT + " FOR UPDATE";
  }

  /** Old row versions stay in the files until VACUUM, which only the owner may order. */
  @Override
  public boolean scrub(Connection writer) {
    return true;
  }

  /** Which triggers must be on, and what their functions must say, follows from the steps. */
  @Override
  public void requireTables(Connection reader) throws SQLException {
    int found = found(reader);
    if (found == 0) {
      throw StoreErrors.NO_SCHEMA.exception();
    }
    SCHEMA.requireNotNewer(found);
    Schema.requireSame(SCHEMA.triggers(), Schema.parts(reader, TRIGGERS));
  }

  @Override
  public @Nullable String selfCheck(Connection reader) {
    return null;
  }

  @Override
  public StoreException explain(SQLException failure) {
    String cause = String.valueOf(failure.getMessage());
    String state = String.valueOf(failure.getSQLState());
    if (state.equals("53100")) {
      return StoreErrors.DISK_FULL.exception(failure);
    }
    if (state.equals("55P03") || state.startsWith("40")) {
      return StoreErrors.BUSY.exception(failure, "seconds", LOCK_SECONDS);
    }
    if (state.equals("42501") || state.equals("25006")) {
      return StoreErrors.READ_ONLY.exception(failure, "cause", cause);
    }
    if (state.startsWith("23")) {
      return StoreErrors.REFUSED.exception(failure, "cause", cause);
    }
    if (state.startsWith("28") || state.equals("3D000") || state.equals("08001")) {
      return StoreErrors.CANNOT_OPEN.exception(failure, "path", url, "cause", cause);
    }
    if (state.startsWith("08") || state.startsWith("57") || state.equals("58030")) {
      return StoreErrors.IO.exception(failure, "cause", cause);
    }
    return StoreErrors.UNREADABLE.exception(failure, "cause", cause);
  }
}
