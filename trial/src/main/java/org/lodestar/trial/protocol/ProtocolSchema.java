package org.lodestar.trial.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON Schemas (draft 2020-12) of {@code protocol.yaml} and {@code decisions.yaml}, made from the
 * catalogue, for editors that complete and check YAML while it is written. The reader is stricter:
 * it also checks what a schema cannot say.
 */
public final class ProtocolSchema {
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private ProtocolSchema() {}

  /** The schema of {@code protocol.yaml} as JSON text. */
  public static String protocol() {
    Map<String, JsonSchema> groups = new LinkedHashMap<>();
    groups.put("format", constant(ProtocolReader.PROTOCOL_FORMAT));
    groups.put(Sources.NAME, sources());
    for (String group : Catalogue.groups()) {
      groups.put(group, group(group));
    }
    return text("Lodestar protocol", JsonSchema.object(groups, List.of("format")));
  }

  /** The schema of {@code decisions.yaml} as JSON text. */
  public static String decisions() {
    Map<String, JsonSchema> paths = new LinkedHashMap<>();
    Map<String, JsonSchema> patterns = new LinkedHashMap<>();
    for (SettingKey<?> key : Catalogue.keys()) {
      if (key.isFamily()) {
        String pattern = "^" + key.path().replace(".", "\\.").replace("*", "[^.]+") + "$";
        patterns.put(pattern, decision(key));
      } else {
        paths.put(key.path(), decision(key));
      }
    }
    JsonSchema decisions = JsonSchema.object(paths, List.of()).with("patternProperties", patterns);
    return text(
        "Lodestar decisions",
        JsonSchema.object(
            Map.of(
                "format",
                constant(ProtocolReader.DECISIONS_FORMAT),
                Sources.NAME,
                sources(),
                "decisions",
                decisions),
            List.of("format", "decisions")));
  }

  private static String text(String title, JsonSchema schema) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("$schema", DRAFT);
    members.put("title", title);
    members.putAll(schema.members());
    members.put(
        JsonSchema.DEFINITIONS,
        new TreeMap<>(
            Map.of(
                "words", WordsType.definition(),
                "source", SourceType.definition(),
                "open", open(),
                "confirmed", confirmed())));
    return JsonSchema.text(members);
  }

  private static JsonSchema constant(String value) {
    return JsonSchema.type("string").with("const", value);
  }

  private static JsonSchema sources() {
    return JsonSchema.type("object").with("additionalProperties", WordsType.INSTANCE.schema());
  }

  private static JsonSchema group(String group) {
    Map<String, JsonSchema> settings = new LinkedHashMap<>();
    Catalogue.keys(group).forEach(key -> settings.put(key.name(), setting(key)));
    JsonSchema members = JsonSchema.object(settings, List.of());
    return Catalogue.isFamily(group)
        ? JsonSchema.type("object").with("additionalProperties", members)
        : members.with("description", Catalogue.heading(group).en());
  }

  private static JsonSchema setting(SettingKey<?> key) {
    JsonSchema stated =
        JsonSchema.object(
            Map.of("value", key.type().schema(), "source", SourceType.INSTANCE.schema()),
            List.of("value", "source"));
    return JsonSchema.anyOf(stated, JsonSchema.ref("open")).with("description", description(key));
  }

  private static JsonSchema decision(SettingKey<?> key) {
    return JsonSchema.object(
            Map.of(
                "value",
                key.type().schema(),
                "rationale",
                WordsType.INSTANCE.schema(),
                "source",
                SourceType.INSTANCE.schema(),
                "confirmed",
                JsonSchema.ref("confirmed")),
            List.of("value", "rationale", "source"))
        .with("description", description(key));
  }

  private static JsonSchema open() {
    return JsonSchema.object(
        Map.of(
            "unspecified",
            WordsType.INSTANCE.schema(),
            "deciders",
            ProtocolReader.DECIDERS.schema()),
        List.of("unspecified"));
  }

  private static JsonSchema confirmed() {
    JsonSchema confirmation =
        JsonSchema.object(
            Map.of("name", TextType.ANY.schema(), "date", DateType.INSTANCE.schema()),
            List.of("name", "date"));
    return JsonSchema.anyOf(confirmation, JsonSchema.type("null"));
  }

  private static String description(SettingKey<?> key) {
    return key.label().en() + " / " + key.label().zh() + ": " + key.type().allowed();
  }
}
