package org.lodestar.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.fact.Digest;

class SqliteVerifierTest extends VerifierContract {
  private final Map<String, List<String>> taken = new HashMap<>();

  @Override
  void create() {}

  @Override
  Database database() {
    return new Sqlite(folder.resolve(FactLogs.SQLITE_FILE));
  }

  @Override
  Connection powerful() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(FactLogs.SQLITE_FILE));
  }

  @Override
  List<String> disarm(String table) {
    List<String> drops = new ArrayList<>();
    List<String> creates = new ArrayList<>();
    try (Connection connection = powerful();
        Statement statement = connection.createStatement();
        ResultSet triggers =
            statement.executeQuery(
                "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '"
                    + table
                    + "'")) {
      while (triggers.next()) {
        drops.add("DROP TRIGGER " + triggers.getString(1));
        creates.add(triggers.getString(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    taken.put(table, creates);
    return drops;
  }

  @Override
  List<String> rearm(String table) {
    return taken.get(table);
  }

  @Override
  String hex(Digest digest) {
    return "x'" + digest.hex() + "'";
  }

  @Test
  void replacingARowIsRefusedToo() throws Exception {
    String[] statements = {
      "INSERT OR REPLACE INTO fact SELECT * FROM fact WHERE seq = 3",
      "INSERT OR REPLACE INTO fact SELECT 8, 8, at_ms, actor, role, site, participant, stream,"
          + " version, kind, layout, bundle, software, 'new', hash FROM fact WHERE seq = 3",
      "INSERT OR REPLACE INTO content SELECT * FROM content WHERE seq = 3",
      "INSERT OR REPLACE INTO head SELECT 1, 9, hash, at_ms FROM head"
    };
    try (Connection connection = powerful();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> statement.executeUpdate(sql))
            .isInstanceOf(SQLException.class);
      }
      statement.executeUpdate("INSERT OR REPLACE INTO bundle SELECT digest, x'00' FROM bundle");
    }
    assertThat(new Verifier(database(), folder).verify(List.of()))
        .isInstanceOf(Verification.Intact.class);
  }

  @Test
  void aFileThatIsNoDatabaseIsUnreadable() throws Exception {
    Files.writeString(folder.resolve("other.db"), "not a database ".repeat(1000));
    assertThat(new Verifier(new Sqlite(folder.resolve("other.db")), folder).verify(List.of()))
        .isInstanceOf(Verification.Unreadable.class);
  }
}
