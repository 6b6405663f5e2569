package org.lodestar.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestar.trial.fact.Digest;

class PostgresVerifierTest extends VerifierContract {
  private String url;

  @Override
  void create() throws SQLException {
    url = TestPostgres.newDatabase();
    TestPostgres.asOwner(url).migrate(TestPostgres.APPLICATION);
  }

  @Override
  Database database() {
    return TestPostgres.asApplication(url);
  }

  @Override
  Connection powerful() throws SQLException {
    return DriverManager.getConnection(url, TestPostgres.login("postgres", "postgres"));
  }

  @Override
  List<String> disarm(String table) {
    return List.of("ALTER TABLE " + table + " DISABLE TRIGGER USER");
  }

  @Override
  List<String> rearm(String table) {
    return List.of("ALTER TABLE " + table + " ENABLE TRIGGER USER");
  }

  @Override
  String hex(Digest digest) {
    return "decode('" + digest.hex() + "', 'hex')";
  }

  @ParameterizedTest
  @ValueSource(strings = {"fact", "content", "bundle", "attachment", "head"})
  void nobodyEmptiesATable(String table) throws Exception {
    try (Connection connection = powerful();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("TRUNCATE " + table))
          .hasMessageContaining("append-only");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE fact SET actor = 'x'",
        "DELETE FROM fact",
        "TRUNCATE fact",
        "DELETE FROM content",
        "TRUNCATE content",
        "UPDATE content SET seq = 9",
        "UPDATE bundle SET bytes = digest",
        "DELETE FROM bundle",
        "TRUNCATE bundle",
        "DELETE FROM attachment",
        "TRUNCATE attachment",
        "DELETE FROM head",
        "TRUNCATE head",
        "ALTER TABLE fact DISABLE TRIGGER USER",
        "DROP TABLE fact",
        "DROP TRIGGER fact_stays ON fact",
        "SET session_replication_role = replica"
      })
  void theApplicationRoleMayNot(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(url, TestPostgres.login(TestPostgres.APPLICATION, "app"));
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
  }

  @Test
  void commitsAreSyncedBeforeTheyAreAcknowledged() throws Exception {
    try (Connection connection = TestPostgres.asApplication(url).openWriter()) {
      assertThat(Postgres.setting(connection, "fsync")).isEqualTo("on");
      assertThat(Postgres.setting(connection, "synchronous_commit")).isEqualTo("on");
      assertThat(Postgres.setting(connection, "full_page_writes")).isEqualTo("on");
    }
  }

  @Test
  void aDatabaseWithoutALogSaysWhatToDo() throws Exception {
    String empty = TestPostgres.newDatabase();
    assertThatThrownBy(() -> TestPostgres.open(empty, folder, Samples.ports()))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.error()).isEqualTo(StoreErrors.NO_SCHEMA));
  }
}
