package org.lodestar.trial.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;

/**
 * An item that rules know in every form of a kind.
 *
 * @param name without the form's key; with {@link #isPerAgent} it ends in a star, and there is one
 *     item for each agent of the trial, {@code related-carboplatin}
 * @param required whether the form must have it; an optional one must be of this type when there
 * @param dimension of a decimal
 * @param codes of a choice, when rules depend on them; the trial may leave out codes, not add any
 */
public record KindItem(
    String name,
    ItemType type,
    boolean required,
    @Nullable Dimension dimension,
    List<String> codes,
    Words words) {
  public KindItem {
    codes = List.copyOf(codes);
  }

  public boolean isPerAgent() {
    return name.endsWith("*");
  }

  /** Whether this describes an item of that name. */
  boolean covers(String itemName) {
    return isPerAgent()
        ? itemName.startsWith(name.substring(0, name.length() - 1))
        : itemName.equals(name);
  }

  static KindItem need(String name, ItemType type, String en, String zh) {
    return new KindItem(name, type, true, null, List.of(), new Words(en, zh));
  }

  static KindItem may(String name, ItemType type, String en, String zh) {
    return new KindItem(name, type, false, null, List.of(), new Words(en, zh));
  }

  KindItem in(Dimension measured) {
    return new KindItem(name, type, required, measured, codes, words);
  }

  KindItem of(String... allowed) {
    return new KindItem(name, type, required, dimension, List.of(allowed), words);
  }
}
