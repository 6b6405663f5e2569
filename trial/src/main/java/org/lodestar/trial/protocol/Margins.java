package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.util.List;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RecordType.Field;

/** A margin in each of six directions. */
public record Margins(
    BigDecimal superiorMm,
    BigDecimal inferiorMm,
    BigDecimal anteriorMm,
    BigDecimal posteriorMm,
    BigDecimal leftMm,
    BigDecimal rightMm) {
  private static final Field<Margins, BigDecimal> SUPERIOR_MM =
      Field.required(
          "superior-mm",
          new Words("superior", "上"),
          ValueType.decimal("0", "200", Unit.MM),
          Margins::superiorMm);
  private static final Field<Margins, BigDecimal> INFERIOR_MM =
      Field.required(
          "inferior-mm",
          new Words("inferior", "下"),
          ValueType.decimal("0", "200", Unit.MM),
          Margins::inferiorMm);
  private static final Field<Margins, BigDecimal> ANTERIOR_MM =
      Field.required(
          "anterior-mm",
          new Words("anterior", "前"),
          ValueType.decimal("0", "200", Unit.MM),
          Margins::anteriorMm);
  private static final Field<Margins, BigDecimal> POSTERIOR_MM =
      Field.required(
          "posterior-mm",
          new Words("posterior", "后"),
          ValueType.decimal("0", "200", Unit.MM),
          Margins::posteriorMm);
  private static final Field<Margins, BigDecimal> LEFT_MM =
      Field.required(
          "left-mm",
          new Words("left", "左"),
          ValueType.decimal("0", "200", Unit.MM),
          Margins::leftMm);
  private static final Field<Margins, BigDecimal> RIGHT_MM =
      Field.required(
          "right-mm",
          new Words("right", "右"),
          ValueType.decimal("0", "200", Unit.MM),
          Margins::rightMm);

  static final ValueType<Margins> TYPE =
      new RecordType<>(
          List.of(SUPERIOR_MM, INFERIOR_MM, ANTERIOR_MM, POSTERIOR_MM, LEFT_MM, RIGHT_MM),
          v ->
              new Margins(
                  v.get(SUPERIOR_MM),
                  v.get(INFERIOR_MM),
                  v.get(ANTERIOR_MM),
                  v.get(POSTERIOR_MM),
                  v.get(LEFT_MM),
                  v.get(RIGHT_MM)));
}
