package org.lodestar.trial.protocol;

import java.util.List;
import org.lodestar.trial.fact.Words;

/** Items that stand together on a form. */
public record FormSection(String key, Words words, List<ItemDefinition> items) {
  public FormSection {
    items = List.copyOf(items);
  }
}
