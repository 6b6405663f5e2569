package org.lodestar.trial.safety;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lodestar.trial.safety.LaboratoryRule.Conversion;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** The numeric rules of a version of CTCAE. */
public final class LaboratoryRules {
  private final Map<String, LaboratoryRule> byKey;

  private LaboratoryRules(List<LaboratoryRule> rules) {
    Map<String, LaboratoryRule> keys = new LinkedHashMap<>();
    rules.forEach(rule -> keys.put(rule.key(), rule));
    this.byKey = Collections.unmodifiableMap(keys);
  }

  /** Loads the rules of version 5 once. */
  private static final class Version5 {
    private static final LaboratoryRules TABLE = read(Resource.text("ctcae5-laboratory.yaml"));
  }

  /** The rules of the version that a trial names; empty when this program has none. */
  public static Optional<LaboratoryRules> of(String version) {
    return version.equals(Ctcae.V5) ? Optional.of(Version5.TABLE) : Optional.empty();
  }

  public Optional<LaboratoryRule> rule(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  public List<LaboratoryRule> rules() {
    return new ArrayList<>(byKey.values());
  }

  /** The rules of what is measured; a test with two directions has two. */
  public List<LaboratoryRule> ofAnalyte(String analyte) {
    return byKey.values().stream().filter(rule -> rule.analyte().equals(analyte)).toList();
  }

  static LaboratoryRules read(String yaml) {
    LoadSettings settings = LoadSettings.builder().setSchema(new FailsafeSchema()).build();
    Map<?, ?> root = (Map<?, ?>) new Load(settings).loadFromString(yaml);
    return new LaboratoryRules(
        items(root, "rules").stream().map(rule -> rule((Map<?, ?>) rule)).toList());
  }

  private static LaboratoryRule rule(Map<?, ?> yaml) {
    String key = text(yaml, "key");
    TreeMap<String, Conversion> units = new TreeMap<>();
    members(yaml, "other")
        .forEach((unit, how) -> units.put(unit.toString(), conversion(how.toString())));
    TreeMap<Integer, List<LaboratoryCondition>> grades = new TreeMap<>();
    members(yaml, "grades")
        .forEach(
            (grade, lines) ->
                grades.put(
                    Integer.valueOf(grade.toString()),
                    ((List<?>) lines)
                        .stream()
                            .map(line -> LaboratoryCondition.parse(line.toString()))
                            .toList()));
    TreeSet<Integer> clinical = new TreeSet<>();
    items(yaml, "also-clinical").forEach(grade -> clinical.add(Integer.valueOf(grade.toString())));
    return new LaboratoryRule(
        key,
        yaml.containsKey("term") ? text(yaml, "term") : key,
        text(yaml, "analyte"),
        LaboratoryRule.Direction.valueOf(text(yaml, "direction").toUpperCase(Locale.ROOT)),
        text(yaml, "unit"),
        units,
        grades,
        clinical);
  }

  /** Written {@code * 88.42}, or {@code - 32 / 1.8}. */
  private static Conversion conversion(String how) {
    String[] words = how.split(" ", -1);
    return switch (words[0]) {
      case "*" -> new Conversion(BigDecimal.ZERO, new BigDecimal(words[1]), BigDecimal.ONE);
      case "-" ->
          new Conversion(new BigDecimal(words[1]), BigDecimal.ONE, new BigDecimal(words[3]));
      default ->
          throw new IllegalArgumentException(
              "a conversion is written \"* 10\" or \"- 32 / 1.8\"; got: " + how);
    };
  }

  private static String text(Map<?, ?> yaml, String name) {
    Object value = yaml.get(name);
    if (value == null) {
      throw new IllegalArgumentException("a laboratory rule lacks " + name + ": " + yaml);
    }
    return value.toString();
  }

  private static Map<?, ?> members(Map<?, ?> yaml, String name) {
    return yaml.get(name) instanceof Map<?, ?> members ? members : Map.of();
  }

  private static List<?> items(Map<?, ?> yaml, String name) {
    return yaml.get(name) instanceof List<?> items ? items : List.of();
  }
}
