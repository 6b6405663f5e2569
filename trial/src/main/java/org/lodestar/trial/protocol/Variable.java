package org.lodestar.trial.protocol;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Something that expressions can name.
 *
 * @param key as the log and the forms know it: {@code vital-signs.systolic-mmhg}
 * @param codes the codes of a choice; empty for other types
 */
public record Variable(String key, ItemType type, SortedSet<String> codes) {
  public Variable {
    codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
  }

  public static Variable of(String key, ItemType type) {
    return new Variable(key, type, new TreeSet<>());
  }

  /**
   * The key as expressions write it. Keys hold no underscore, so that the way back is unique: a
   * hyphen would be read as a minus.
   */
  public String name() {
    return key.replace('-', '_');
  }
}
