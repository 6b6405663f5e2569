package org.lodestar.trial.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RecordType.Field;

/**
 * An outcome as it is registered.
 *
 * @param place the heading under which the registry lists it
 * @param called the heading that its own text claims, or null when it claims none
 * @param statistic the figure that sums it up (a proportion, a rate), or null when none is named
 * @param timeFrameMonths null when no time frame is given
 */
public record Outcome(
    String key,
    OutcomePlace place,
    @Nullable OutcomePlace called,
    Quantity quantity,
    Words measure,
    Words description,
    @Nullable Words statistic,
    @Nullable String instrument,
    @Nullable Integer timeFrameMonths,
    Words source)
    implements Keyed {
  private static final Field<Outcome, String> KEY =
      Field.required("key", Labels.KEY, ValueType.key(), Outcome::key);
  private static final Field<Outcome, OutcomePlace> PLACE =
      Field.required(
          "place",
          new Words("listed as", "列为"),
          ValueType.choice(OutcomePlace.class),
          Outcome::place);
  private static final Field<Outcome, OutcomePlace> CALLED =
      Field.optional(
          "called",
          new Words("called in its text", "文字中称为"),
          ValueType.choice(OutcomePlace.class),
          Outcome::called);
  private static final Field<Outcome, Quantity> QUANTITY =
      Field.required(
          "quantity",
          new Words("quantity", "指标"),
          ValueType.choice(Quantity.class),
          Outcome::quantity);
  private static final Field<Outcome, Words> MEASURE =
      Field.required("measure", new Words("measure", "指标名称"), ValueType.words(), Outcome::measure);
  private static final Field<Outcome, Words> DESCRIPTION =
      Field.required(
          "description", new Words("description", "说明"), ValueType.words(), Outcome::description);
  private static final Field<Outcome, Words> STATISTIC =
      Field.optional(
          "statistic", new Words("summarised as", "汇总方式"), ValueType.words(), Outcome::statistic);
  private static final Field<Outcome, String> INSTRUMENT =
      Field.optional("instrument", new Words("by", "标准"), ValueType.text(), Outcome::instrument);
  private static final Field<Outcome, Integer> TIME_FRAME_MONTHS =
      Field.optional(
          "time-frame-months",
          new Words("time frame", "时间范围"),
          ValueType.whole(0, 600, Unit.MONTHS),
          Outcome::timeFrameMonths);
  private static final Field<Outcome, Words> SOURCE =
      Field.required("source", Labels.SOURCE, ValueType.source(), Outcome::source);

  static final ValueType<Outcome> TYPE =
      new RecordType<>(
          List.of(
              KEY,
              PLACE,
              CALLED,
              QUANTITY,
              MEASURE,
              DESCRIPTION,
              STATISTIC,
              INSTRUMENT,
              TIME_FRAME_MONTHS,
              SOURCE),
          v ->
              new Outcome(
                  v.get(KEY),
                  v.get(PLACE),
                  v.find(CALLED),
                  v.get(QUANTITY),
                  v.get(MEASURE),
                  v.get(DESCRIPTION),
                  v.find(STATISTIC),
                  v.find(INSTRUMENT),
                  v.find(TIME_FRAME_MONTHS),
                  v.get(SOURCE)));
}
