package org.lodestar.trial.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an item of a form can hold, and what it is called in the trial's files. */
public enum ItemType {
  TEXT("text"),
  INTEGER("integer"),
  DECIMAL("decimal"),
  DATE("date"),
  PARTIAL_DATE("partial-date"),
  DATE_TIME("date-time"),
  CHOICE("choice"),
  YES_NO("yes-no"),
  /** The name that a lesion keeps for life. */
  LESION("lesion");

  private final String key;

  ItemType(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }

  static Optional<ItemType> of(String key) {
    return Arrays.stream(values()).filter(type -> type.key.equals(key)).findFirst();
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(ItemType::key).toList();
  }

  /** Whether an item of this type may stand where a kind of form asks for {@code wanted}. */
  boolean serves(ItemType wanted) {
    return this == wanted || (this == DATE && wanted == PARTIAL_DATE);
  }
}
