package org.lodestar.app.cli.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Message;

/**
 * One row: a lesion at a visit, or with no lesion the assessment as a whole.
 *
 * @param line of the file
 * @param values by column; empty cells are left out
 */
record ReviewRow(int line, Map<String, String> values) {
  static final String PARTICIPANT = "participant";
  static final String READER = "reader";
  static final String VISIT = "visit";
  static final String DATE = "date";
  private static final String LESION = "lesion";
  private static final String METHOD = "method";
  private static final String STATUS = "status";
  private static final String NEW = "new";

  /** Columns without which nothing can be said. */
  static final List<String> NEEDED = List.of(PARTICIPANT, READER, VISIT, DATE);

  /** Columns beside them, as {@code lodestar recist} calls those of lesions. */
  static final List<String> KNOWN =
      List.of(
          LESION,
          "role",
          "organ",
          "kind",
          STATUS,
          "diameterMm",
          "into",
          "partOf",
          "irradiated",
          METHOD,
          "response",
          "nonTarget",
          "newLesion");

  Optional<String> text(String column) {
    return Optional.ofNullable(values.get(column));
  }

  String get(String column) {
    return values.getOrDefault(column, "");
  }

  boolean isLesion() {
    return values.containsKey(LESION);
  }

  /** The lesion's name; empty for the assessment as a whole. */
  String lesion() {
    return get(LESION);
  }

  /** The form that the row fills, in words. */
  Message what() {
    return isLesion()
        ? Message.of(ReviewRule.LESION.words(), LESION, lesion())
        : Message.of(ReviewRule.ASSESSMENT.words());
  }

  /** What is entered on the form, each value with the file that it came from. */
  SortedMap<String, Entry> items(String form, String reader, String origin) {
    Items items = new Items(form, origin);
    items.put("reader", reader, null);
    if (isLesion()) {
      lesion(items);
    } else {
      items.put("assessed-on", get(DATE), null);
      items.put(METHOD, text(METHOD).orElse("ct"), null);
      text("response").ifPresent(text -> items.put("response", text, null));
      text("nonTarget").ifPresent(text -> items.put("non-target", text, null));
      text("newLesion").ifPresent(text -> items.put("new-lesion", text, null));
    }
    return items.entries;
  }

  private void lesion(Items items) {
    String role = text("role").orElse("target");
    items.put(LESION, lesion(), null);
    items.put("role", role, null);
    items.put("organ", text("organ").orElse("-"), null);
    items.put("node", text("kind").filter("nodal"::equals).isPresent() ? "yes" : "no", null);
    items.put("measured-on", get(DATE), null);
    text(METHOD).ifPresent(text -> items.put(METHOD, text, null));
    items.put(STATUS, text(STATUS).orElse(usualStatus(role)), null);
    text("diameterMm").ifPresent(text -> items.put("diameter", text, "mm"));
    text("into").ifPresent(text -> items.put("merged-into", text, null));
    text("partOf").ifPresent(text -> items.put("part-of", text, null));
    text("irradiated").ifPresent(text -> items.put("irradiated", text, null));
  }

  private static String usualStatus(String role) {
    return switch (role) {
      case "non-target" -> "present";
      case NEW -> "unequivocal";
      default -> "measured";
    };
  }

  /** Collects entries; private to one row. */
  private static final class Items {
    private final String form;
    private final String origin;
    private final SortedMap<String, Entry> entries = new TreeMap<>();

    Items(String form, String origin) {
      this.form = form;
      this.origin = origin;
    }

    void put(String item, String text, @Nullable String unit) {
      entries.put(form + "." + item, new Entry.Value(text, unit, null, origin));
    }
  }
}
