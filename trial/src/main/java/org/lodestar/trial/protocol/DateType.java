package org.lodestar.trial.protocol;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;

/** A whole date, {@code 2026-11-23}. */
final class DateType extends ValueType<LocalDate> {
  static final DateType INSTANCE = new DateType();
  private static final String FORM = "\\d{4}-\\d{2}-\\d{2}";

  @Override
  @Nullable LocalDate read(YamlNode node, Findings.Builder findings) {
    if (node instanceof YamlNode.Scalar scalar && scalar.text().matches(FORM)) {
      try {
        return LocalDate.parse(scalar.text());
      } catch (DateTimeException e) {
        return wrong(node, findings);
      }
    }
    return wrong(node, findings);
  }

  @Override
  public String allowed() {
    return "yyyy-mm-dd";
  }

  @Override
  public String show(LocalDate value, Language language) {
    return value.toString();
  }

  @Override
  JsonSchema schema() {
    return JsonSchema.type("string").with("pattern", "^" + FORM + "$");
  }
}
