package org.lodestar.trial.protocol;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;

/**
 * A record written as a mapping. Its fields are declared once: from them it is read, shown,
 * compared and described.
 */
final class RecordType<T> extends ValueType<T> {

  /**
   * One field.
   *
   * @param name as written in YAML
   * @param absent what an optional field is when it is absent; may be null
   * @param value reads the field from a record; null when the field is optional and absent
   */
  record Field<T, F>(
      String name,
      Words label,
      ValueType<F> type,
      boolean isRequired,
      @Nullable F absent,
      Function<T, @Nullable F> value) {

    static <T, F> Field<T, F> required(
        String name, Words label, ValueType<F> type, Function<T, F> value) {
      return new Field<>(name, label, type, true, null, value);
    }

    static <T, F> Field<T, F> optional(
        String name, Words label, ValueType<F> type, Function<T, @Nullable F> value) {
      return new Field<>(name, label, type, false, null, value);
    }

    /** A list that is empty when it is absent. */
    static <T, E> Field<T, List<E>> listOrEmpty(
        String name, Words label, ValueType<List<E>> type, Function<T, List<E>> value) {
      return new Field<>(name, label, type, false, List.of(), value);
    }

    private @Nullable F readFrom(Section section) {
      if (isRequired) {
        return section.required(name, type);
      }
      return section.has(name) ? section.optional(name, type) : absent;
    }

    private boolean isIn(T owner) {
      Object own = value.apply(owner);
      return own != null && !List.of().equals(own);
    }

    private Words cell(T owner) {
      return isIn(owner)
          ? new Words(
              String.valueOf(show(owner, Language.EN)), String.valueOf(show(owner, Language.ZH)))
          : Words.same("");
    }

    private @Nullable String show(T owner, Language language) {
      F own = value.apply(owner);
      return own == null || !isIn(owner) ? null : type.show(own, language);
    }
  }

  /** The values of the fields of one record while it is made. */
  static final class Values {
    private final Map<Field<?, ?>, Object> byField = new HashMap<>();

    @SuppressWarnings("unchecked") // put under the field whose type read it
    <F> F get(Field<?, F> field) {
      return (F) Objects.requireNonNull(byField.get(field), field.name());
    }

    @SuppressWarnings("unchecked")
    <F> @Nullable F find(Field<?, F> field) {
      return (F) byField.get(field);
    }
  }

  private final List<Field<T, ?>> fields;
  private final Function<Values, T> make;

  RecordType(List<Field<T, ?>> fields, Function<Values, T> make) {
    this.fields = List.copyOf(fields);
    this.make = make;
  }

  List<Field<T, ?>> fields() {
    return fields;
  }

  @Override
  @Nullable T read(YamlNode node, Findings.Builder findings) {
    if (!(node instanceof YamlNode.Members)) {
      return wrong(node, findings);
    }
    Section section = Section.of(node, findings);
    Values values = new Values();
    boolean complete = true;
    for (Field<T, ?> field : fields) {
      Object value = field.readFrom(section);
      if (value != null) {
        values.byField.put(field, value);
      }
      complete &= value != null || !field.isRequired();
    }
    section.close();
    return complete ? make.apply(values) : null;
  }

  @Override
  public String allowed() {
    return fields.stream()
        .map(field -> field.name() + (field.isRequired() ? "" : "?"))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  @Override
  public String show(T value, Language language) {
    String colon = language == Language.EN ? ": " : "：";
    return shown(value, language).entrySet().stream()
        .map(entry -> entry.getKey() + colon + entry.getValue())
        .collect(Collectors.joining(language == Language.EN ? ", " : "，"));
  }

  /** Label and shown value of each field that is there, in order. */
  Map<String, String> shown(T value, Language language) {
    Map<String, String> shown = new LinkedHashMap<>();
    for (Field<T, ?> field : fields) {
      String text = field.show(value, language);
      if (text != null) {
        shown.put(field.label().in(language), text);
      }
    }
    return shown;
  }

  @SuppressWarnings("unchecked") // a list type hands in what its own item type has read
  private T own(Object value) {
    return (T) value;
  }

  /** The record on one line, in both languages. */
  Words line(Object value) {
    return new Words(show(own(value), Language.EN), show(own(value), Language.ZH));
  }

  /** A table of records, with a column for each field that one of them has. */
  ProtocolDocument.Table table(List<?> records) {
    List<Field<T, ?>> columns =
        fields.stream()
            .filter(field -> records.stream().anyMatch(record -> field.isIn(own(record))))
            .toList();
    return new ProtocolDocument.Table(
        columns.stream().map(Field::label).toList(),
        records.stream()
            .map(record -> columns.stream().map(field -> field.cell(own(record))).toList())
            .toList());
  }

  @Override
  JsonSchema schema() {
    Map<String, JsonSchema> properties = new LinkedHashMap<>();
    fields.forEach(field -> properties.put(field.name(), schema(field)));
    return JsonSchema.object(
        properties, fields.stream().filter(Field::isRequired).map(Field::name).toList());
  }

  private static JsonSchema schema(Field<?, ?> field) {
    JsonSchema schema = field.type().schema();
    return field.isRequired() ? schema : JsonSchema.anyOf(schema, JsonSchema.type("null"));
  }
}
