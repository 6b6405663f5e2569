package org.lodestar.app.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestar.app.store.Samples.FIRST;
import static org.lodestar.app.store.Samples.batch;
import static org.lodestar.app.store.Samples.opened;
import static org.lodestar.app.store.Samples.ports;
import static org.lodestar.app.store.Samples.redaction;
import static org.lodestar.app.store.Samples.sixteen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Stream;

/** One byte of a log on SQLite changes: the examination says so, or the byte meant nothing. */
class ByteFlipTest {
  private enum Answer {
    BROKEN,
    UNREADABLE,
    INTACT
  }

  @TempDir Path folder;
  private byte[] database;
  private List<Fact> facts;
  private String dump;

  @BeforeEach
  void writeLog() throws Exception {
    Path original = Files.createDirectory(folder.resolve("original"));
    try (FactLog log = FactLogs.create(original, ports())) {
      Digest bundle = log.putBundle("a protocol ".repeat(400).getBytes(UTF_8));
      log.putAttachment("a file ".repeat(900).getBytes(UTF_8));
      log.append(batch("c0", opened()));
      log.append(batch("c1", Draft.of(Stream.TRIAL, new Body.ProtocolActivated(bundle, "1"))));
      for (int i = 0; i < 40; i++) {
        log.append(batch("s" + i, sixteen(ParticipantCode.ofOrdinal(1 + i % 3), i + 1, i)));
      }
      log.append(batch("r", redaction(5, "lab.vc")));
      facts = Samples.all(log);
    }
    database = Files.readAllBytes(original.resolve(FactLogs.SQLITE_FILE));
    dump = dump(original);
    Files.createDirectory(folder.resolve("flipped"));
    Files.copy(original.resolve("heads.log"), folder.resolve("kept-heads"));
  }

  @Test
  void twoHundredFlipsAreFoundOrHitNothing() throws Exception {
    Map<Answer, Integer> answers = flip(200, 20260302);
    assertThat(answers.get(Answer.BROKEN)).as(answers.toString()).isGreaterThan(50);
  }

  @Test
  @Tag("nightly")
  void twentyThousandFlipsAreFoundOrHitNothing() throws Exception {
    flip(20_000, 7);
  }

  private Map<Answer, Integer> flip(int times, long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(database.length);
      int bit = 1 << random.nextInt(8);
      answers.merge(examine(at, bit), 1, Integer::sum);
    }
    return answers;
  }

  private Answer examine(int at, int bit) throws Exception {
    Path data = folder.resolve("flipped");
    byte[] flipped = database.clone();
    flipped[at] ^= (byte) bit;
    Files.write(data.resolve(FactLogs.SQLITE_FILE), flipped);
    Files.deleteIfExists(data.resolve("lodestar.db-wal"));
    Files.deleteIfExists(data.resolve("lodestar.db-shm"));
    Files.copy(
        folder.resolve("kept-heads"),
        data.resolve("heads.log"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    String where = "byte " + at + " xor " + bit;
    Verification verification = FactLogs.verify(data, List.of());
    requireNoWrongValue(data, where);
    return switch (verification) {
      case Verification.Broken broken -> {
        assertThat(broken.seq() > 0 || broken.bytes() != null || isAboutTables(broken))
            .as(where + broken)
            .isTrue();
        yield Answer.BROKEN;
      }
      case Verification.Unreadable ignored -> Answer.UNREADABLE;
      case Verification.Intact intact -> {
        assertThat(intact.facts()).as(where).isEqualTo(facts.size());
        assertThat(dump(data).equals(dump)).as("%s left other contents", where).isTrue();
        yield Answer.INTACT;
      }
    };
  }

  private static boolean isAboutTables(Verification.Broken broken) {
    return broken.what() == StoreErrors.TABLES_DIFFER;
  }

  /** Whatever can still be read is what was written. */
  private void requireNoWrongValue(Path data, String where) {
    List<Fact> read = new ArrayList<>();
    try (FactLog log = FactLogs.open(data, ports())) {
      read.addAll(log.participant(FIRST, 1, Long.MAX_VALUE));
      log.read(1, Long.MAX_VALUE, read::add);
    } catch (StoreException e) {
      assertThat(e.words()).isNotNull();
    }
    for (Fact fact : read) {
      assertThat(fact).as(where).isEqualTo(facts.get((int) fact.seq() - 1));
    }
  }

  /** Every row of every table and the definitions, as SQL literals. */
  private static String dump(Path data) throws SQLException {
    StringBuilder out = new StringBuilder();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve(FactLogs.SQLITE_FILE));
        Statement statement = connection.createStatement()) {
      String[] tables = {"fact", "content", "bundle", "attachment", "head"};
      for (String table : tables) {
        append(statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1"), out);
      }
      append(statement.executeQuery("SELECT type, name, tbl_name, sql FROM sqlite_schema"), out);
    }
    return out.toString();
  }

  private static void append(ResultSet rows, StringBuilder out) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      for (int column = 1; column <= columns; column++) {
        byte[] bytes = rows.getBytes(column);
        out.append(bytes == null ? "null" : java.util.HexFormat.of().formatHex(bytes)).append(' ');
      }
      out.append('\n');
    }
  }
}
