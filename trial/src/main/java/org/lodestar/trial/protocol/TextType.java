package org.lodestar.trial.protocol;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;

/** A text that matches a pattern. */
final class TextType extends ValueType<String> {
  static final TextType ANY = new TextType("(?s).*\\S.*");
  static final TextType KEY = new TextType("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final Pattern pattern;

  TextType(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  @Override
  @Nullable String read(YamlNode node, Findings.Builder findings) {
    return node instanceof YamlNode.Scalar scalar
            && !scalar.isNull()
            && pattern.matcher(scalar.text()).matches()
        ? scalar.text().strip()
        : wrong(node, findings);
  }

  @Override
  public String allowed() {
    return this == ANY ? "\"...\"" : pattern.pattern();
  }

  @Override
  public String show(String value, Language language) {
    return value;
  }

  @Override
  JsonSchema schema() {
    return this == ANY
        ? JsonSchema.type("string").with("pattern", "\\S")
        : JsonSchema.type("string").with("pattern", "^(?:" + pattern.pattern() + ")$");
  }
}
