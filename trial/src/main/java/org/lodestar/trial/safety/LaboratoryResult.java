package org.lodestar.trial.safety;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A measurement with what is needed to grade it, all in one unit.
 *
 * @param values by the name of the part: that of a single number is {@link #VALUE}
 * @param lln lower limit of normal of the laboratory at that time, or null
 * @param uln upper limit of normal of the laboratory at that time, or null
 * @param baseline or null
 * @param baselineLln the baseline's own lower limit, when it came from another laboratory or time
 * @param baselineUln the baseline's own upper limit, likewise
 * @param isBaseline whether this is the baseline itself, which is graded on limits alone
 * @param flags what is known to be so or not so; a flag left out is unknown
 */
public record LaboratoryResult(
    Map<String, BigDecimal> values,
    @Nullable BigDecimal lln,
    @Nullable BigDecimal uln,
    @Nullable BigDecimal baseline,
    @Nullable BigDecimal baselineLln,
    @Nullable BigDecimal baselineUln,
    boolean isBaseline,
    Map<LaboratoryFlag, Boolean> flags) {
  /** The name of a measurement that is one number. */
  public static final String VALUE = "value";

  public LaboratoryResult {
    values = Map.copyOf(values);
    flags = Map.copyOf(flags);
  }

  /** One number and its limits, without a baseline. */
  public static LaboratoryResult of(
      BigDecimal value, @Nullable BigDecimal lln, @Nullable BigDecimal uln) {
    return new LaboratoryResult(Map.of(VALUE, value), lln, uln, null, null, null, false, Map.of());
  }

  LaboratoryResult converted(UnaryOperator<BigDecimal> toCanonical) {
    return new LaboratoryResult(
        values.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> toCanonical.apply(e.getValue()))),
        converted(lln, toCanonical),
        converted(uln, toCanonical),
        converted(baseline, toCanonical),
        converted(baselineLln, toCanonical),
        converted(baselineUln, toCanonical),
        isBaseline,
        flags);
  }

  private static @Nullable BigDecimal converted(
      @Nullable BigDecimal number, UnaryOperator<BigDecimal> toCanonical) {
    return number == null ? null : toCanonical.apply(number);
  }
}
