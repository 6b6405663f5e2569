package org.lodestar.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Header;
import org.lodestar.trial.fact.Kind;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.fact.Stream;

/**
 * A row of {@code fact} and {@code content} as the database gave it. Taking a row off the cursor is
 * one thread's work; understanding it and hashing it can be shared among several.
 */
final class FactRow {
  /** The columns that {@link #page} takes, in its order. */
  static final String COLUMNS =
      "f.seq, f.batch, f.at_ms, f.actor, f.role, f.site, f.participant, f.stream, f.version,"
          + " f.kind, f.layout, f.bundle, f.software, f.command_id, f.hash, c.members, c.salts";

  private static final int SALTS = 17;
  private static final int PREV = 18;

  private final long seq;
  private final long batch;
  private final long atMs;
  private final @Nullable String[] texts = new @Nullable String[SALTS];
  private final long version;
  private final int layout;
  private final byte @Nullable [] bundle;
  private final byte @Nullable [] hash;
  private final byte @Nullable [] salts;
  private final byte @Nullable [] prev;

  private FactRow(ResultSet row, boolean withPrev) throws SQLException {
    seq = row.getLong(1);
    batch = row.getLong(2);
    atMs = row.getLong(3);
    for (int column : new int[] {4, 5, 6, 7, 8, 10, 13, 14, 16}) {
      texts[column] = row.getString(column);
    }
    version = row.getLong(9);
    layout = row.getInt(11);
    bundle = row.getBytes(12);
    hash = row.getBytes(15);
    salts = row.getBytes(SALTS);
    prev = withPrev ? row.getBytes(PREV) : null;
  }

  /**
   * Takes the next rows off the cursor, at most so many. When there is an eighteenth column, it is
   * the hash of the fact before.
   */
  static List<FactRow> page(ResultSet rows, int most) throws SQLException {
    boolean withPrev = rows.getMetaData().getColumnCount() >= PREV;
    List<FactRow> page = new ArrayList<>();
    while (page.size() < most && rows.next()) {
      page.add(new FactRow(rows, withPrev));
    }
    return page;
  }

  /**
   * Works on all rows at once and answers in their order. A failure is thrown when its row is asked
   * for, so that what comes before it is still given and the first failure is the one reported.
   */
  static <T> List<Supplier<T>> ahead(List<FactRow> page, Function<FactRow, T> work) {
    return page.parallelStream().map(row -> attempt(row, work)).toList();
  }

  private static <T> Supplier<T> attempt(FactRow row, Function<FactRow, T> work) {
    try {
      T done = work.apply(row);
      return () -> done;
    } catch (StoreException e) {
      return () -> {
        throw e;
      };
    }
  }

  long seq() {
    return seq;
  }

  /**
   * The fact, behind the one whose hash stands in the row.
   *
   * @throws StoreException when the row holds what no row of a log can hold
   */
  StoredFact parse() {
    byte[] before = seq == 1 ? Digest.NONE.bytes() : prev;
    if (before == null || before.length != Digest.BYTES) {
      throw damaged("the fact before it is gone", null);
    }
    return parts().behind(Digest.fromBytes(before));
  }

  /**
   * All of the fact but the hash of the one before.
   *
   * @throws StoreException when the row holds what no row of a log can hold
   */
  Parts parts() {
    try {
      if (salts == null) {
        throw new IllegalArgumentException("its content is gone");
      }
      return new Parts(header(), SaltedContent.parse(text(16), salts), digest(hash, 15));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw damaged(String.valueOf(e.getMessage()), e);
    }
  }

  /** A fact that does not know yet which one stands before it. */
  record Parts(Header header, SaltedContent salted, Digest hash) {
    StoredFact behind(Digest before) {
      return new StoredFact(header, salted, before, hash);
    }
  }

  private StoreException damaged(String cause, @Nullable Throwable e) {
    Message message = StoreErrors.DAMAGED.message("seq", seq, "cause", cause);
    return new StoreException(StoreErrors.DAMAGED, message, e);
  }

  private Header header() {
    String participant = texts[7];
    return new Header(
        seq,
        batch,
        Instant.ofEpochMilli(atMs),
        text(4),
        Role.parse(text(5)),
        text(6),
        participant == null ? null : new ParticipantCode(participant),
        Stream.parse(text(8)),
        version,
        Kind.parse(text(10)),
        layout,
        digest(bundle, 12),
        text(13),
        text(14));
  }

  private String text(int column) {
    String text = texts[column];
    if (text == null) {
      throw empty(column);
    }
    return text;
  }

  private static Digest digest(byte @Nullable [] bytes, int column) {
    if (bytes == null) {
      throw empty(column);
    }
    return Digest.fromBytes(bytes);
  }

  private static IllegalArgumentException empty(int column) {
    return new IllegalArgumentException("column " + column + " is empty");
  }
}
