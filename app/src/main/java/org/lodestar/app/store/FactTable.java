package org.lodestar.app.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Header;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Stream;

/** The statements on {@code fact} and {@code content}, the same for both stores. */
final class FactTable {
  private static final String PREV = ", (SELECT p.hash FROM fact p WHERE p.seq = f.seq - 1)";
  private static final String FROM = " FROM fact f LEFT JOIN content c ON c.seq = f.seq";

  static final String BETWEEN =
      "SELECT " + FactRow.COLUMNS + PREV + FROM + " WHERE f.seq BETWEEN ? AND ? ORDER BY f.seq";
  static final String OF_PARTICIPANT =
      "SELECT "
          + FactRow.COLUMNS
          + PREV
          + FROM
          + " WHERE f.participant = ? AND f.seq BETWEEN ? AND ? ORDER BY f.seq";

  /** A page of facts as one text, a line each: a column of a row asked for alone costs more. */
  static final String STEPS =
      "SELECT string_agg(seq || ' ' || at_ms || ' ' || version || ' ' || kind || ' ' || stream,"
          + " '\n' ORDER BY seq) FROM fact WHERE seq BETWEEN ? AND ?";

  static final String ALL = "SELECT " + FactRow.COLUMNS + FROM + " ORDER BY f.seq";
  static final String HASH = "SELECT hash FROM fact WHERE seq = ?";
  static final String INSERT_FACT =
      "INSERT INTO fact (seq, batch, at_ms, actor, role, site, participant, stream, version, kind,"
          + " layout, bundle, software, command_id, hash)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  static final String INSERT_CONTENT = "INSERT INTO content (seq, members, salts) VALUES (?, ?, ?)";
  static final String REDACT = "UPDATE content SET members = ?, salts = ? WHERE seq = ?";
  static final String LAST_OF_PARTICIPANT = "SELECT max(seq) FROM fact WHERE participant = ?";
  static final String VERSION = "SELECT max(version) FROM fact WHERE stream = ?";
  static final String COMMAND = "SELECT seq FROM fact WHERE command_id = ? AND seq = batch";
  static final String NEXT_BATCH =
      "SELECT seq FROM fact WHERE seq > ? AND batch <> ? ORDER BY seq LIMIT 1";

  private FactTable() {}

  static void bindFact(PreparedStatement insert, StoredFact fact) throws SQLException {
    Header header = fact.header();
    ParticipantCode participant = header.participant();
    insert.setLong(1, header.seq());
    insert.setLong(2, header.batch());
    insert.setLong(3, header.at().toEpochMilli());
    insert.setString(4, header.actor());
    insert.setString(5, header.role().key());
    insert.setString(6, header.site());
    insert.setString(7, participant == null ? null : participant.text());
    insert.setString(8, header.stream().path());
    insert.setLong(9, header.version());
    insert.setString(10, header.kind().key());
    insert.setInt(11, header.schema());
    insert.setBytes(12, header.bundle().bytes());
    insert.setString(13, header.software());
    insert.setString(14, header.commandId());
    insert.setBytes(15, fact.hash().bytes());
  }

  static void bindContent(PreparedStatement insert, StoredFact fact) throws SQLException {
    insert.setLong(1, fact.seq());
    insert.setString(2, fact.salted().text());
    insert.setBytes(3, fact.salted().salts());
  }

  static void bindRedaction(PreparedStatement update, StoredFact fact) throws SQLException {
    update.setString(1, fact.salted().text());
    update.setBytes(2, fact.salted().salts());
    update.setLong(3, fact.seq());
  }

  /** The batch after this one, {@link Long#MAX_VALUE} when it is the last. */
  static long nextBatch(Connection connection, long batch) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NEXT_BATCH)) {
      select.setLong(1, batch);
      select.setLong(2, batch);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? rows.getLong(1) : Long.MAX_VALUE;
      }
    }
  }

  /** The fact of this number, or null. */
  static @Nullable StoredFact find(Connection connection, long seq) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(BETWEEN)) {
      select.setLong(1, seq);
      select.setLong(2, seq);
      try (ResultSet rows = select.executeQuery()) {
        List<FactRow> page = FactRow.page(rows, 1);
        return page.isEmpty() ? null : page.getFirst().parse();
      }
    }
  }

  /** The version of a stream, 0 when nothing was written to it. */
  static long version(Connection connection, Stream stream) throws SQLException {
    return stream instanceof Stream.Casebook casebook
        ? number(connection, LAST_OF_PARTICIPANT, casebook.code().text())
        : number(connection, VERSION, stream.path());
  }

  /** One number that a statement with one text argument finds, 0 when it finds none. */
  static long number(Connection connection, String sql, String argument) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      return number(select, argument);
    }
  }

  /** The same with a statement that is prepared once and used often. */
  static long number(PreparedStatement select, String argument) throws SQLException {
    select.setString(1, argument);
    try (ResultSet rows = select.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }
}
