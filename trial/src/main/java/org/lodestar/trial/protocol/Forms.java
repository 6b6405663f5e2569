package org.lodestar.trial.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** All forms of a trial, and the language in which expressions speak of their items. */
public final class Forms {
  /** The day on which an expression is evaluated, as the caller says: {@code today}. */
  public static final String TODAY = "today";

  /** A trial's folder without forms. */
  public static final Forms NONE = new Forms(List.of());

  private final SequencedMap<String, FormDefinition> byKey;
  private final Map<String, ItemDefinition> items;
  private final Vocabulary vocabulary;
  private final Map<String, List<String>> keysByKind;

  Forms(List<FormDefinition> forms) {
    SequencedMap<String, FormDefinition> definitions = new LinkedHashMap<>();
    Map<String, ItemDefinition> all = new LinkedHashMap<>();
    List<Variable> variables = new ArrayList<>(List.of(Variable.of(TODAY, ItemType.DATE)));
    for (FormDefinition form : forms) {
      definitions.put(form.key(), form);
      form.items().forEach(item -> all.put(item.key(), item));
    }
    all.values().forEach(item -> variables.add(item.variable()));
    this.byKey = Collections.unmodifiableSequencedMap(definitions);
    this.items = Map.copyOf(all);
    this.vocabulary = new Vocabulary(variables);
    this.keysByKind =
        definitions.values().stream()
            .collect(
                Collectors.groupingBy(
                    form -> form.kind().key(),
                    Collectors.mapping(FormDefinition::key, Collectors.toUnmodifiableList())));
  }

  /** What reading the forms of a folder gives: the readable ones, and all findings. */
  public record Reading(Forms forms, Findings findings) {}

  /** Reads all {@code forms/*.yaml} of a bundle; errors are findings, never exceptions. */
  public static Reading read(Bundle bundle) {
    Findings.Builder findings = new Findings.Builder();
    Forms forms = FormsReader.read(bundle, findings);
    return new Reading(forms, findings.build());
  }

  public List<FormDefinition> all() {
    return List.copyOf(byKey.values());
  }

  public Optional<FormDefinition> form(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The forms of a kind; a trial may have several. */
  public List<FormDefinition> of(FormKind kind) {
    return byKey.values().stream().filter(form -> form.kind() == kind).toList();
  }

  /** The keys of the forms of a kind, in the order of the trial. */
  public List<String> keysOf(String kind) {
    return keysByKind.getOrDefault(kind, List.of());
  }

  /** The item with this key, {@code form.item}. */
  public Optional<ItemDefinition> item(String key) {
    return Optional.ofNullable(items.get(key));
  }

  /** The item with this key when this form has it. */
  public Optional<ItemDefinition> item(FormDefinition form, String key) {
    return form.holds(key) ? item(key) : Optional.empty();
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }
}
