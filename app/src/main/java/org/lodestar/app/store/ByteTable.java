package org.lodestar.app.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** What is kept, in the order of the digests. */
  List<Digest> digests(Connection connection) throws SQLException {
    List<Digest> digests = new ArrayList<>();
    String sql = "SELECT digest FROM " + table + " ORDER BY digest";
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        digests.add(Digest.fromBytes(rows.getBytes(1)));
      }
    }
    return digests;
  }

  /**
   * Computes the digest of everything kept.
   *
   * @return how many there are
   * @throws Breach when bytes do not have their digest
   */
  long requireDigests(Connection connection) throws SQLException {
    long count = 0;
    String sql = "SELECT digest, bytes FROM " + table + " ORDER BY digest";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setFetchSize(1);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          requireDigest(rows.getBytes(1), rows.getBytes(2));
          count++;
        }
      }
    }
    return count;
  }

  private static void requireDigest(byte[] stated, byte[] bytes) {
    Digest found = Digest.of(bytes);
    if (!Arrays.equals(found.bytes(), stated)) {
      Digest named = stated.length == found.bytes().length ? Digest.fromBytes(stated) : found;
      throw Breach.of(StoreErrors.DAMAGED_BYTES, 0, named, "digest", named.hex());
    }
  }
}
