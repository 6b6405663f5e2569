package org.lodestar.trial.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RecordType.Field;

/**
 * The interval of tumour assessments in one part of the follow-up.
 *
 * @param untilMonths end of the part, counted from the origin of the schedule; null: open
 */
public record ScanPhase(@Nullable Integer untilMonths, int intervalDays, int windowDays) {
  private static final Field<ScanPhase, Integer> UNTIL_MONTHS =
      Field.optional(
          "until-months",
          new Words("until", "直至"),
          ValueType.whole(1, 240, Unit.MONTHS),
          ScanPhase::untilMonths);
  private static final Field<ScanPhase, Integer> INTERVAL_DAYS =
      Field.required(
          "interval-days",
          new Words("interval", "间隔"),
          ValueType.whole(7, 400, Unit.DAYS),
          ScanPhase::intervalDays);
  private static final Field<ScanPhase, Integer> WINDOW_DAYS =
      Field.required(
          "window-days",
          new Words("window on either side", "前后窗口"),
          ValueType.whole(0, 60, Unit.DAYS),
          ScanPhase::windowDays);

  static final ValueType<ScanPhase> TYPE =
      new RecordType<>(
          List.of(UNTIL_MONTHS, INTERVAL_DAYS, WINDOW_DAYS),
          v -> new ScanPhase(v.find(UNTIL_MONTHS), v.get(INTERVAL_DAYS), v.get(WINDOW_DAYS)));
}
