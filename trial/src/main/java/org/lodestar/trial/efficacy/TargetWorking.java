package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;

/** The comparison that made a target response, written out with its numbers. */
final class TargetWorking {
  private static final BigDecimal PROGRESSION_TIMES = new BigDecimal("1.2");
  private static final BigDecimal PARTIAL_TIMES = new BigDecimal("0.7");
  private static final Words COMPLETE =
      new Words(
          "every target lesion is gone, every target node below 10 mm", "所有靶病灶消失，靶淋巴结短径均小于 10 mm");
  private static final Words NOT_EVALUABLE =
      new Words(
          "a target lesion is not evaluable and the others alone ({sum} mm) do not prove"
              + " progression",
          "有靶病灶不可评价，其余病灶（{sum} mm）不足以证明进展");
  private static final Words PROGRESSION =
      new Words(
          "{sum} >= 1.2 x {nadir} = {limit} and {sum} - {nadir} = {growth} >= 5 mm",
          "{sum} ≥ 1.2 × {nadir} = {limit}，且 {sum} - {nadir} = {growth} ≥ 5 mm");
  private static final Words PARTIAL =
      new Words("{sum} <= 0.7 x {baseline} = {limit}", "{sum} ≤ 0.7 × {baseline} = {limit}");
  private static final Words CONTINUING =
      new Words(
          "a partial response was reached before and lasts until progression", "此前已达部分缓解，持续至进展为止");
  private static final Words STABLE =
      new Words(
          "{sum} > 0.7 x {baseline} = {limit}, and not both 20 % and 5 mm above the nadir {nadir}",
          "{sum} > 0.7 × {baseline} = {limit}，且未同时较最小值 {nadir} 增加 20% 与 5 mm");

  private TargetWorking() {}

  static Words of(
      Response response, SumOfDiameters sum, BigDecimal baselineMm, BigDecimal nadirMm) {
    BigDecimal measured = sum.measuredMm();
    return switch (response) {
      case CR -> COMPLETE;
      case NE -> words(NOT_EVALUABLE, "sum", plain(measured));
      case PD ->
          words(
              PROGRESSION,
              "sum",
              plain(measured),
              "nadir",
              plain(nadirMm),
              "limit",
              plain(nadirMm.multiply(PROGRESSION_TIMES)),
              "growth",
              plain(measured.subtract(nadirMm)));
      case PR ->
          Recist11.isPartialResponse(measured, baselineMm)
              ? againstBaseline(PARTIAL, measured, baselineMm, nadirMm)
              : CONTINUING;
      default -> againstBaseline(STABLE, measured, baselineMm, nadirMm);
    };
  }

  private static Words againstBaseline(
      Words template, BigDecimal sum, BigDecimal baselineMm, BigDecimal nadirMm) {
    return words(
        template,
        "sum",
        plain(sum),
        "baseline",
        plain(baselineMm),
        "limit",
        plain(baselineMm.multiply(PARTIAL_TIMES)),
        "nadir",
        plain(nadirMm));
  }

  private static Words words(Words template, Object... namesAndValues) {
    Message message = Message.of(template, namesAndValues);
    return new Words(message.in(Language.EN), message.in(Language.ZH));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
