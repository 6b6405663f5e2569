package org.lodestar.app.cli.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a file of any format. An entry is an object with a member that says what is
 * expected; a file without such members is one of measurements, and every object of its named
 * groups is an entry.
 */
final class Entries {
  /** Members that explain an expectation and would give it away. */
  private static final Set<String> COMMENTS =
      Set.of("reasoning", "rule", "basis", "note", "title", "why", "definition", "invalid");

  private Entries() {}

  /**
   * One entry: its inputs are what remains when everything expected and every comment is taken out.
   *
   * @param group the member of the file in which it stands
   * @param expectedMembers what it expects; a sole member {@code expected} stands for its value
   */
  record Entry(
      String id, String group, Map<String, Object> inputs, Map<String, Object> expectedMembers) {

    @Nullable Object expected() {
      return expectedMembers.size() == 1 && expectedMembers.containsKey("expected")
          ? expectedMembers.get("expected")
          : expectedMembers;
    }

    OracleResult notCovered() {
      return OracleResult.notCovered(id, expected());
    }
  }

  static List<Entry> of(OracleFile file) {
    List<Entry> entries = new ArrayList<>();
    file.content().forEach((group, value) -> collectExpecting(file, group, value, entries));
    if (entries.isEmpty()) {
      file.content().forEach((group, value) -> collectMeasured(file, group, value, entries));
    }
    if (entries.isEmpty()) {
      collectMeasured(file, "", file.content(), entries);
    }
    if (entries.isEmpty()) {
      entries.add(new Entry(file.name() + "#", "", Map.of(), Map.of()));
    }
    return entries;
  }

  private static void collectExpecting(
      OracleFile file, String group, Object value, List<Entry> entries) {
    if (!(value instanceof List<?> list)) {
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof Map<?, ?> map) {
        Entry entry = entry(file.name() + "#/" + group + "/" + i, group, map);
        if (!entry.expectedMembers().isEmpty()) {
          entries.add(entry);
        }
      }
    }
  }

  private static Entry entry(String pointer, String group, Map<?, ?> map) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    Map<String, Object> expected = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          String name = key.toString();
          if (isExpectation(name)) {
            expected.put(name, value);
          } else if (!COMMENTS.contains(name)) {
            inputs.put(name, value);
          }
        });
    return new Entry(map.get("id") instanceof String id ? id : pointer, group, inputs, expected);
  }

  private static boolean isExpectation(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("expected")
        || lower.startsWith("packageexpected")
        || lower.equals("trialeligiblebystage");
  }

  private static void collectMeasured(
      OracleFile file, String group, Object value, List<Entry> entries) {
    if (!(value instanceof Map<?, ?> map)) {
      return;
    }
    map.forEach(
        (key, measured) -> {
          if (measured instanceof Map<?, ?> members) {
            Map<String, Object> expected = new LinkedHashMap<>();
            members.forEach((name, each) -> expected.put(name.toString(), each));
            String id = file.name() + "#/" + (group.isEmpty() ? "" : group + "/") + key;
            entries.add(new Entry(id, group, Map.of("name", key), expected));
          }
        });
  }
}
