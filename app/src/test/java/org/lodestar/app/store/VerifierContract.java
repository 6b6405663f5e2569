package org.lodestar.app.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodestar.app.store.Samples.FIRST;
import static org.lodestar.app.store.Samples.batch;
import static org.lodestar.app.store.Samples.opened;
import static org.lodestar.app.store.Samples.ports;
import static org.lodestar.app.store.Samples.redaction;
import static org.lodestar.app.store.Samples.saved;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Stream;

/** What the examination of a log must find, whatever the store, and what the tables refuse. */
abstract class VerifierContract {
  @TempDir Path folder;
  private FactLog log;
  private Digest bundle;
  private Digest file;

  abstract void create() throws Exception;

  /** The database as the program opens it. */
  abstract Database database();

  /** A connection of somebody who may do anything, in auto-commit mode. */
  abstract Connection powerful() throws SQLException;

  /** Statements by which somebody powerful takes the triggers of a table away. */
  abstract List<String> disarm(String table);

  abstract List<String> rearm(String table);

  @BeforeEach
  void fill() throws Exception {
    create();
    log = SqlLog.open(database(), folder, ports(), Body::read);
    bundle = log.putBundle("the protocol".getBytes(UTF_8));
    file = log.putAttachment("a file".getBytes(UTF_8));
    log.append(batch("c1", opened()));
    log.append(batch("c2", Draft.of(Stream.TRIAL, new Body.ProtocolActivated(bundle, "1"))));
    log.append(
        batch("c3", saved(FIRST, 1, "lab.a", "1", "lab.b", "2"), saved(FIRST, 2, "lab.a", "3")));
    Body imported = new Body.ArtefactImported("scan", "text/plain", 6, file, List.of("1.2.3"));
    log.append(batch("c4", Draft.of(Stream.TRIAL, imported)));
    log.append(batch("c5", redaction(3, "lab.a")));
    log.append(batch("c6", saved(FIRST, 1, "lab.a", "4")));
  }

  @AfterEach
  void close() {
    log.close();
  }

  private Verification verify(Head... expected) {
    return new Verifier(database(), folder).verify(List.of(expected));
  }

  /** Changes the database behind the triggers' back. */
  private void tamper(String table, String sql) throws SQLException {
    try (Connection connection = powerful();
        Statement statement = connection.createStatement()) {
      for (String disarming : disarm(table)) {
        statement.execute(disarming);
      }
      assertThat(statement.executeUpdate(sql)).isPositive();
      for (String rearming : rearm(table)) {
        statement.execute(rearming);
      }
    }
  }

  private void assertBroken(StoreErrors what, long seq) {
    assertThat(verify())
        .isInstanceOfSatisfying(
            Verification.Broken.class,
            broken -> {
              assertThat(broken.what()).as(broken.toString()).isEqualTo(what);
              assertThat(broken.seq()).isEqualTo(seq);
              assertThat(broken.message().in(Language.EN)).doesNotContain("{");
              assertThat(broken.message().in(Language.ZH)).doesNotContain("{");
            });
  }

  @Test
  void aLogAsItWasWrittenIsIntact() {
    Head head = log.head();
    assertThat(verify(head)).isEqualTo(new Verification.Intact(head, 7, 1, 1, List.of()));
  }

