package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;

/** A whole number within bounds. */
final class WholeType extends ValueType<Integer> {
  private final int min;
  private final int max;
  private final Unit unit;

  WholeType(int min, int max, Unit unit) {
    this.min = min;
    this.max = max;
    this.unit = unit;
  }

  @Override
  @Nullable Integer read(YamlNode node, Findings.Builder findings) {
    if (node instanceof YamlNode.Scalar scalar
        && scalar.plain()
        && scalar.text().matches("-?(0|[1-9]\\d{0,8})")) {
      int value = Integer.parseInt(scalar.text());
      if (value >= min && value <= max) {
        return value;
      }
    }
    return wrong(node, findings);
  }

  @Override
  public String allowed() {
    return unit.allowed(min, max);
  }

  @Override
  public String show(Integer value, Language language) {
    return unit.show(value.toString(), language);
  }

  @Override
  JsonSchema schema() {
    return JsonSchema.type("integer")
        .with("minimum", BigDecimal.valueOf(min))
        .with("maximum", BigDecimal.valueOf(max));
  }
}
