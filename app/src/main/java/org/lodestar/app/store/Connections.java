package org.lodestar.app.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * Reading connections, opened as they are needed and kept for the next use. Their number is
 * bounded: a server shared by several processes has few to give, and a waiting reader is better
 * than a refused one.
 */
final class Connections implements AutoCloseable {
  /** What is done with a connection. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private static final int MAX_CONNECTIONS = 6;

  private final Database database;
  private final Semaphore free = new Semaphore(MAX_CONNECTIONS, true);
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Connections(Database database) {
    this.database = database;
  }

  /** Runs the work in one consistent state of the log; the work must not read again by itself. */
  <T> T read(Work<T> work) {
    free.acquireUninterruptibly();
    try {
      return readNow(work);
    } finally {
      free.release();
    }
  }

  private <T> T readNow(Work<T> work) {
    if (closed) {
      throw StoreErrors.CLOSED.exception();
    }
    Connection connection = null;
    try {
      connection = idle.poll();
      if (connection == null) {
        connection = database.openReader();
      }
      database.beginRead(connection);
      T result = work.on(connection);
      database.rollback(connection);
      keep(connection);
      connection = null;
      return result;
    } catch (SQLException e) {
      throw database.explain(e);
    } finally {
      if (connection != null) {
        close(connection);
      }
    }
  }

  private void keep(Connection connection) {
    idle.push(connection);
    if (closed) {
      close();
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Connection next = idle.poll(); next != null; next = idle.poll()) {
      close(next);
    }
  }

  /** Closes, which rolls back, without a word: the caller reports what failed before. */
  static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      return;
    }
  }
}
