package org.lodestar.app.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Digest;

/** The tables that keep bytes by their digest. */
enum ByteTable {
  BUNDLE,
  ATTACHMENT;

  private final String table = name().toLowerCase(Locale.ROOT);

  /** Name of the table, and of the folder in an archive. */
  String table() {
    return table;
  }

  boolean holds(Connection connection, Digest digest) throws SQLException {
    String sql = "SELECT 1 FROM " + table + " WHERE digest = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setBytes(1, digest.bytes());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Keeps the bytes unless they are there already. */
  void insert(Connection connection, Digest digest, byte[] bytes) throws SQLException {
    String sql = "INSERT INTO " + table + " (digest, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setBytes(1, digest.bytes());
      insert.setBytes(2, bytes);
      insert.executeUpdate();
    }
  }

  /**
   * @throws StoreException when the bytes do not have their digest
   */
  byte @Nullable [] find(Connection connection, Digest digest) throws SQLException {
    String sql = "SELECT bytes FROM " + table + " WHERE digest = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setBytes(1, digest.bytes());
      try (ResultSet rows = select.executeQuery()) {
        byte[] bytes = rows.next() ? rows.getBytes(1) : null;
        if (bytes != null && !Digest.of(bytes).equals(digest)) {
          throw StoreErrors.DAMAGED_BYTES.exception("digest", digest.hex());
        }
        return bytes;
      }
    }
  }
}
