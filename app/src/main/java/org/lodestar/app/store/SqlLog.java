package org.lodestar.app.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.TrialIndex.FormStep;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Stream;

/** The log on either database. */
final class SqlLog implements FactLog {
  private static final int FETCH_ROWS = 500;

  /** Rows understood at once: enough for all processors, few enough to be garbage soon. */
  private static final int PAGE_ROWS = 64;

  private final Database database;
  private final BodyReader reader;
  private final HeadsLog heads;
  private final Connections readers;
  private final Writer writer;

  private SqlLog(
      Database database, Connection first, Ports ports, BodyReader reader, HeadsLog heads) {
    this.database = database;
    this.reader = reader;
    this.heads = heads;
    this.readers = new Connections(database);
    this.writer = new Writer(database, first, ports, reader, heads);
  }

  /**
   * Opens the log and brings its tables up to date.
   *
   * @param folder where {@code heads.log} is kept
   */
  static SqlLog open(Database database, Path folder, Ports ports, BodyReader reader) {
    try {
      Connection first = database.openWriter();
      SqlLog log = new SqlLog(database, first, ports, reader, new HeadsLog(folder));
      log.rememberHead(first);
      log.writer.start();
      return log;
    } catch (SQLException e) {
      throw database.explain(e);
    }
  }

  /** A crash may have come between a commit and its line. */
  private void rememberHead(Connection first) throws SQLException {
    try {
      database.beginRead(first);
      Head head = HeadRow.read(first, HeadRow.SELECT).head();
      database.rollback(first);
      if (head.seq() > 0) {
        heads.add(head);
      }
    } catch (SQLException | StoreException e) {
      Connections.close(first);
      throw e;
    }
  }

  @Override
  public Head head() {
    return readers.read(connection -> HeadRow.read(connection, HeadRow.SELECT).head());
  }

  @Override
  public Appended append(Batch batch) {
    return writer.append(batch);
  }

  @Override
  public void read(long fromSeq, long toSeq, Consumer<Fact> each) {
    query(
        FactTable.BETWEEN,
        select -> {
          select.setLong(1, fromSeq);
          select.setLong(2, toSeq);
        },
        each);
  }

  @Override
  public List<Fact> participant(ParticipantCode code, long fromSeq, long toSeq) {
    List<Fact> facts = new ArrayList<>();
    query(
        FactTable.OF_PARTICIPANT,
        select -> {
          select.setString(1, code.text());
          select.setLong(2, fromSeq);
          select.setLong(3, toSeq);
        },
        facts::add);
    return facts;
  }

  @Override
  public List<Fact> answer(String commandId) {
    List<Fact> facts = new ArrayList<>();
    long batch =
        readers.read(connection -> FactTable.number(connection, FactTable.COMMAND, commandId));
    if (batch > 0) {
      long next = readers.read(connection -> FactTable.nextBatch(connection, batch));
      read(batch, next - 1, facts::add);
    }
    return facts;
  }

  @Override
  public void index(
      long fromSeq, long toSeq, Consumer<FormStep> eachStep, Consumer<Fact> eachFact) {
    new IndexScan(readers, reader).scan(fromSeq, toSeq, eachStep, eachFact);
  }

  private interface Binding {
    void to(PreparedStatement select) throws SQLException;
  }

  private void query(String sql, Binding binding, Consumer<Fact> each) {
    readers.read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH_ROWS);
            binding.to(select);
            try (ResultSet rows = select.executeQuery()) {
              List<FactRow> page = FactRow.page(rows, PAGE_ROWS);
              while (!page.isEmpty()) {
                deliver(connection, page, each);
                page = FactRow.page(rows, PAGE_ROWS);
              }
            }
          }
          return sql;
        });
  }

  /** All processors understand and hash the rows of a page; they are delivered in their order. */
  private void deliver(Connection connection, List<FactRow> page, Consumer<Fact> each)
      throws SQLException {
    for (Supplier<Understood> row : FactRow.ahead(page, this::understand)) {
      Understood next = row.get();
      Redactions.requireSaid(connection, next.stored());
      each.accept(next.fact());
    }
  }

  private record Understood(StoredFact stored, Fact fact) {}

  private Understood understand(FactRow row) {
    StoredFact stored = row.parse();
    return new Understood(stored, stored.toFact(reader));
  }

  @Override
  public long version(Stream stream) {
    return readers.read(connection -> FactTable.version(connection, stream));
  }

  @Override
  public Digest putBundle(byte[] bytes) {
    return put(ByteTable.BUNDLE, bytes);
  }

  @Override
  public byte @Nullable [] bundle(Digest digest) {
    return find(ByteTable.BUNDLE, digest);
  }

  @Override
  public Digest putAttachment(byte[] bytes) {
    return put(ByteTable.ATTACHMENT, bytes);
  }

  @Override
  public byte @Nullable [] attachment(Digest digest) {
    return find(ByteTable.ATTACHMENT, digest);
  }

  /** Bytes need no order and no lock of the head: they have a short transaction of their own. */
  private Digest put(ByteTable table, byte[] bytes) {
    Digest digest = Digest.of(bytes);
    try (Connection connection = database.openWriter()) {
      database.beginWrite(connection);
      table.insert(connection, digest, bytes);
      database.commit(connection);
      return digest;
    } catch (SQLException e) {
      throw database.explain(e);
    }
  }

  private byte @Nullable [] find(ByteTable table, Digest digest) {
    return readers.<Found>read(connection -> new Found(table.find(connection, digest))).bytes;
  }

  private static final class Found {
    private final byte @Nullable [] bytes;

    private Found(byte @Nullable [] bytes) {
      this.bytes = bytes;
    }
  }

  @Override
  public @Nullable Message trouble() {
    return heads.trouble();
  }

  @Override
  public void close() {
    writer.close();
    heads.close();
    readers.close();
    database.closed();
  }
}
