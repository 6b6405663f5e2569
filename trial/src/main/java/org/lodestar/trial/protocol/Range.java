package org.lodestar.trial.protocol;

import java.math.BigDecimal;

/** From least to greatest, both allowed; in the unit in which rules see the item. */
public record Range(BigDecimal min, BigDecimal max) {
  public boolean contains(BigDecimal number) {
    return number.compareTo(min) >= 0 && number.compareTo(max) <= 0;
  }

  boolean contains(Range inner) {
    return contains(inner.min) && contains(inner.max);
  }

  @Override
  public String toString() {
    return min.toPlainString() + " - " + max.toPlainString();
  }
}
