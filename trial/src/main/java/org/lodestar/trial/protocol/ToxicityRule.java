package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RecordType.Field;

/**
 * What an adverse event means for an agent or for radiotherapy.
 *
 * @param terms CTCAE terms; {@code *} stands for any other term
 * @param lastingDays the grade counts only when it has lasted so long
 * @param resumeAtGrade highest grade at which treatment goes on after a hold
 * @param resumePrednisoneMaxMg highest daily prednisone (or equivalent) at which it goes on
 */
public record ToxicityRule(
    String key,
    List<String> agents,
    List<String> terms,
    int gradeFrom,
    int gradeTo,
    @Nullable Integer lastingDays,
    boolean immuneRelatedOnly,
    Action action,
    @Nullable Integer resumeAtGrade,
    @Nullable BigDecimal resumePrednisoneMaxMg,
    boolean stopWhenRepeated,
    @Nullable Words source)
    implements Keyed {
  private static final Field<ToxicityRule, String> KEY =
      Field.required("key", Labels.KEY, ValueType.key(), ToxicityRule::key);
  private static final Field<ToxicityRule, List<String>> AGENTS =
      Field.required(
          "agents", Labels.AGENTS, ValueType.list(ValueType.key()), ToxicityRule::agents);
  private static final Field<ToxicityRule, List<String>> TERMS =
      Field.required(
          "terms",
          new Words("CTCAE terms", "CTCAE 术语"),
          ValueType.list(ValueType.text()),
          ToxicityRule::terms);
  private static final Field<ToxicityRule, Integer> GRADE_FROM =
      Field.required(
          "grade-from",
          new Words("from grade", "级别自"),
          ValueType.whole(1, 5, Unit.NONE),
          ToxicityRule::gradeFrom);
  private static final Field<ToxicityRule, Integer> GRADE_TO =
      Field.required(
          "grade-to",
          new Words("to grade", "级别至"),
          ValueType.whole(1, 5, Unit.NONE),
          ToxicityRule::gradeTo);
  private static final Field<ToxicityRule, Integer> LASTING_DAYS =
      Field.optional(
          "lasting-days",
          new Words("lasting at least", "持续至少"),
          ValueType.whole(1, 60, Unit.DAYS),
          ToxicityRule::lastingDays);
  private static final Field<ToxicityRule, Boolean> IMMUNE_RELATED_ONLY =
      Field.required(
          "immune-related-only",
          new Words("only when immune-related", "仅限免疫相关"),
          ValueType.flag(),
          ToxicityRule::immuneRelatedOnly);
  private static final Field<ToxicityRule, Action> ACTION =
      Field.required("action", Labels.ACTION, ValueType.choice(Action.class), ToxicityRule::action);
  private static final Field<ToxicityRule, Integer> RESUME_AT_GRADE =
      Field.optional(
          "resume-at-grade",
          new Words("resume at grade", "恢复治疗的级别"),
          ValueType.whole(0, 4, Unit.NONE),
          ToxicityRule::resumeAtGrade);
  private static final Field<ToxicityRule, BigDecimal> RESUME_PREDNISONE_MAX_MG =
      Field.optional(
          "resume-prednisone-max-mg",
          new Words("resume with prednisone at most", "恢复治疗时泼尼松不超过"),
          ValueType.decimal("0", "500", Unit.MG),
          ToxicityRule::resumePrednisoneMaxMg);
  private static final Field<ToxicityRule, Boolean> STOP_WHEN_REPEATED =
      Field.required(
          "stop-when-repeated",
          new Words("stop when it comes back", "复发则停用"),
          ValueType.flag(),
          ToxicityRule::stopWhenRepeated);
  private static final Field<ToxicityRule, Words> SOURCE =
      Field.optional("source", Labels.SOURCE, ValueType.source(), ToxicityRule::source);

  static final ValueType<ToxicityRule> TYPE =
      new RecordType<>(
          List.of(
              KEY,
              AGENTS,
              TERMS,
              GRADE_FROM,
              GRADE_TO,
              LASTING_DAYS,
              IMMUNE_RELATED_ONLY,
              ACTION,
              RESUME_AT_GRADE,
              RESUME_PREDNISONE_MAX_MG,
              STOP_WHEN_REPEATED,
              SOURCE),
          v ->
              new ToxicityRule(
                  v.get(KEY),
                  v.get(AGENTS),
                  v.get(TERMS),
                  v.get(GRADE_FROM),
                  v.get(GRADE_TO),
                  v.find(LASTING_DAYS),
                  v.get(IMMUNE_RELATED_ONLY),
                  v.get(ACTION),
                  v.find(RESUME_AT_GRADE),
                  v.find(RESUME_PREDNISONE_MAX_MG),
                  v.get(STOP_WHEN_REPEATED),
                  v.find(SOURCE)));
}
