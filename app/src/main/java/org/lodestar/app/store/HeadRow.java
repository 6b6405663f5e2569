package org.lodestar.app.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.lodestar.trial.fact.Digest;

/** The one row of table {@code head}: the newest fact and its instant. */
record HeadRow(Head head, Instant at) {
  static final String SELECT = "SELECT seq, hash, at_ms FROM head";
  static final String UPDATE = "UPDATE head SET seq = ?, hash = ?, at_ms = ?";

  static HeadRow read(Connection connection, String select) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      return read(statement);
    }
  }

  static HeadRow read(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      byte[] hash = rows.next() ? rows.getBytes(2) : null;
      if (hash == null || hash.length != 32) {
        throw StoreErrors.UNREADABLE.exception("cause", "no head");
      }
      Head head = new Head(rows.getLong(1), Digest.fromBytes(hash));
      return new HeadRow(head, Instant.ofEpochMilli(rows.getLong(3)));
    }
  }

  void write(PreparedStatement update) throws SQLException {
    update.setLong(1, head.seq());
    update.setBytes(2, head.hash().bytes());
    update.setLong(3, at.toEpochMilli());
    update.executeUpdate();
  }
}
