package org.lodestar.trial.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;

/**
 * Collects the settings that one derivation reads, so that its result can name them all, and say
 * which one the protocol leaves open. Private to one derivation.
 */
public final class SettingsRead {
  private static final Words LEFT_OPEN =
      new Words(
          "The protocol leaves open: {setting} ({path}). To be decided by: {deciders}",
          "方案未规定：{setting}（{path}）。应由以下人员决定：{deciders}");

  private final Protocol protocol;
  private final List<Setting<?>> read = new ArrayList<>();

  public SettingsRead(Protocol protocol) {
    this.protocol = protocol;
  }

  /** The value of a setting, empty when the protocol leaves it open. */
  public <T> Optional<T> find(SettingKey<T> key) {
    Setting<T> setting = protocol.get(key);
    read.add(setting);
    return setting.find();
  }

  /** Why a value that cannot do without the settings read so far is missing; empty if it can. */
  public Optional<Message> missing() {
    return read.stream()
        .filter(setting -> setting.find().isEmpty())
        .findFirst()
        .map(SettingsRead::leftOpen);
  }

  /** That the protocol leaves a setting open, and who must decide. */
  public static Message leftOpen(Setting<?> setting) {
    return Message.of(
        LEFT_OPEN,
        "setting",
        setting.key().label(),
        "path",
        setting.key().path(),
        "deciders",
        new Words(deciders(setting, Language.EN), deciders(setting, Language.ZH)));
  }

  private static String deciders(Setting<?> setting, Language language) {
    String separator = language == Language.ZH ? "、" : ", ";
    return setting.deciders().stream()
        .map(decider -> decider.words().in(language))
        .collect(java.util.stream.Collectors.joining(separator));
  }

  /** The derived value with every setting read so far named. */
  public <T> Derived<T> on(Derived<T> derived) {
    Map<String, Words> named = new HashMap<>();
    for (Setting<?> setting : read) {
      named.put(setting.key().path(), protocol.shown(setting));
    }
    return named.isEmpty() ? derived : derived.using(named);
  }
}
