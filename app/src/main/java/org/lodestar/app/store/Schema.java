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
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The numbered steps that make the tables. Each step is one resource, run once, in order, and says
 * its number at its end; a step is never edited after a release.
 */
record Schema(List<String> steps) {
  private static final Pattern TRIGGER =
      Pattern.compile("CREATE TRIGGER (\\w+) BEFORE [A-Z ]+ ON (\\w+)");
  private static final Pattern FUNCTION =
      Pattern.compile("CREATE FUNCTION (\\w+)\\(\\)[^$]*\\$\\$(.*?)\\$\\$", Pattern.DOTALL);
  private static final String SEPARATOR = "\n---\n";

  /** Step n is the resource {@code store-n.sql}, n from 1. */
  static Schema of(String store, int count) {
    return new Schema(
        IntStream.rangeClosed(1, count)
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
      throw StoreErrors.NEWER_SCHEMA.exception("found", found, "known", known());
    }
  }

  /** The triggers and functions that the steps make, by name. */
  SortedMap<String, String> triggers() {
    SortedMap<String, String> made = new TreeMap<>();
    for (String step : steps) {
      TRIGGER
          .matcher(step)
          .results()
          .forEach(found -> made.put("trigger " + found.group(1), "on " + found.group(2)));
      FUNCTION
          .matcher(step)
          .results()
          .forEach(found -> made.put("function " + found.group(1), found.group(2)));
    }
    return made;
  }

  /** Names and texts that a statement finds. */
  static SortedMap<String, String> parts(Connection connection, String sql) throws SQLException {
    SortedMap<String, String> parts = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        parts.put(String.valueOf(rows.getString(1)), String.valueOf(rows.getString(2)));
      }
    }
    return parts;
  }

  /**
   * @throws Breach naming the first part that differs
   */
  static void requireSame(SortedMap<String, String> made, SortedMap<String, String> found) {
    SortedMap<String, String> all = new TreeMap<>(made);
    all.putAll(found);
    for (String name : all.keySet()) {
      if (!Objects.equals(made.get(name), found.get(name))) {
        throw Breach.of(StoreErrors.TABLES_DIFFER, 0, null, "name", name);
      }
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
