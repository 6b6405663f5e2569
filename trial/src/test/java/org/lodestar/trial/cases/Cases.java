package org.lodestar.trial.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.lodestar.trial.fact.Json;
import org.lodestar.trial.fact.JsonView;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads the files of cases: those of the project, and the shared data when it lies beside it. */
public final class Cases {
  private Cases() {}

  /** A file of cases that belongs to the tests. */
  public static JsonView own(String name) {
    try (InputStream in = Cases.class.getResourceAsStream("/oncology/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no test resource oncology/" + name);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A shared file; the test is skipped, and says so, when it is absent. */
  public static Path shared(String path) {
    Path file = Path.of(System.getProperty("lodestar.root")).resolveSibling("shared").resolve(path);
    Assumptions.assumeTrue(
        Files.exists(file),
        "skipped: the cross-check needs shared/" + path + " beside the project");
    return file;
  }

  public static JsonView sharedJson(String path) {
    try {
      return parse(Files.readString(shared(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a shared table, each by column name. */
  public static List<Map<String, String>> sharedTable(String path) {
    try {
      List<String> lines = Files.readAllLines(shared(path));
      List<String> names = fields(lines.getFirst());
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        List<String> fields = fields(line);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
          row.put(names.get(i), fields.get(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  /** JSON is YAML; without a schema every scalar stays the text that was written. */
  private static JsonView parse(String text) {
    LoadSettings settings =
        LoadSettings.builder().setSchema(new FailsafeSchema()).setCodePointLimit(1 << 24).build();
    return JsonView.of(json(new Load(settings).loadFromString(text)));
  }

  private static Json json(Object value) {
    return switch (value) {
      case Map<?, ?> members -> {
        TreeMap<String, Json> all = new TreeMap<>();
        members.forEach(
            (name, member) -> {
              if (!"null".equals(member)) {
                all.put(name.toString(), json(member));
              }
            });
        yield new Json.Members(all);
      }
      case List<?> items -> new Json.Items(items.stream().map(Cases::json).toList());
      default -> Json.text(value.toString());
    };
  }
}
