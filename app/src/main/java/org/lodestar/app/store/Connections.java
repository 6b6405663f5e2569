package org.lodestar.app.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Reading connections, as many as are used at once, kept for the next use. */
final class Connections implements AutoCloseable {
  /** What is done with a connection. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private final Database database;
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Connections(Database database) {
    this.database = database;
  }

  /** Runs the work in one consistent state of the log. */
  <T> T read(Work<T> work) {
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
