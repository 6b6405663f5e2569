package org.lodestar.radiotherapy.margin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * From the names that planning systems carry to the standard names of AAPM TG-263 (Mayo et al.
 * 2018, Int J Radiat Oncol Biol Phys 100:1057).
 *
 * <p>A map proposes; a person reviews. A name that was reviewed at a site overrides what is built
 * in. Names match whatever their case, spaces, punctuation and width; Chinese names are included.
 */
public final class StructureNames {
  private static final Map<String, String> BUILT_IN = load();

  private final Map<String, String> reviewed;
  private final Map<String, String> proposed;

  private StructureNames(Map<String, String> reviewed, Map<String, String> proposed) {
    this.reviewed = reviewed;
    this.proposed = proposed;
  }

  /** How sure a name is. */
  public enum Status {
    /** Is a standard name already. */
    STANDARD,
    /** A person at this site confirmed it. */
    REVIEWED,
    /** The site's own list or the built-in one suggests it; a person should confirm. */
    PROPOSED
  }

  /** A standard name for a local one. */
  public record Match(String local, String standard, Status status) {}

  private static Map<String, String> load() {
    Map<String, String> names = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    StructureNames.class.getResourceAsStream("structure-names.txt")),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] sides = line.split("=", 2);
          String standard = sides[0].strip();
          names.put(key(standard), standard);
          for (String local : sides[1].split(",")) {
            names.put(key(local), standard);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  /** The built-in proposals alone. */
  public static StructureNames builtIn() {
    return new StructureNames(Map.of(), Map.of());
  }

  /**
   * The built-in proposals, overridden by a site's own: local name to standard name.
   *
   * @param reviewed names that a person of the site has confirmed
   * @param proposed names that the site's list has and nobody has confirmed yet
   */
  public static StructureNames of(Map<String, String> reviewed, Map<String, String> proposed) {
    return new StructureNames(keyed(reviewed), keyed(proposed));
  }

  private static Map<String, String> keyed(Map<String, String> localToStandard) {
    Map<String, String> keyed = new HashMap<>();
    localToStandard.forEach((local, standard) -> keyed.put(key(local), standard));
    return Map.copyOf(keyed);
  }

  /** The standard name for a local one, if any is known. */
  public Optional<Match> match(String local) {
    String key = key(local);
    String confirmed = reviewed.get(key);
    if (confirmed != null) {
      return Optional.of(new Match(local, confirmed, Status.REVIEWED));
    }
    return Optional.ofNullable(proposed.getOrDefault(key, BUILT_IN.get(key)))
        .map(
            standard ->
                new Match(
                    local, standard, standard.equals(local) ? Status.STANDARD : Status.PROPOSED));
  }

  /** Two lists are the same when they match every name alike. */
  @Override
  public boolean equals(Object other) {
    return other instanceof StructureNames that
        && reviewed.equals(that.reviewed)
        && proposed.equals(that.proposed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(reviewed, proposed);
  }

  @Override
  public String toString() {
    return reviewed.size() + " names reviewed, " + proposed.size() + " proposed";
  }

  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s_.\\-^+:/()]+", "");
  }
}
