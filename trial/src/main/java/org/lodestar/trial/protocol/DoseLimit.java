package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RecordType.Field;

/**
 * A limit of a dose-volume figure, for an organ or for target coverage.
 *
 * @param metric {@code V20}, {@code mean}, {@code D0.03cc}, {@code D95}
 * @param acceptable the limit
 * @param variation how far a value may pass the limit and be an acceptable variation; null: not at
 *     all
 * @param unit of both figures: {@code Gy}, {@code %} or {@code cc}
 */
public record DoseLimit(
    String key,
    String structure,
    String metric,
    LimitSide side,
    BigDecimal acceptable,
    @Nullable BigDecimal variation,
    String unit,
    @Nullable Words source)
    implements Keyed {
  private static final Field<DoseLimit, String> KEY =
      Field.required("key", Labels.KEY, ValueType.key(), DoseLimit::key);
  private static final Field<DoseLimit, String> STRUCTURE =
      Field.required(
          "structure", new Words("structure", "结构"), ValueType.text(), DoseLimit::structure);
  private static final Field<DoseLimit, String> METRIC =
      Field.required("metric", new Words("figure", "指标"), ValueType.text(), DoseLimit::metric);
  private static final Field<DoseLimit, LimitSide> SIDE =
      Field.required(
          "side", new Words("must be", "要求"), ValueType.choice(LimitSide.class), DoseLimit::side);
  private static final Field<DoseLimit, BigDecimal> ACCEPTABLE =
      Field.required(
          "acceptable",
          new Words("acceptable", "可接受"),
          ValueType.decimal("0", "1000000", Unit.NONE),
          DoseLimit::acceptable);
  private static final Field<DoseLimit, BigDecimal> VARIATION =
      Field.optional(
          "variation",
          new Words("acceptable variation up to", "可接受偏差至"),
          ValueType.decimal("0", "1000000", Unit.NONE),
          DoseLimit::variation);
  private static final Field<DoseLimit, String> UNIT =
      Field.required("unit", new Words("unit", "单位"), ValueType.text(), DoseLimit::unit);
  private static final Field<DoseLimit, Words> SOURCE =
      Field.optional("source", Labels.SOURCE, ValueType.source(), DoseLimit::source);

  static final ValueType<DoseLimit> TYPE =
      new RecordType<>(
          List.of(KEY, STRUCTURE, METRIC, SIDE, ACCEPTABLE, VARIATION, UNIT, SOURCE),
          v ->
              new DoseLimit(
                  v.get(KEY),
                  v.get(STRUCTURE),
                  v.get(METRIC),
                  v.get(SIDE),
                  v.get(ACCEPTABLE),
                  v.find(VARIATION),
                  v.get(UNIT),
                  v.find(SOURCE)));
}
