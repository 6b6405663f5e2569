package org.lodestar.app.simulate;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Finding;
import org.lodestar.trial.protocol.Place;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of a scenario file. Whatever is wrong is noted with its line, and reading goes on
 * with a stand-in, so that all errors are found at once.
 */
final class ScenarioSection {
  private final String file;
  private final String path;
  private final int line;
  private final Map<String, Node> members = new LinkedHashMap<>();
  private final Set<String> asked = new TreeSet<>();
  private final List<Finding> findings;

  ScenarioSection(String file, String path, Node node, List<Finding> findings) {
    this.file = file;
    this.path = path;
    this.line = lineOf(node);
    this.findings = findings;
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        members.put(text(tuple.getKeyNode()), tuple.getValueNode());
      }
    } else {
      wrong(path, node, new Words("a mapping of names to values", "名称到值的映射"));
    }
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : node.getNodeType().toString();
  }

  double number(String name, double low, double high) {
    Words allowed =
        new Words("a number from " + low + " to " + high, "介于 " + low + " 与 " + high + " 的数");
    return scalar(name, allowed, low, text -> inRange(Double.parseDouble(text), low, high));
  }

  private static @Nullable Double inRange(double value, double low, double high) {
    return value >= low && value <= high ? value : null;
  }

  long whole(String name, long low, long high) {
    Words allowed =
        new Words(
            "a whole number from " + low + " to " + high, "介于 " + low + " 与 " + high + " 的整数");
    return scalar(
        name,
        allowed,
        low,
        text -> {
          long value = Long.parseLong(text);
          return value >= low && value <= high ? value : null;
        });
  }

  LocalDate date(String name) {
    Words allowed = new Words("a date such as 2024-03-11", "日期（如 2024-03-11）");
    return scalar(name, allowed, LocalDate.EPOCH, LocalDate::parse);
  }

  LocalTime time(String name) {
    Words allowed = new Words("a time such as 08:20", "时间（如 08:20）");
    return scalar(name, allowed, LocalTime.NOON, LocalTime::parse);
  }

  boolean flag(String name) {
    return scalar(
        name,
        new Words("true or false", "true 或 false"),
        false,
        text -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? false : null);
  }

  String text(String name) {
    return scalar(name, new Words("a text", "文字"), "", text -> text.isBlank() ? null : text);
  }

  <E extends Enum<E>> E choice(String name, Class<E> type) {
    Map<String, E> byKey = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      byKey.put(constant.name().toLowerCase(java.util.Locale.ROOT), constant);
    }
    String keys = String.join(" | ", byKey.keySet());
    return scalar(name, Words.same(keys), type.getEnumConstants()[0], byKey::get);
  }

  private <T> T scalar(String name, Words allowed, T standIn, Function<String, @Nullable T> parse) {
    Node node = member(name, allowed);
    if (node == null) {
      return standIn;
    }
    T value = null;
    if (node instanceof ScalarNode scalar) {
      try {
        value = parse.apply(scalar.getValue());
      } catch (NumberFormatException | DateTimeParseException e) {
        value = null;
      }
    }
    if (value == null) {
      wrong(at(name), node, allowed);
      return standIn;
    }
    return value;
  }

  /** Names and texts of a mapping. */
  Map<String, String> texts(String name) {
    Words allowed = new Words("a mapping of item keys to values", "条目键到值的映射");
    Node node = member(name, allowed);
    Map<String, String> texts = new TreeMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        texts.put(text(tuple.getKeyNode()), text(tuple.getValueNode()));
      }
    } else if (node != null) {
      wrong(at(name), node, allowed);
    }
    return texts;
  }

  <T> T section(String name, T standIn, Function<ScenarioSection, T> read) {
    Node node = member(name, new Words("a mapping of names to values", "名称到值的映射"));
    return node == null ? standIn : readWhole(at(name), node, read);
  }

  <T> List<T> sections(String name, Function<ScenarioSection, T> read) {
    Words allowed = new Words("a list", "列表");
    Node node = member(name, allowed);
    List<T> values = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node each : sequence.getValue()) {
        values.add(readWhole(at(name) + "[" + values.size() + "]", each, read));
      }
    } else if (node != null) {
      wrong(at(name), node, allowed);
    }
    return values;
  }

  /** The same where a file may leave it out. */
  <T> List<T> sectionsIfAny(String name, Function<ScenarioSection, T> read) {
    return members.containsKey(name) ? sections(name, read) : List.of();
  }

  private <T> T readWhole(String where, Node node, Function<ScenarioSection, T> read) {
    ScenarioSection section = new ScenarioSection(file, where, node, findings);
    T value = read.apply(section);
    section.close();
    return value;
  }

  private @Nullable Node member(String name, Words allowed) {
    asked.add(name);
    Node node = members.get(name);
    if (node == null) {
      note(ScenarioRule.MISSING, line, "name", at(name), "allowed", allowed);
    }
    return node;
  }

  /** Notes every member that nobody asked for. */
  void close() {
    members.forEach(
        (name, node) -> {
          if (!asked.contains(name)) {
            note(
                ScenarioRule.UNKNOWN_NAME,
                lineOf(node),
                "name",
                at(name),
                "allowed",
                String.join(", ", asked));
          }
        });
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private void wrong(String name, Node node, Words allowed) {
    note(
        ScenarioRule.WRONG_VALUE,
        lineOf(node),
        "name",
        name,
        "value",
        text(node),
        "allowed",
        allowed);
  }

  void note(ScenarioRule rule, int atLine, Object... namesAndValues) {
    findings.add(
        new Finding(
            Finding.Severity.ERROR,
            rule,
            Message.of(rule.words(), namesAndValues),
            new Place(file, atLine, path)));
  }
}
