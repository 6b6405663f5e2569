package org.lodestar.app.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of this process that writes: it takes every batch that waits into one transaction.
 * A thread of its own, so that interrupting a caller never breaks a commit.
 */
final class Writer implements AutoCloseable {
  private static final int MOST_BATCHES = 1_000;

  private final Database database;
  private final Ports ports;
  private final BodyReader reader;
  private final HeadsLog heads;
  private final Queue<Pending> waiting = new ArrayDeque<>();
  private final Thread thread;
  private @Nullable WriteStatements statements;
  private @Nullable Connection connection;
  private boolean scrubDue;
  private boolean closed;

  Writer(Database database, Connection first, Ports ports, BodyReader reader, HeadsLog heads) {
    this.database = database;
    this.connection = first;
    this.ports = ports;
    this.reader = reader;
    this.heads = heads;
    this.thread = Thread.ofPlatform().daemon().name("fact-log-writer").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Waits until the batch is durable or refused. */
  Appended append(Batch batch) {
    Pending pending = Pending.of(batch, ports.salts());
    enqueue(pending);
    return pending.await();
  }

  private synchronized void enqueue(Pending pending) {
    if (closed) {
      throw StoreErrors.CLOSED.exception();
    }
    waiting.add(pending);
    notifyAll();
  }

  /** The batches that wait; none when the log is closed. */
  private synchronized List<Pending> next() throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    List<Pending> group = new ArrayList<>();
    while (!waiting.isEmpty() && group.size() < MOST_BATCHES) {
      group.add(waiting.remove());
    }
    return group;
  }

  private void run() {
    try {
      for (List<Pending> group = next(); !group.isEmpty(); group = next()) {
        write(group);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      disconnect();
    }
  }

  /** A group that fails as a whole is tried batch by batch: one must not fail the others. */
  private void write(List<Pending> group) {
    try {
      commit(group);
    } catch (StoreException e) {
      if (group.size() == 1) {
        group.getFirst().fail(e);
      } else {
        group.forEach(single -> write(List.of(single)));
      }
    }
  }

  private void commit(List<Pending> pendings) {
    try {
      Map<Pending, Appended> answers = transact(connected(), pendings);
      answers.forEach(Pending::complete);
    } catch (SQLException e) {
      StoreException failure = database.explain(e);
      disconnect();
      throw failure;
    } catch (StoreException e) {
      disconnect();
      throw e;
    } catch (RuntimeException | Error e) {
      disconnect();
      throw StoreErrors.IO.exception(e, "cause", String.valueOf(e));
    }
  }

  private Map<Pending, Appended> transact(WriteStatements open, List<Pending> pendings)
      throws SQLException {
    Map<Pending, Appended> answers = new LinkedHashMap<>();
    Group group = new Group(database, open, ports, reader);
    for (Pending pending : pendings) {
      add(group, pending, answers);
    }
    if (!group.wrote()) {
      database.rollback(open.connection());
      return answers;
    }
    group.commit();
    heads.add(group.head());
    scrubDue |= group.redacted();
    scrub(open.connection());
    return answers;
  }

  private static void add(Group group, Pending pending, Map<Pending, Appended> answers)
      throws SQLException {
    try {
      answers.put(pending, group.add(pending));
    } catch (StoreException e) {
      pending.fail(e);
    }
  }

  /** The redaction is durable already; files that are in use are cleaned after a later commit. */
  private void scrub(Connection open) {
    if (scrubDue) {
      try {
        scrubDue = !database.scrub(open);
      } catch (SQLException e) {
        scrubDue = true;
      }
    }
  }

  private WriteStatements connected() throws SQLException {
    WriteStatements open = statements;
    if (open == null) {
      Connection fresh = connection == null ? database.openWriter() : connection;
      connection = fresh;
      open = WriteStatements.prepare(fresh, database.lockHead());
      statements = open;
    }
    return open;
  }

  /** After a failure the transaction's state is unknown: closing rolls it back. */
  private void disconnect() {
    Connection open = connection;
    statements = null;
    connection = null;
    if (open != null) {
      Connections.close(open);
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
