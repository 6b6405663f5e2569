package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lodestar.trial.fact.Json;

/** A JSON Schema (draft 2020-12) as a value; {@link #text} writes it. */
record JsonSchema(SequencedMap<String, Object> members) {
  static final String DEFINITIONS = "$defs";

  JsonSchema {
    members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
  }

  static JsonSchema type(String type) {
    return new JsonSchema(new LinkedHashMap<>(Map.of("type", type)));
  }

  /** An object with these properties and no others. */
  static JsonSchema object(Map<String, JsonSchema> properties, List<String> required) {
    JsonSchema object =
        type("object")
            .with("additionalProperties", false)
            .with("properties", new TreeMap<>(properties));
    return required.isEmpty() ? object : object.with("required", required);
  }

  static JsonSchema anyOf(JsonSchema... schemas) {
    return new JsonSchema(new LinkedHashMap<>(Map.of("anyOf", List.of(schemas))));
  }

  /** A schema that stands once in the definitions of the document, see {@link #DEFINITIONS}. */
  static JsonSchema ref(String definition) {
    return new JsonSchema(
        new LinkedHashMap<>(Map.of("$ref", "#/" + DEFINITIONS + "/" + definition)));
  }

  JsonSchema with(String name, Object value) {
    SequencedMap<String, Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new JsonSchema(more);
  }

  /** JSON, indented by two spaces, with a line break at the end. */
  static String text(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, "\n", out);
    return out.append('\n').toString();
  }

  private static void write(Object value, String newLine, StringBuilder out) {
    switch (value) {
      case JsonSchema schema -> write(schema.members(), newLine, out);
      case Map<?, ?> map -> writeMembers(map, newLine, out);
      case List<?> list when list.stream().allMatch(String.class::isInstance) ->
          out.append(
              list.stream().map(JsonSchema::quoted).collect(Collectors.joining(", ", "[", "]")));
      case List<?> list -> writeItems(list, newLine, out);
      case BigDecimal number -> out.append(number.toPlainString());
      case Boolean flag -> out.append(flag);
      default -> out.append(quoted(value));
    }
  }

  private static String quoted(Object text) {
    return Json.text(text.toString()).canonical();
  }

  private static void writeMembers(Map<?, ?> map, String newLine, StringBuilder out) {
    String inner = newLine + "  ";
    String separator = "{";
    for (Map.Entry<?, ?> member : map.entrySet()) {
      out.append(separator).append(inner).append(quoted(member.getKey())).append(": ");
      write(member.getValue(), inner, out);
      separator = ",";
    }
    out.append(map.isEmpty() ? "{}" : newLine + "}");
  }

  private static void writeItems(List<?> list, String newLine, StringBuilder out) {
    String inner = newLine + "  ";
    String separator = "[";
    for (Object item : list) {
      out.append(separator).append(inner);
      write(item, inner, out);
      separator = ",";
    }
    out.append(newLine).append("]");
  }
}
