package org.lodestar.app.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server for all tests of a run, durable as in use, with a new database per log. */
public final class TestPostgres {
  public static final String APPLICATION = "lodestar_app";
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static EmbeddedPostgres server;

  private TestPostgres() {}

  static synchronized EmbeddedPostgres server() {
    if (server == null) {
      assumeTrue(
          System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
              && System.getProperty("os.arch").equals("amd64"),
          "the tests bring PostgreSQL for Linux on amd64 only");
      server = start();
    }
    return server;
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres started = durable(EmbeddedPostgres.builder()).start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(started)));
      execute(
          started.getJdbcUrl("postgres", "postgres"),
          "CREATE ROLE " + APPLICATION + " LOGIN PASSWORD 'app'");
      return started;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The library's defaults switch off exactly what these tests are about. */
  static EmbeddedPostgres.Builder durable(EmbeddedPostgres.Builder builder) {
    return builder
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "50");
  }

  private static void closeQuietly(EmbeddedPostgres started) {
    try {
      started.close();
    } catch (IOException e) {
      System.err.println(e);
    }
  }

  /** The address of a new, empty database. */
  public static String newDatabase() throws SQLException {
    String name = "log" + DATABASES.incrementAndGet();
    execute(server().getJdbcUrl("postgres", "postgres"), "CREATE DATABASE " + name);
    return "jdbc:postgresql://localhost:" + server().getPort() + "/" + name;
  }

  static Postgres asOwner(String url) {
    return new Postgres(url, login("postgres", "postgres"));
  }

  static Postgres asApplication(String url) {
    return new Postgres(url, login(APPLICATION, "app"));
  }

  static Properties login(String user, String password) {
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    return login;
  }

  static void execute(String url, String sql) throws SQLException {
    String user = url.contains("user=") ? "" : (url.contains("?") ? "&" : "?") + "user=postgres";
    try (Connection connection = DriverManager.getConnection(url + user);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static FactLog open(String url, Path folder, Ports ports) {
    return SqlLog.open(asApplication(url), folder, ports, org.lodestar.trial.fact.Body::read);
  }
}
