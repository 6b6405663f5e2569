package org.lodestar.trial.protocol;

import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;

/** Yes or no, written {@code true} or {@code false}. */
final class FlagType extends ValueType<Boolean> {
  static final FlagType INSTANCE = new FlagType();
  private static final Words YES = new Words("yes", "是");
  private static final Words NO = new Words("no", "否");

  @Override
  @Nullable Boolean read(YamlNode node, Findings.Builder findings) {
    if (node instanceof YamlNode.Scalar scalar
        && scalar.plain()
        && (scalar.text().equals("true") || scalar.text().equals("false"))) {
      return scalar.text().equals("true");
    }
    return wrong(node, findings);
  }

  @Override
  public String allowed() {
    return "true | false";
  }

  @Override
  public String show(Boolean value, Language language) {
    return (value ? YES : NO).in(language);
  }

  @Override
  JsonSchema schema() {
    return JsonSchema.type("boolean");
  }
}
