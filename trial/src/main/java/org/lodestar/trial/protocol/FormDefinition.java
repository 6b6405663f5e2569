package org.lodestar.trial.protocol;

import java.util.List;
import java.util.Optional;
import org.lodestar.trial.fact.Words;

/**
 * A form of the trial.
 *
 * @param key as form instances know it
 */
public record FormDefinition(
    String key,
    FormKind kind,
    Words words,
    List<FormSection> sections,
    List<EditCheck> checks,
    Place place) {
  public FormDefinition {
    sections = List.copyOf(sections);
    checks = List.copyOf(checks);
  }

  /** All items in the order in which they are asked. */
  public List<ItemDefinition> items() {
    return sections.stream().flatMap(section -> section.items().stream()).toList();
  }

  /** The item with this key, {@code form.item}. */
  public Optional<ItemDefinition> item(String itemKey) {
    for (FormSection section : sections) {
      for (ItemDefinition item : section.items()) {
        if (item.key().equals(itemKey)) {
          return Optional.of(item);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether an item of this key, {@code form.item}, can be on this form. */
  boolean holds(String itemKey) {
    return itemKey.length() > key.length()
        && itemKey.startsWith(key)
        && itemKey.charAt(key.length()) == '.';
  }

  /** Whether there can be more than one copy of the form at a visit. */
  public boolean isRepeating() {
    return kind.isRepeating();
  }
}
