package org.lodestar.app.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The numbered steps that make the tables. Each step is one resource, run once, in order, and says
 * its number at its end; a step is never edited after a release.
 */
record Schema(List<String> steps) {
  private static final String SEPARATOR = "\n---\n";

  /** Step n is the resource {@code store-n.sql}, n from 1. */
  static Schema of(String store, int count) {
    return new Schema(
        java.util.stream.IntStream.rangeClosed(1, count)
            .mapToObj(number -> resource(store + "-" + number + ".sql"))
            .toList());
  }

  int known() {
    return steps.size();
  }

  /**
   * Runs the steps that this database lacks, in the caller's transaction.
   *
   * @param found the number of the last step that the database has
   */
  void migrate(Connection writer, int found) throws SQLException {
    requireNotNewer(found);
    for (int step = found; step < known(); step++) {
      try (Statement statement = writer.createStatement()) {
        for (String sql : steps.get(step).split(SEPARATOR)) {
          statement.execute(sql);
        }
      }
    }
  }

  /**
   * @throws StoreException when a newer program made the database
   */
  void requireNotNewer(int found) {
    if (found > known()) {
      throw StoreErrors.NEWER_SCHEMA.exception(
          "found", Integer.toString(found), "known", Integer.toString(known()));
    }
  }

  static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static String resource(String name) {
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
