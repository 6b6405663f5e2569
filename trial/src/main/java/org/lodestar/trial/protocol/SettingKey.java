package org.lodestar.trial.protocol;

import java.util.List;
import org.lodestar.trial.fact.Words;

/**
 * The name of a setting and what may be its value. All keys are listed in {@link Catalogue}.
 *
 * @param path group and name in the protocol file, {@code radiotherapy.fractions}; a star stands
 *     for any member of a group whose members the trial names itself, {@code agents.*.dose}
 * @param deciders who must decide when the protocol leaves it open
 * @param mayBeAbsent whether leaving it out says something by itself: no cap, no alternative
 */
public record SettingKey<T>(
    String path, ValueType<T> type, Words label, List<Decider> deciders, boolean mayBeAbsent) {
  public SettingKey {
    deciders = List.copyOf(deciders);
  }

  static <T> SettingKey<T> of(
      String path, ValueType<T> type, String en, String zh, Decider... deciders) {
    return new SettingKey<>(path, type, new Words(en, zh), List.of(deciders), false);
  }

  /** The same key of a setting that may be left out. */
  SettingKey<T> orAbsent() {
    return new SettingKey<>(path, type, label, deciders, true);
  }

  public boolean isFamily() {
    return path.contains(".*.");
  }

  /** The first name of the path: the group in which the protocol file has the setting. */
  public String group() {
    return path.substring(0, path.indexOf('.'));
  }

  /** The last name of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /**
   * The key for one member of the group.
   *
   * @throws IllegalArgumentException when the path has no star
   */
  public SettingKey<T> of(String member) {
    if (!isFamily()) {
      throw new IllegalArgumentException(path + " has no star to stand for " + member);
    }
    return new SettingKey<>(path.replace("*", member), type, label, deciders, mayBeAbsent);
  }

  @Override
  public String toString() {
    return path;
  }
}
