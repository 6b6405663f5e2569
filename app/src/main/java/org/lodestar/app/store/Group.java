package org.lodestar.app.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Stream;

/**
 * One transaction under the lock of the head row: any number of batches, each checked against the
 * facts stored and those of the batches before it.
 */
final class Group {
  private final Database database;
  private final WriteStatements statements;
  private final Ports ports;
  private final BodyReader reader;
  private final Map<Stream, Long> versions = new HashMap<>();
  private final Map<String, List<Fact>> answered = new HashMap<>();
  private int waiting;
  private boolean redacted;
  private HeadRow headRow;

  Group(Database database, WriteStatements statements, Ports ports, BodyReader reader)
      throws SQLException {
    this.database = database;
    this.statements = statements;
    this.ports = ports;
    this.reader = reader;
    database.beginWrite(statements.connection());
    this.headRow = HeadRow.read(statements.head());
    statements.clear();
  }

  /** Puts the batch into the transaction, or says why nothing of it may be written. */
  Appended add(Pending pending) throws SQLException {
    Batch batch = pending.batch();
    List<Fact> first = firstAnswer(batch.commandId());
    if (!first.isEmpty()) {
      return new Appended.Repeated(first);
    }
    Set<Stream> moved = moved(batch.read());
    if (!moved.isEmpty()) {
      return new Appended.Stale(moved);
    }
    if (batch.drafts().isEmpty()) {
      return new Appended.Written(List.of(), headRow.head());
    }
    BatchCheck.requireBytes(statements.connection(), batch);
    return write(pending);
  }

  private List<Fact> firstAnswer(String commandId) throws SQLException {
    List<Fact> here = answered.get(commandId);
    if (here != null) {
      return here;
    }
    long batch = FactTable.number(statements.command(), commandId);
    return batch == 0 ? List.of() : stored(batch);
  }

  private List<Fact> stored(long batch) throws SQLException {
    List<Fact> facts = new ArrayList<>();
    try (PreparedStatement select = statements.connection().prepareStatement(FactTable.BETWEEN)) {
      select.setLong(1, batch);
      select.setLong(2, FactTable.nextBatch(statements.connection(), batch) - 1);
      try (ResultSet rows = select.executeQuery()) {
        for (FactRow row : FactRow.page(rows, Integer.MAX_VALUE)) {
          facts.add(row.parse().toFact(reader));
        }
      }
    }
    return facts;
  }

  private Set<Stream> moved(Map<Stream, Long> read) throws SQLException {
    Set<Stream> moved = new HashSet<>();
    for (Map.Entry<Stream, Long> stream : read.entrySet()) {
      if (version(stream.getKey()) != stream.getValue()) {
        moved.add(stream.getKey());
      }
    }
    return moved;
  }

  /** The stream's version in this transaction. */
  long version(Stream stream) throws SQLException {
    Long known = versions.get(stream);
    if (known == null) {
      known = statements.stored(stream);
      versions.put(stream, known);
    }
    return known;
  }

  /** A fact as it stands in this transaction, or null. */
  @Nullable StoredFact find(long seq) throws SQLException {
    flush();
    return FactTable.find(statements.connection(), seq);
  }

  private Appended write(Pending pending) throws SQLException {
    Batch batch = pending.batch();
    Sealing sealing = new Sealing(this, ports, reader, headRow);
    for (int i = 0; i < batch.drafts().size(); i++) {
      sealing.add(batch, batch.drafts().get(i), pending.salted(i));
    }
    for (StoredFact fact : sealing.sealed()) {
      insert(fact);
      versions.put(fact.header().stream(), fact.header().version());
      ParticipantCode participant = fact.header().participant();
      if (participant != null) {
        versions.put(new Stream.Casebook(participant), fact.seq());
      }
    }
    for (StoredFact fact : sealing.redacted()) {
      redact(fact);
    }
    headRow = sealing.headRow();
    answered.put(batch.commandId(), sealing.facts());
    return new Appended.Written(sealing.facts(), headRow.head());
  }

  private void insert(StoredFact fact) throws SQLException {
    FactTable.bindFact(statements.insertFact(), fact);
    statements.insertFact().addBatch();
    FactTable.bindContent(statements.insertContent(), fact);
    statements.insertContent().addBatch();
    waiting++;
  }

  private void flush() throws SQLException {
    if (waiting > 0) {
      statements.insertFact().executeBatch();
      statements.insertContent().executeBatch();
      waiting = 0;
    }
  }

  private void redact(StoredFact fact) throws SQLException {
    flush();
    try (PreparedStatement update = statements.connection().prepareStatement(FactTable.REDACT)) {
      FactTable.bindRedaction(update, fact);
      update.executeUpdate();
    }
    redacted = true;
  }

  /** Whether there is anything to commit. */
  boolean wrote() {
    return !answered.isEmpty();
  }

  /** Makes everything added durable; the head of the log is then {@link #head}. */
  void commit() throws SQLException {
    flush();
    headRow.write(statements.moveHead());
    database.commit(statements.connection());
  }

  Head head() {
    return headRow.head();
  }

  /** Whether values were taken out of earlier facts. */
  boolean redacted() {
    return redacted;
  }
}
