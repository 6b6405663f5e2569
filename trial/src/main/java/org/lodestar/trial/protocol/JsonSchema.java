package org.lodestar.trial.protocol;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** A JSON Schema (draft 2020-12) as a value. */
record JsonSchema(SequencedMap<String, Object> members) {
  JsonSchema {
    members =
        java.util.Collections.unmodifiableSequencedMap(new java.util.LinkedHashMap<>(members));
  }

  static JsonSchema type(String type) {
    return new JsonSchema(new java.util.LinkedHashMap<>(Map.of("type", type)));
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
    return new JsonSchema(new java.util.LinkedHashMap<>(Map.of("anyOf", List.of(schemas))));
  }

  JsonSchema with(String name, Object value) {
    SequencedMap<String, Object> more = new java.util.LinkedHashMap<>(members);
    more.put(name, value);
    return new JsonSchema(more);
  }
}
