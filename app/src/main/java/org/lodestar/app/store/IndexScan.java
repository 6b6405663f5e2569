package org.lodestar.app.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.TrialIndex.FormStep;
import org.lodestar.trial.fact.Fact;

/**
 * Reads what the trial-wide index needs of a range of facts. Pages are read by all processors a few
 * ahead of the one that folds them, so that a long range leaves nothing behind but the index: what
 * is held too long is what the collector moves while somebody waits.
 */
final class IndexScan {
  private static final int PAGE_ROWS = 1_000;
  private static final int PAGES_AHEAD = 3;

  private final Connections readers;
  private final BodyReader reader;
  private final StepReader steps = new StepReader();

  IndexScan(Connections readers, BodyReader reader) {
    this.readers = readers;
    this.reader = reader;
  }

  /** A row is the step of a form, or a whole fact of another stream. */
  private record Row(@Nullable FormStep step, @Nullable Fact fact) {}

  void scan(long fromSeq, long toSeq, Consumer<FormStep> eachStep, Consumer<Fact> eachFact) {
    Queue<CompletableFuture<List<Row>>> ahead = new ArrayDeque<>();
    long next = fromSeq;
    while (next <= toSeq || !ahead.isEmpty()) {
      while (next <= toSeq && ahead.size() < PAGES_AHEAD) {
        long first = next;
        long last = Math.min(toSeq, first + PAGE_ROWS - 1);
        ahead.add(CompletableFuture.supplyAsync(() -> page(first, last)));
        next = last + 1;
      }
      for (Row row : read(ahead.remove())) {
        if (row.step() != null) {
          eachStep.accept(row.step());
        } else if (row.fact() != null) {
          eachFact.accept(row.fact());
        }
      }
    }
  }

  private static List<Row> read(CompletableFuture<List<Row>> page) {
    try {
      return page.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StoreException failure ? failure : e;
    }
  }

  private List<Row> page(long fromSeq, long toSeq) {
    return readers.read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(FactTable.STEPS)) {
            select.setLong(1, fromSeq);
            select.setLong(2, toSeq);
            try (ResultSet rows = select.executeQuery()) {
              String lines = rows.next() ? rows.getString(1) : null;
              return page(connection, lines == null ? "" : lines, fromSeq, toSeq);
            }
          }
        });
  }

  private List<Row> page(Connection connection, String lines, long fromSeq, long toSeq)
      throws SQLException {
    List<Row> page = new ArrayList<>();
    int begin = 0;
    for (long seq = fromSeq; seq <= toSeq; seq++) {
      int newline = lines.indexOf('\n', begin);
      int end = newline < 0 ? lines.length() : newline;
      FormStep step = steps.read(seq, lines, begin, end);
      page.add(new Row(step, step == null ? whole(connection, seq) : null));
      begin = end + 1;
    }
    return page;
  }

  private @Nullable Fact whole(Connection connection, long seq) throws SQLException {
    StoredFact stored = FactTable.find(connection, seq);
    return stored == null ? null : stored.toFact(reader);
  }
}
