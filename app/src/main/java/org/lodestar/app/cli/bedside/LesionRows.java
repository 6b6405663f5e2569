package org.lodestar.app.cli.bedside;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lodestar.trial.efficacy.VisitResponse;
import org.lodestar.trial.fact.Json;
import org.lodestar.trial.fact.JsonView;

/**
 * Lesions as people keep them in a spreadsheet: one row for each lesion at each visit, with the
 * columns {@code visit, date, lesion, role, organ, kind, status, diameterMm} and, for several
 * people in one file, {@code id}; where several readers read the same images, {@code reader}. Parts
 * of a split lesion are written {@code 12+8} with the status {@code split}; a merged one names the
 * other in {@code into}.
 */
final class LesionRows {
  private static final String TARGET = "target";
  private static final String NON_TARGET = "non-target";
  private static final String NEW = "new";

  /** Who was read by whom; without a reader where the file names none. */
  private record Reading(String id, String reader) {
    static Reading of(JsonView row) {
      return new Reading(row.text("id").orElse("1"), row.text("reader").orElse(""));
    }

    String name() {
      return reader.isEmpty() ? id : id + ", " + reader;
    }
  }

  private LesionRows() {}

  /**
   * @throws IllegalArgumentException naming the row and what it lacks
   */
  static List<JsonView> cases(List<JsonView> rows) {
    Map<Reading, Map<String, List<JsonView>>> byCase = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      JsonView row = new JsonView(rows.get(i).json(), "row " + (i + 1));
      byCase
          .computeIfAbsent(Reading.of(row), any -> new LinkedHashMap<>())
          .computeIfAbsent(row.get("visit").text(), any -> new ArrayList<>())
          .add(row);
    }
    List<JsonView> cases = new ArrayList<>();
    byCase.forEach(
        (reading, visits) ->
            cases.add(new JsonView(oneCase(reading, visits), "case " + reading.name())));
    return cases;
  }

  private static Json oneCase(Reading reading, Map<String, List<JsonView>> visits) {
    List<JsonView> baseline = visits.get(VisitResponse.BASELINE);
    if (baseline == null) {
      throw new IllegalArgumentException(
          "case %s has no rows whose visit is \"%s\"; its visits are %s"
              .formatted(reading.name(), VisitResponse.BASELINE, visits.keySet()));
    }
    List<Json> assessments = new ArrayList<>();
    visits.forEach(
        (visit, rows) -> {
          if (!visit.equals(VisitResponse.BASELINE)) {
            assessments.add(visit(visit, rows));
          }
        });
    SortedMap<String, Json> members = new TreeMap<>();
    members.put("id", Json.text(reading.id()));
    if (!reading.reader().isEmpty()) {
      members.put("reader", Json.text(reading.reader()));
    }
    members.put("baseline", visit(VisitResponse.BASELINE, baseline));
    members.put("visits", new Json.Items(assessments));
    return new Json.Members(members);
  }

  private static Json visit(String visit, List<JsonView> rows) {
    SortedMap<String, Json> members = new TreeMap<>();
    members.put("visit", Json.text(visit));
    members.put("date", Json.text(rows.getFirst().get("date").date().toString()));
    members.put("targets", lesions(rows, TARGET));
    members.put("nonTargets", lesions(rows, NON_TARGET));
    members.put("newLesions", lesions(rows, NEW));
    return new Json.Members(members);
  }

  private static Json lesions(List<JsonView> rows, String role) {
    List<Json> lesions = new ArrayList<>();
    for (JsonView row : rows) {
      if (role(row).equals(role)) {
        lesions.add(lesion(row, role));
      }
    }
    return new Json.Items(lesions);
  }

  private static String role(JsonView row) {
    String role = row.text("role").orElse(TARGET);
    if (!List.of(TARGET, NON_TARGET, NEW).contains(role)) {
      throw row.get("role").wrong("target, non-target or new");
    }
    return role;
  }

  private static Json lesion(JsonView row, String role) {
    SortedMap<String, Json> members = new TreeMap<>();
    members.put("id", Json.text(row.get("lesion").text()));
    members.put("organ", Json.text(row.text("organ").orElse("-")));
    members.put("kind", Json.text(row.text("kind").orElse("non-nodal")));
    members.put("status", Json.text(row.text("status").orElse(usualStatus(role))));
    row.text("into").ifPresent(into -> members.put("into", Json.text(into)));
    row.text("diameterMm").ifPresent(diameter -> putDiameter(members, diameter));
    return new Json.Members(members);
  }

  private static String usualStatus(String role) {
    return switch (role) {
      case TARGET -> "measured";
      case NON_TARGET -> "present";
      default -> "unequivocal";
    };
  }

  private static void putDiameter(SortedMap<String, Json> members, String diameter) {
    if (diameter.contains("+")) {
      members.put("partsMm", Json.texts(Arrays.asList(diameter.split("\\s*\\+\\s*", -1))));
    } else {
      members.put("diameterMm", Json.text(diameter));
    }
  }
}
