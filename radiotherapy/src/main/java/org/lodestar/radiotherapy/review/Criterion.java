package org.lodestar.radiotherapy.review;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One rule of the checklist, as data.
 *
 * @param key the figure it judges
 * @param item the item, in words
 * @param rule how the limits are meant
 * @param target the value aimed at, for {@link Rule#WITHIN}
 * @param acceptable the limit of acceptable
 * @param variation the limit of acceptable variation
 * @param unit the unit of figure and limits
 * @param source where it comes from
 */
public record Criterion(
    String key,
    String item,
    Rule rule,
    Optional<BigDecimal> target,
    Optional<BigDecimal> acceptable,
    Optional<BigDecimal> variation,
    String unit,
    String source) {

  /** How a limit is meant. */
  public enum Rule {
    WITHIN,
    AT_MOST,
    BELOW,
    AT_LEAST
  }

  /** Judges a figure, or its absence. */
  public Verdict judge(Optional<Measured> measured) {
    return new Verdict(key, item, grade(measured), measured, text(), source);
  }

  private Verdict.Grade grade(Optional<Measured> measured) {
    if (acceptable.isEmpty() || (rule == Rule.WITHIN && target.isEmpty())) {
      return Verdict.Grade.NOT_SPECIFIED;
    }
    if (measured.isEmpty()) {
      return Verdict.Grade.NOT_MEASURED;
    }
    BigDecimal value = measured.get().value();
    if (meets(value, acceptable.get(), rule)) {
      return Verdict.Grade.ACCEPTABLE;
    }
    Rule lenient = rule == Rule.BELOW ? Rule.AT_MOST : rule;
    return variation.isPresent() && meets(value, variation.get(), lenient)
        ? Verdict.Grade.ACCEPTABLE_VARIATION
        : Verdict.Grade.UNACCEPTABLE_VARIATION;
  }

  private boolean meets(BigDecimal value, BigDecimal limit, Rule by) {
    return switch (by) {
      case WITHIN -> value.subtract(target.orElseThrow()).abs().compareTo(limit) <= 0;
      case AT_MOST -> value.compareTo(limit) <= 0;
      case BELOW -> value.compareTo(limit) < 0;
      case AT_LEAST -> value.compareTo(limit) >= 0;
    };
  }

  private String text() {
    if (acceptable.isEmpty()) {
      return "-";
    }
    String limits =
        acceptable.get().toPlainString()
            + variation.map(v -> " (variation " + v.toPlainString() + ")").orElse("")
            + " "
            + unit;
    return switch (rule) {
      case WITHIN -> target.map(BigDecimal::toPlainString).orElse("-") + " +- " + limits;
      case AT_MOST -> "at most " + limits;
      case BELOW -> "below " + limits;
      case AT_LEAST -> "at least " + limits;
    };
  }
}
