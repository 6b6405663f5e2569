package org.lodestar.trial.protocol;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All settings that a protocol may have, in the order in which it is printed. */
public final class Catalogue {
  private static final List<SettingKey<?>> KEYS =
      Stream.of(
              TrialSettings.ALL,
              DesignSettings.ALL,
              EligibilitySettings.ALL,
              EnrolmentSettings.ALL,
              TreatmentSettings.ALL,
              AgentSettings.ALL,
              RadiotherapySettings.ALL,
              ImagingSettings.ALL,
              EndpointSettings.ALL,
              SafetySettings.ALL,
              FollowUpSettings.ALL)
          .<SettingKey<?>>flatMap(List::stream)
          .toList();

  private Catalogue() {}

  public static List<SettingKey<?>> keys() {
    return KEYS;
  }

  /** The groups of settings in order: the top names of the protocol file. */
  public static List<String> groups() {
    return KEYS.stream().map(SettingKey::group).distinct().toList();
  }

  static List<SettingKey<?>> keys(String group) {
    return KEYS.stream().filter(key -> key.group().equals(group)).toList();
  }

  /** Whether the trial names the members of a group itself. */
  static boolean isFamily(String group) {
    return keys(group).getFirst().isFamily();
  }

  /** The key with this path, a member of a family included. */
  public static Optional<SettingKey<?>> find(String path) {
    for (SettingKey<?> key : KEYS) {
      if (key.path().equals(path)) {
        return Optional.of(key);
      }
      if (key.isFamily() && matches(key, path)) {
        return Optional.of(key.of(path.split("\\.")[1]));
      }
    }
    return Optional.empty();
  }

  private static boolean matches(SettingKey<?> family, String path) {
    String[] names = path.split("\\.");
    return names.length == 3
        && !names[1].equals("*")
        && names[0].equals(family.group())
        && names[2].equals(family.name());
  }
}
