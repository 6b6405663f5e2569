package org.lodestar.trial.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RecordType.Field;

/**
 * An eligibility criterion.
 *
 * @param expression CEL over the items of the forms; true when an inclusion criterion is met, and
 *     when an exclusion criterion applies
 * @param source the place in the trial's documents; null when the list as a whole has one
 */
public record Criterion(
    String key, CriterionKind kind, Words words, String expression, @Nullable Words source)
    implements Keyed {
  private static final Field<Criterion, String> KEY =
      Field.required("key", Labels.KEY, ValueType.key(), Criterion::key);
  private static final Field<Criterion, CriterionKind> KIND =
      Field.required("kind", Labels.KIND, ValueType.choice(CriterionKind.class), Criterion::kind);
  private static final Field<Criterion, Words> WORDS =
      Field.required("words", Labels.WORDS, ValueType.words(), Criterion::words);
  private static final Field<Criterion, String> EXPRESSION =
      Field.required(
          "expression", new Words("checked as", "核查表达式"), ValueType.text(), Criterion::expression);
  private static final Field<Criterion, Words> SOURCE =
      Field.optional("source", Labels.SOURCE, ValueType.source(), Criterion::source);

  static final ValueType<Criterion> TYPE =
      new RecordType<>(
          List.of(KEY, KIND, WORDS, EXPRESSION, SOURCE),
          v ->
              new Criterion(
                  v.get(KEY), v.get(KIND), v.get(WORDS), v.get(EXPRESSION), v.find(SOURCE)));
}
