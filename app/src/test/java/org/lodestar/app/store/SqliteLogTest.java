package org.lodestar.app.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lodestar.app.store.Samples.FIRST;
import static org.lodestar.app.store.Samples.batch;
import static org.lodestar.app.store.Samples.opened;
import static org.lodestar.app.store.Samples.ports;
import static org.lodestar.app.store.Samples.redaction;
import static org.lodestar.app.store.Samples.saved;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.fact.Body;

class SqliteLogTest extends FactLogContract {
  private Path file() {
    return folder.resolve(FactLogs.SQLITE_FILE);
  }

  @Override
  FactLog open(Ports ports, BodyReader reader) {
    return SqlLog.open(new Sqlite(file()), folder, ports, reader);
  }

  @Test
  void aLogThatIsBuiltIsTheSameAsOneSyncedAtEveryCommit() {
    FactLogs.build(folder.resolve("built"), ports()).close();
    try (FactLog built = FactLogs.build(folder.resolve("built"), ports());
        FactLog synced = FactLogs.create(folder.resolve("synced"), ports())) {
      built.append(batch("c-1", opened()));
      synced.append(batch("c-1", opened()));
      assertThat(built.head()).isEqualTo(synced.head());
    }
    assertThat(FactLogs.verify(folder.resolve("built"), List.of()))
        .isInstanceOf(Verification.Intact.class);
  }

  /** A disk that has no more room than the database takes now. */
  private static final class FullDisk implements Database {
    private final Sqlite sqlite;
    private boolean full = true;

    private FullDisk(Path file) {
      this.sqlite = new Sqlite(file);
    }

    @Override
    public Connection openWriter() throws SQLException {
      Connection connection = sqlite.openWriter();
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA max_page_count = " + (full ? 1 : 1_000_000));
      }
      return connection;
    }

    @Override
    public Connection openReader() throws SQLException {
      return sqlite.openReader();
    }

    @Override
    public void beginWrite(Connection writer) throws SQLException {
      sqlite.beginWrite(writer);
    }

    @Override
    public void beginRead(Connection reader) throws SQLException {
      sqlite.beginRead(reader);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
      sqlite.commit(connection);
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
      sqlite.rollback(connection);
    }

    @Override
    public String lockHead() {
      return sqlite.lockHead();
    }

    @Override
    public boolean scrub(Connection writer) throws SQLException {
      return sqlite.scrub(writer);
    }

    @Override
    public void requireTables(Connection reader) throws SQLException {
      sqlite.requireTables(reader);
    }

    @Override
    public String selfCheck(Connection reader) throws SQLException {
      return sqlite.selfCheck(reader);
    }

    @Override
    public StoreException explain(SQLException failure) {
      return sqlite.explain(failure);
    }
  }

  @Test
  void aFullDiskIsSaidNothingIsHalfDoneAndTheLogGoesOnAfterwards() {
    log.append(batch("c0", opened()));
    FullDisk disk = new FullDisk(file());
    String large = "x".repeat(50_000);
    try (FactLog small = SqlLog.open(disk, folder, ports(), Body::read)) {
      Batch batch = batch("c1", saved(FIRST, 1, "lab.a", "1"), saved(FIRST, 2, "lab.a", large));
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> small.append(batch))
          .satisfies(e -> assertThat(e.error()).isEqualTo(StoreErrors.DISK_FULL));
      assertThat(Samples.all(small)).hasSize(1);
      disk.full = false;
      assertThat(Samples.written(small.append(batch))).hasSize(2);
    }
    assertThat(FactLogs.verify(folder, List.of())).isInstanceOf(Verification.Intact.class);
  }

  @Test
  void aRedactedValueIsInNoFileAnyMore() throws Exception {
    String name = "Ouyang Xiuying";
    log.append(batch("c0", opened(), saved(FIRST, 1, "lab.a", "1", "lab.name", name)));
    for (int i = 0; i < 50; i++) {
      log.append(batch("more" + i, saved(FIRST, 2, "lab.a", "" + i)));
    }
    assertThat(files()).anyMatch(bytes -> bytes.contains(name));
    log.append(batch("c1", redaction(2, "lab.name")));
    assertThat(files()).noneMatch(bytes -> bytes.contains(name));
  }

  private List<String> files() throws IOException {
    List<String> contents = new ArrayList<>();
    for (String suffix : new String[] {"", "-wal", "-shm"}) {
      Path path = folder.resolve(FactLogs.SQLITE_FILE + suffix);
      if (Files.exists(path)) {
        contents.add(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  @Test
  void aDatabaseOfANewerProgramIsNotTouched() throws Exception {
    log.append(batch("c0", opened()));
    log.close();
    try (Connection connection = new Sqlite(file()).openReader();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
    }
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> FactLogs.open(folder, ports()))
        .satisfies(e -> assertThat(e.error()).isEqualTo(StoreErrors.NEWER_SCHEMA));
  }

  @Test
  void aFolderWithoutALogAndAFileThatIsNoDatabaseAreSaid() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> FactLogs.open(empty, ports()))
        .satisfies(e -> assertThat(e.error()).isEqualTo(StoreErrors.NO_LOG));
    Files.write(empty.resolve(FactLogs.SQLITE_FILE), "no database ".repeat(999).getBytes(UTF_8));
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> FactLogs.open(empty, ports()))
        .satisfies(e -> assertThat(e.error()).isEqualTo(StoreErrors.UNREADABLE));
  }
}
