package org.lodestar.trial.protocol;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;

/** One constant of an enum, by its key. */
final class ChoiceType<E extends Enum<E> & Choice> extends ValueType<E> {
  private final List<E> choices;

  ChoiceType(Class<E> type) {
    this.choices = List.of(type.getEnumConstants());
  }

  @Override
  @Nullable E read(YamlNode node, Findings.Builder findings) {
    if (node instanceof YamlNode.Scalar scalar) {
      for (E choice : choices) {
        if (choice.key().equals(scalar.text())) {
          return choice;
        }
      }
    }
    return wrong(node, findings);
  }

  private Stream<String> keys() {
    return choices.stream().map(Choice::key);
  }

  @Override
  public String allowed() {
    return String.join(" | ", keys().toList());
  }

  @Override
  public String show(E value, Language language) {
    return value.words().in(language);
  }

  @Override
  JsonSchema schema() {
    return JsonSchema.type("string").with("enum", keys().toList());
  }
}