  @Test
  void anEarlierHeadOnPaperIsFoundOnTheChain() {
    Digest third = Samples.all(log).get(2).hash();
    assertThat(verify(new Head(3, third))).isInstanceOf(Verification.Intact.class);
    assertThat(verify(new Head(3, Digest.ofText("other"))))
        .isInstanceOfSatisfying(
            Verification.Broken.class,
            broken -> assertThat(broken.what()).isEqualTo(StoreErrors.REWRITTEN));
    assertThat(verify(new Head(8, third)))
        .isInstanceOfSatisfying(
            Verification.Broken.class,
            broken -> assertThat(broken.what()).isEqualTo(StoreErrors.TAIL_CUT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "actor = 'u-018'",
        "role = 'monitor'",
        "site = '02'",
        "participant = 'S-002'",
        "participant = NULL",
        "stream = 'form/S-001/cycle-1/laboratory/3'",
        "kind = 'form-completed'",
        "software = 'lodestar 0.1.1'",
        "command_id = 'c33'"
      })
  void aChangedColumnOfTheHeaderIsNamed(String change) throws Exception {
    tamper("fact", "UPDATE fact SET " + change + " WHERE seq = 3");
    assertBroken(StoreErrors.HASH_DIFFERS, 3);
  }

  @Test
  void aChangedValueIsNamedAndNeverShown() throws Exception {
    tamper(
        "content", "UPDATE content SET members = replace(members, '\"2\"', '\"3\"') WHERE seq = 3");
    assertBroken(StoreErrors.HASH_DIFFERS, 3);
    assertThatThrownBy(() -> log.participant(FIRST, 1, 7)).hasMessageContaining("Fact 3");
  }

  @Test
  void aMissingFactIsNamed() throws Exception {
    tamper("fact", "DELETE FROM fact WHERE seq = 4");
    assertBroken(StoreErrors.FACT_MISSING, 4);
  }

  @Test
  void missingContentIsNamed() throws Exception {
    tamper("content", "DELETE FROM content WHERE seq = 4");
    assertBroken(StoreErrors.DAMAGED, 4);
  }

  @Test
  void aCutTailIsFoundWithHeadsLog() throws Exception {
    Digest sixth = Samples.all(log).get(5).hash();
    tamper("fact", "DELETE FROM fact WHERE seq = 7");
    assertBroken(StoreErrors.HEAD_DIFFERS, 6);
    tamper("content", "DELETE FROM content WHERE seq = 7");
    tamper("head", "UPDATE head SET seq = 6, hash = " + hex(sixth));
    assertBroken(StoreErrors.TAIL_CUT, 7);
    Files.delete(folder.resolve("heads.log"));
    assertThat(verify())
        .isInstanceOfSatisfying(
            Verification.Intact.class, intact -> assertThat(intact.notes()).hasSize(1));
  }

  abstract String hex(Digest digest);

  @Test
  void aTailRewrittenWithAValidChainIsFoundWithHeadsLog() throws Exception {
    Digest sixth = Samples.all(log).get(5).hash();
    tamper("fact", "DELETE FROM fact WHERE seq = 7");
    tamper("content", "DELETE FROM content WHERE seq = 7");
    tamper("head", "UPDATE head SET seq = 6, hash = " + hex(sixth));
    Path kept = Files.move(folder.resolve("heads.log"), folder.resolve("kept"));
    log.append(batch("c6", saved(FIRST, 1, "lab.a", "forged")));
    assertThat(verify()).isInstanceOf(Verification.Intact.class);
    Files.move(
        kept, folder.resolve("heads.log"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertBroken(StoreErrors.REWRITTEN, 7);
  }

  @Test
  void aLineOfHeadsLogThatIsNoHeadIsNamed() throws Exception {
    Files.writeString(folder.resolve("heads.log"), "7:xyz\n", StandardOpenOption.APPEND);
    assertBroken(StoreErrors.HEADS_LINE, 0);
  }

  @Test
  void aLastLineThatACrashToreCountsAsNotWritten() throws Exception {
    Path heads = folder.resolve("heads.log");
    Files.writeString(heads, "8:0123ab", StandardOpenOption.APPEND);
    assertThat(verify()).isInstanceOf(Verification.Intact.class);
    log.close();
    log = SqlLog.open(database(), folder, ports(), Body::read);
    log.append(batch("c7", opened()));
    assertThat(verify()).isInstanceOf(Verification.Intact.class);
    assertThat(Files.readString(heads)).doesNotContain("0123ab");
  }

  @Test
  void aBundleThatChangedIsNamed() throws Exception {
    tamper("bundle", "UPDATE bundle SET bytes = " + hex(file));
    assertThat(verify())
        .isInstanceOfSatisfying(
            Verification.Broken.class,
            broken -> {
              assertThat(broken.what()).isEqualTo(StoreErrors.DAMAGED_BYTES);
              assertThat(broken.bytes()).isEqualTo(bundle);
            });
    assertThatThrownBy(() -> log.bundle(bundle)).hasMessageContaining(bundle.hex());
  }

  @Test
  void aBundleThatIsGoneIsNamedWithTheFactThatNeedsIt() throws Exception {
    tamper("bundle", "DELETE FROM bundle");
    assertBroken(StoreErrors.BYTES_MISSING, 2);
  }

  @Test
  void anAttachmentThatIsGoneIsNamedWithTheFactThatNeedsIt() throws Exception {
    tamper("attachment", "DELETE FROM attachment");
    assertBroken(StoreErrors.BYTES_MISSING, 5);
  }

  @Test
  void aRedactionWithoutItsFactIsFound() throws Exception {
    String left =
        log.participant(FIRST, 1, 3).get(0).body().content().members().get("lab.a").canonical();
    String forged = left.replace("\"by\":\"6\"", "\"by\":\"7\"");
    tamper(
        "content",
        "UPDATE content SET members = replace(members, '" + left + "', '" + forged + "')");
    assertBroken(StoreErrors.REDACTION_DIFFERS, 3);
  }

  @Test
  void aTriggerThatWasTakenAwayIsNamed() throws Exception {
    try (Connection connection = powerful();
        Statement statement = connection.createStatement()) {
      for (String disarming : disarm("fact")) {
        statement.execute(disarming);
      }
    }
    assertBroken(StoreErrors.TABLES_DIFFER, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE fact SET actor = 'x' WHERE seq = 3",
        "UPDATE fact SET seq = 99 WHERE seq = 7",
        "DELETE FROM fact WHERE seq = 7",
        "UPDATE content SET members = '{}' WHERE seq = 3",
        "UPDATE content SET members = replace(members, '\"2\"', '\"3\"') WHERE seq = 3",
        "UPDATE content SET seq = 99 WHERE seq = 7",
        "DELETE FROM content WHERE seq = 3",
        "UPDATE bundle SET digest = digest",
        "DELETE FROM bundle",
        "UPDATE attachment SET bytes = digest",
        "DELETE FROM attachment",
        "UPDATE head SET seq = 3",
        "UPDATE head SET seq = 8",
        "DELETE FROM head"
      })
  void theTablesRefuseEveryChange(String sql) throws Exception {
    try (Connection connection = powerful();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeUpdate(sql)).isInstanceOf(SQLException.class);
    }
    assertThat(verify()).isInstanceOf(Verification.Intact.class);
  }

  @Test
  void aValueCannotBeTakenOutAfterTheFactThatSaysSoIsCommitted() throws Exception {
    String left = "{\"by\":\"6\",\"redacted\":\"" + "0".repeat(64) + "\"}";
    String sql =
        "UPDATE content SET members = replace(members, '{\"text\":\"2\"}', '"
            + left
            + "') WHERE seq = 3";
    try (Connection connection = powerful();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeUpdate(sql)).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void verifyingWhileOthersWriteFindsNoFault() throws Exception {
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; i < 200; i++) {
                log.append(batch("w" + i, saved(FIRST, 3, "lab.a", "" + i)));
              }
            });
    writer.start();
    while (writer.isAlive()) {
      assertThat(verify()).isInstanceOf(Verification.Intact.class);
    }
    writer.join();
    assertThat(verify()).isInstanceOf(Verification.Intact.class);
  }
}
