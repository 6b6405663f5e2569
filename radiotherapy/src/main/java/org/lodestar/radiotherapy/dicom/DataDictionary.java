package org.lodestar.radiotherapy.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Value representation and keyword by tag (DICOM PS3.6). */
final class DataDictionary {
  private record Entry(Vr vr, String keyword) {}

  private static final Map<Integer, Entry> ENTRIES = load();

  private DataDictionary() {}

  private static Map<Integer, Entry> load() {
    Map<Integer, Entry> entries = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(DataDictionary.class.getResourceAsStream("dictionary.txt")),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] part = line.split(" ");
          entries.put(
              Integer.parseUnsignedInt(part[0], 16), new Entry(Vr.valueOf(part[1]), part[2]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  /** The representation that the standard gives a tag; UN for a private or unknown one. */
  static Vr vr(int tag) {
    if ((tag & 0xffff) == 0) {
      return Vr.UL;
    }
    if (Tag.isPrivate(tag) && (tag & 0xff00) == 0) {
      return Vr.LO;
    }
    Entry entry = ENTRIES.get(tag);
    if (entry != null) {
      return entry.vr;
    }
    return Tag.group(tag) == 2 ? MetaInformation.vr(tag) : Vr.UN;
  }

  /** The keyword of a tag, or nothing for a private or unknown one. */
  static Optional<String> keyword(int tag) {
    return Optional.ofNullable(ENTRIES.get(tag)).map(Entry::keyword);
  }

  /** All tags by keyword. */
  static Map<String, Integer> tags() {
    Map<String, Integer> tags = new HashMap<>();
    ENTRIES.forEach((tag, entry) -> tags.put(entry.keyword, tag));
    return tags;
  }

  /** A tag with its keyword, for messages. */
  static String name(int tag) {
    return keyword(tag).map(k -> k + " " + Tag.text(tag)).orElseGet(() -> Tag.text(tag));
  }
}
