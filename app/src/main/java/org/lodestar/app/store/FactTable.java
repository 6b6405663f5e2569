package org.lodestar.app.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Content;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Header;
import org.lodestar.trial.fact.Json;
import org.lodestar.trial.fact.JsonText;
import org.lodestar.trial.fact.Kind;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.fact.Stream;

/** The statements on {@code fact} and {@code content}, the same for both stores. */
final class FactTable {
  private static final String COLUMNS =
      "f.seq, f.batch, f.at_ms, f.actor, f.role, f.site, f.participant, f.stream, f.version,"
          + " f.kind, f.layout, f.bundle, f.software, f.command_id, f.hash, c.members, c.salts";
  private static final String PREV = ", (SELECT p.hash FROM fact p WHERE p.seq = f.seq - 1)";
  private static final String FROM = " FROM fact f LEFT JOIN content c ON c.seq = f.seq";

  static final String BETWEEN =
      "SELECT " + COLUMNS + PREV + FROM + " WHERE f.seq BETWEEN ? AND ? ORDER BY f.seq";
  static final String OF_PARTICIPANT =
      "SELECT "
          + COLUMNS
          + PREV
          + FROM
          + " WHERE f.participant = ? AND f.seq BETWEEN ? AND ? ORDER BY f.seq";

  static final String STEPS =
      "SELECT seq, at_ms, stream, version, kind FROM fact WHERE seq BETWEEN ? AND ? ORDER BY seq";
  static final String ALL = "SELECT " + COLUMNS + FROM + " ORDER BY f.seq";
  static final String HASH = "SELECT hash FROM fact WHERE seq = ?";
  static final String INSERT_FACT =
      "INSERT INTO fact (seq, batch, at_ms, actor, role, site, participant, stream, version, kind,"
          + " layout, bundle, software, command_id, hash)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  static final String INSERT_CONTENT = "INSERT INTO content (seq, members, salts) VALUES (?, ?, ?)";
  static final String REDACT = "UPDATE content SET members = ?, salts = ? WHERE seq = ?";
  static final String VERSION = "SELECT max(version) FROM fact WHERE stream = ?";
  static final String COMMAND = "SELECT seq FROM fact WHERE command_id = ? AND seq = batch";
  static final String NEXT_BATCH =
      "SELECT seq FROM fact WHERE seq > ? AND batch <> ? ORDER BY seq LIMIT 1";

  private static final int HASH_BYTES = 32;

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
    insert.setString(2, fact.membersText());
    insert.setBytes(3, fact.salts());
  }

  static void bindRedaction(PreparedStatement update, StoredFact fact) throws SQLException {
    update.setString(1, fact.membersText());
    update.setBytes(2, fact.salts());
    update.setLong(3, fact.seq());
  }

  /**
   * The fact in the current row.
   *
   * @throws StoreException when the row holds what no row of a log can hold
   */
  static StoredFact read(ResultSet row) throws SQLException {
    long seq = row.getLong(1);
    byte[] prev = seq == 1 ? Digest.NONE.bytes() : row.getBytes(18);
    if (prev == null || prev.length != HASH_BYTES) {
      throw damaged(seq, "the fact before it is gone", null);
    }
    return read(row, Digest.fromBytes(prev));
  }

  /** The fact in the current row, given the hash of the one before. */
  static StoredFact read(ResultSet row, Digest prev) throws SQLException {
    try {
      byte[] salts = row.getBytes(17);
      if (salts == null) {
        throw new IllegalArgumentException("its content is gone");
      }
      return new StoredFact(header(row), content(row), salts, prev, digest(row, 15));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw damaged(row.getLong(1), String.valueOf(e.getMessage()), e);
    }
  }

  private static StoreException damaged(long seq, String cause, @Nullable Throwable e) {
    Message message = StoreErrors.DAMAGED.message("seq", seq, "cause", cause);
    return new StoreException(StoreErrors.DAMAGED, message, e);
  }

  private static Header header(ResultSet row) throws SQLException {
    String participant = row.getString(7);
    return new Header(
        row.getLong(1),
        row.getLong(2),
        Instant.ofEpochMilli(row.getLong(3)),
        text(row, 4),
        Role.parse(text(row, 5)),
        text(row, 6),
        participant == null ? null : new ParticipantCode(participant),
        Stream.parse(text(row, 8)),
        row.getLong(9),
        Kind.parse(text(row, 10)),
        row.getInt(11),
        digest(row, 12),
        text(row, 13),
        text(row, 14));
  }

  private static Content content(ResultSet row) throws SQLException {
    if (JsonText.parse(text(row, 16)) instanceof Json.Members members) {
      return new Content(members.values());
    }
    throw new IllegalArgumentException("its content is no JSON object");
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    if (text == null) {
      throw new IllegalArgumentException("column " + column + " is empty");
    }
    return text;
  }

  private static Digest digest(ResultSet row, int column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    if (bytes == null) {
      throw new IllegalArgumentException("column " + column + " is empty");
    }
    return Digest.fromBytes(bytes);
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
        return rows.next() ? read(rows) : null;
      }
    }
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
