package org.lodestar.app.cli.bedside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lodestar.app.cli.CaseJson;
import org.lodestar.app.cli.CsvTable;
import org.lodestar.app.cli.JsonFile;
import org.lodestar.app.cli.Session;
import org.lodestar.trial.fact.Json;
import org.lodestar.trial.fact.JsonView;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person hands over: CSV or JSON, from a file or the standard input, told apart by sight.
 */
final class Question {
  private Question() {}

  /**
   * The cases of a file: an object's list under one of the names, the object itself, or one object
   * for each row of a CSV file. Numbers stay as they were typed.
   *
   * @throws IllegalArgumentException when it is neither, naming the place
   */
  static List<JsonView> read(Session session, Path file, List<String> listNames)
      throws IOException {
    byte[] bytes = session.read(file);
    return isJson(bytes) ? ofJson(file, bytes, listNames) : ofCsv(bytes);
  }

  /** Whether the first character that says anything opens a JSON value. */
  static boolean isJson(byte[] bytes) {
    String start = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  private static List<JsonView> ofJson(Path file, byte[] bytes, List<String> listNames) {
    Map<String, Object> object = JsonFile.object(file, bytes);
    JsonView whole = CaseJson.view(JsonMapper.shared().valueToTree(object));
    for (String name : listNames) {
      if (whole.find(name).isPresent()) {
        return whole.items(name);
      }
    }
    return List.of(whole);
  }

  static List<JsonView> ofCsv(byte[] bytes) {
    return CsvTable.parse(bytes).rows().stream().map(Question::view).toList();
  }

  private static JsonView view(Map<String, String> row) {
    return JsonView.of(members(row));
  }

  private static Json members(Map<String, String> row) {
    SortedMap<String, Json> members = new TreeMap<>();
    row.forEach((name, text) -> members.put(name, Json.text(text)));
    return new Json.Members(members);
  }
}
