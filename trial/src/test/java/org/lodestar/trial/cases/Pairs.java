package org.lodestar.trial.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lodestar.trial.fact.Entry;

/** A committed table of good and bad entries, one line each: {@code name | good | bad}. */
public final class Pairs {
  /** One line. */
  public record Pair(String name, SortedMap<String, Entry> good, SortedMap<String, Entry> bad) {}

  private Pairs() {}

  public static List<Pair> read(String resource) {
    List<Pair> pairs = new ArrayList<>();
    for (String line : text(resource).lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] cells = line.split(" \\| ", -1);
        pairs.add(new Pair(cells[0], entries(cells[1]), entries(cells[2])));
      }
    }
    return pairs;
  }

  private static String text(String resource) {
    try (InputStream in = Pairs.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no table " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SortedMap<String, Entry> entries(String cell) {
    SortedMap<String, Entry> entries = new TreeMap<>();
    for (String item : cell.split("; ", -1)) {
      String[] parts = item.split("=", 2);
      String[] value = parts[1].split(" ", 2);
      entries.put(
          parts[0], value.length == 2 ? Entry.typed(value[0], value[1]) : Entry.typed(parts[1]));
    }
    return entries;
  }
}
