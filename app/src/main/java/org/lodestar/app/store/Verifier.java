package org.lodestar.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Header;
import org.lodestar.trial.fact.Message;

/**
 * Examines a whole log in one consistent state: every digest is computed again from the stored
 * values, every fact must follow the one before it, all named bytes must be there, and the heads
 * remembered beside the database or on paper must be on the chain.
 */
final class Verifier {
  private static final int FETCH_ROWS = 1_000;
  private final Database database;
  private final Path headsLog;
  private final List<Message> notes = new ArrayList<>();

  Verifier(Database database, Path folder) {
    this.database = database;
    this.headsLog = folder.resolve(HeadsLog.NAME);
  }

  /**
   * @param expected heads from outside that the log must contain, such as one printed on a report
   */
  Verification verify(List<Head> expected) {
    try {
      // Lines added from now on may belong to commits that this transaction does not see.
      long headsSize = Files.exists(headsLog) ? Files.size(headsLog) : 0;
      Connection connection = database.openReader();
      try {
        database.beginRead(connection);
        return examine(connection, expected, headsSize);
      } finally {
        Connections.close(connection);
      }
    } catch (Breach e) {
      return e.broken();
    } catch (SQLException e) {
      return new Verification.Unreadable(database.explain(e).words());
    } catch (IOException e) {
      return new Verification.Unreadable(StoreErrors.UNREADABLE.message("cause", e));
    } catch (StoreException e) {
      return new Verification.Unreadable(e.words());
    }
  }

  private Verification examine(Connection connection, List<Head> expected, long headsSize)
      throws SQLException, IOException {
    database.requireTables(connection);
    Walk walk = walk(connection);
    requireHeadRow(connection, walk);
    long bundles = requireBytes(connection, ByteTable.BUNDLE, walk);
    long attachments = requireBytes(connection, ByteTable.ATTACHMENT, walk);
    for (Head head : expected) {
      requireHead(connection, walk.head(), head, "--expect");
    }
    requireHeadsLog(connection, walk.head(), headsSize);
    String found = database.selfCheck(connection);
    if (found != null) {
      return new Verification.Unreadable(StoreErrors.UNREADABLE.message("cause", found));
    }
    return new Verification.Intact(walk.head(), walk.head().seq(), bundles, attachments, notes);
  }

  private static Walk walk(Connection connection) throws SQLException {
    Walk walk = new Walk();
    try (PreparedStatement select = connection.prepareStatement(FactTable.ALL)) {
      select.setFetchSize(FETCH_ROWS);
      try (ResultSet rows = select.executeQuery()) {
        List<FactRow> page = FactRow.page(rows, FETCH_ROWS);
        while (!page.isEmpty()) {
          follow(page, walk);
          page = FactRow.page(rows, FETCH_ROWS);
        }
      }
    }
    walk.finish();
    return walk;
  }

  private static void follow(List<FactRow> page, Walk walk) {
    Iterator<Supplier<FactRow.Parts>> parts = FactRow.ahead(page, FactRow::parts).iterator();
    for (FactRow row : page) {
      walk.requireNext(row.seq());
      walk.accept(fact(parts.next(), walk.head()));
    }
  }

  private static StoredFact fact(Supplier<FactRow.Parts> parts, Head before) {
    try {
      return parts.get().behind(before.hash());
    } catch (StoreException e) {
      throw Breach.of(e, before.seq() + 1);
    }
  }

  private static void requireHeadRow(Connection connection, Walk walk) throws SQLException {
    HeadRow stated = HeadRow.read(connection, HeadRow.SELECT);
    Header last = walk.last();
    HeadRow found = new HeadRow(walk.head(), last == null ? Instant.EPOCH : last.at());
    if (!stated.equals(found)) {
      throw Breach.of(
          StoreErrors.HEAD_DIFFERS, walk.head().seq(), null, "stated", stated, "found", found);
    }
  }

  private static long requireBytes(Connection connection, ByteTable table, Walk walk)
      throws SQLException {
    long count = table.requireDigests(connection);
    for (Map.Entry<String, Long> named : walk.named(table).entrySet()) {
      Digest digest = new Digest(named.getKey());
      long seq = named.getValue();
      if (!table.holds(connection, digest)) {
        throw Breach.of(StoreErrors.BYTES_MISSING, seq, digest, "seq", seq, "digest", digest);
      }
    }
    return count;
  }

  private void requireHeadsLog(Connection connection, Head last, long size)
      throws SQLException, IOException {
    if (!Files.exists(headsLog)) {
      if (last.seq() > 0) {
        notes.add(StoreErrors.NO_HEADS_LOG.message());
      }
      return;
    }
    try (HeadLines lines = new HeadLines(headsLog, size);
        PreparedStatement select = connection.prepareStatement(FactTable.HASH)) {
      for (Head head = lines.next(); head != null; head = lines.next()) {
        requireHead(select, last, head, HeadsLog.NAME);
      }
    }
  }

  private static void requireHead(Connection connection, Head last, Head head, String source)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FactTable.HASH)) {
      requireHead(select, last, head, source);
    }
  }

  private static void requireHead(PreparedStatement select, Head last, Head head, String source)
      throws SQLException {
    if (head.seq() > last.seq()) {
      throw Breach.at(head.seq(), StoreErrors.TAIL_CUT, "source", source, "last", last.seq());
    }
    select.setLong(1, head.seq());
    try (ResultSet rows = select.executeQuery()) {
      Digest found = rows.next() ? Digest.fromBytes(rows.getBytes(1)) : Digest.NONE;
      if (!found.equals(head.hash())) {
        throw Breach.at(head.seq(), StoreErrors.REWRITTEN, "source", source);
      }
    }
  }
}
