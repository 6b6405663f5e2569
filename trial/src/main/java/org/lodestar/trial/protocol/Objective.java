package org.lodestar.trial.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RecordType.Field;

/**
 * What the trial's documents say that the trial aims at.
 *
 * @param comparator with what the documents compare, or null when they name nothing
 * @param nullValue the value to be bettered, or null when they name none
 */
public record Objective(
    String key,
    Words words,
    Direction direction,
    Quantity quantity,
    @Nullable Words comparator,
    @Nullable Words nullValue,
    @Nullable Words source)
    implements Keyed {
  private static final Field<Objective, String> KEY =
      Field.required("key", Labels.KEY, ValueType.key(), Objective::key);
  private static final Field<Objective, Words> WORDS =
      Field.required("words", Labels.WORDS, ValueType.words(), Objective::words);
  private static final Field<Objective, Direction> DIRECTION =
      Field.required(
          "direction",
          new Words("claim", "主张"),
          ValueType.choice(Direction.class),
          Objective::direction);
  private static final Field<Objective, Quantity> QUANTITY =
      Field.required(
          "quantity",
          new Words("quantity", "指标"),
          ValueType.choice(Quantity.class),
          Objective::quantity);
  private static final Field<Objective, Words> COMPARATOR =
      Field.optional(
          "comparator", new Words("compared with", "对照"), ValueType.words(), Objective::comparator);
  private static final Field<Objective, Words> NULL_VALUE =
      Field.optional(
          "null-value", new Words("null value", "零假设值"), ValueType.words(), Objective::nullValue);
  private static final Field<Objective, Words> SOURCE =
      Field.optional("source", Labels.SOURCE, ValueType.source(), Objective::source);

  static final ValueType<Objective> TYPE =
      new RecordType<>(
          List.of(KEY, WORDS, DIRECTION, QUANTITY, COMPARATOR, NULL_VALUE, SOURCE),
          v ->
              new Objective(
                  v.get(KEY),
                  v.get(WORDS),
                  v.get(DIRECTION),
                  v.get(QUANTITY),
                  v.find(COMPARATOR),
                  v.find(NULL_VALUE),
                  v.find(SOURCE)));
}
