package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;

/** A decimal number within bounds; {@code 45.0} stays {@code 45.0}. */
final class DecimalType extends ValueType<BigDecimal> {
  private final BigDecimal min;
  private final BigDecimal max;
  private final Unit unit;

  DecimalType(BigDecimal min, BigDecimal max, Unit unit) {
    this.min = min;
    this.max = max;
    this.unit = unit;
  }

  @Override
  @Nullable BigDecimal read(YamlNode node, Findings.Builder findings) {
    if (node instanceof YamlNode.Scalar scalar
        && scalar.plain()
        && scalar.text().matches("-?(0|[1-9]\\d{0,11})(\\.\\d{1,9})?")) {
      BigDecimal value = new BigDecimal(scalar.text());
      if (value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
        return value;
      }
    }
    return wrong(node, findings);
  }

  @Override
  public String allowed() {
    return unit.allowed(min.toPlainString(), max.toPlainString());
  }

  @Override
  public String show(BigDecimal value, Language language) {
    return unit.show(value.toPlainString(), language);
  }

  @Override
  JsonSchema schema() {
    return JsonSchema.type("number").with("minimum", min).with("maximum", max);
  }
}
