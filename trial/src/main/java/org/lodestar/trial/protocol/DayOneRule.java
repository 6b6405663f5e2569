package org.lodestar.trial.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RecordType.Field;

/**
 * A condition of treatment on day 1 of a cycle.
 *
 * @param agents keys of agents; {@code radiotherapy} stands for the fraction of the day
 * @param condition CEL over the items of the forms; unknown is missing, never false
 */
public record DayOneRule(
    String key,
    List<String> agents,
    Words words,
    String condition,
    Action otherwise,
    @Nullable String source)
    implements Keyed {
  private static final Field<DayOneRule, String> KEY =
      Field.required("key", Labels.KEY, ValueType.key(), DayOneRule::key);
  private static final Field<DayOneRule, List<String>> AGENTS =
      Field.required("agents", Labels.AGENTS, ValueType.list(ValueType.key()), DayOneRule::agents);
  private static final Field<DayOneRule, Words> WORDS =
      Field.required("words", Labels.WORDS, ValueType.words(), DayOneRule::words);
  private static final Field<DayOneRule, String> CONDITION =
      Field.required(
          "condition", new Words("must hold", "须满足"), ValueType.text(), DayOneRule::condition);
  private static final Field<DayOneRule, Action> OTHERWISE =
      Field.required(
          "otherwise",
          new Words("otherwise", "否则"),
          ValueType.choice(Action.class),
          DayOneRule::otherwise);
  private static final Field<DayOneRule, String> SOURCE =
      Field.optional("source", Labels.SOURCE, ValueType.text(), DayOneRule::source);

  static final ValueType<DayOneRule> TYPE =
      new RecordType<>(
          List.of(KEY, AGENTS, WORDS, CONDITION, OTHERWISE, SOURCE),
          v ->
              new DayOneRule(
                  v.get(KEY),
                  v.get(AGENTS),
                  v.get(WORDS),
                  v.get(CONDITION),
                  v.get(OTHERWISE),
                  v.find(SOURCE)));
}
