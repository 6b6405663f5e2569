package org.lodestar.trial.protocol;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestar.trial.fact.Words;

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

  private static final Map<String, Words> GROUPS =
      Map.ofEntries(
          Map.entry("trial", new Words("The trial", "试验")),
          Map.entry("design", new Words("Sample size", "样本量")),
          Map.entry("eligibility", new Words("Eligibility", "入排标准")),
          Map.entry("enrolment", new Words("Enrolment", "入组")),
          Map.entry("treatment", new Words("Treatment", "治疗")),
          Map.entry("agents", new Words("Agents", "药物")),
          Map.entry("radiotherapy", new Words("Radiotherapy", "放疗")),
          Map.entry("imaging", new Words("Tumour assessment", "肿瘤评估")),
          Map.entry("endpoint", new Words("Endpoints", "终点")),
          Map.entry("safety", new Words("Safety", "安全性")),
          Map.entry("follow-up", new Words("Visits and follow-up", "访视与随访")));

  private Catalogue() {}

  /** The heading of a group. */
  public static Words heading(String group) {
    return Objects.requireNonNull(GROUPS.get(group), group);
  }

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
