package org.lodestar.trial.protocol;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Role;

/** A role, by its key. */
final class RoleType extends ValueType<Role> {
  static final RoleType INSTANCE = new RoleType();

  private static List<String> keys() {
    return Arrays.stream(Role.values()).map(Role::key).toList();
  }

  @Override
  @Nullable Role read(YamlNode node, Findings.Builder findings) {
    return node instanceof YamlNode.Scalar scalar && keys().contains(scalar.text())
        ? Role.parse(scalar.text())
        : wrong(node, findings);
  }

  @Override
  public String allowed() {
    return String.join(" | ", keys());
  }

  @Override
  public String show(Role value, Language language) {
    return value.words().in(language);
  }

  @Override
  JsonSchema schema() {
    return JsonSchema.type("string").with("enum", keys());
  }
}
