package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.util.List;
import org.lodestar.trial.fact.Words;

/** The statement of the sample size. */
public final class DesignSettings {
  public static final SettingKey<Words> HISTORICAL_CONTROL =
      SettingKey.of(
          "design.historical-control",
          ValueType.words(),
          "historical control",
          "历史对照",
          Decider.STATISTICIAN,
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<Integer> LANDMARK_MONTHS =
      SettingKey.of(
          "design.landmark-months",
          ValueType.whole(1, 240, Unit.MONTHS),
          "landmark",
          "里程碑时点",
          Decider.STATISTICIAN,
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<BigDecimal> NULL_RATE_PERCENT =
      SettingKey.of(
          "design.null-rate-percent",
          ValueType.decimal("0.1", "99.9", Unit.PERCENT),
          "rate under the null hypothesis",
          "零假设率",
          Decider.STATISTICIAN,
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<BigDecimal> ALTERNATIVE_RATE_PERCENT =
      SettingKey.of(
          "design.alternative-rate-percent",
          ValueType.decimal("0.1", "99.9", Unit.PERCENT),
          "rate under the alternative",
          "备择假设率",
          Decider.STATISTICIAN,
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<BigDecimal> ALPHA =
      SettingKey.of(
          "design.alpha",
          ValueType.decimal("0.0001", "0.5", Unit.NONE),
          "significance level",
          "显著性水平",
          Decider.STATISTICIAN);

  public static final SettingKey<Sidedness> SIDEDNESS =
      SettingKey.of(
          "design.sidedness",
          ValueType.choice(Sidedness.class),
          "sides of the test",
          "检验侧别",
          Decider.STATISTICIAN);

  public static final SettingKey<BigDecimal> POWER_PERCENT =
      SettingKey.of(
          "design.power-percent",
          ValueType.decimal("1", "99.99", Unit.PERCENT),
          "power",
          "检验效能",
          Decider.STATISTICIAN);

  public static final SettingKey<Integer> REQUIRED =
      SettingKey.of(
          "design.required",
          ValueType.whole(1, 100000, Unit.COUNT),
          "participants required",
          "所需例数",
          Decider.STATISTICIAN);

  public static final SettingKey<BigDecimal> DROPOUT_PERCENT =
      SettingKey.of(
          "design.dropout-percent",
          ValueType.decimal("0", "99", Unit.PERCENT),
          "dropout",
          "脱落率",
          Decider.STATISTICIAN,
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<Integer> PLANNED_ENROLMENT =
      SettingKey.of(
          "design.planned-enrolment",
          ValueType.whole(1, 100000, Unit.COUNT),
          "participants to enrol",
          "计划入组例数",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.STATISTICIAN);

  public static final SettingKey<Integer> ACCRUAL_MONTHS =
      SettingKey.of(
          "design.accrual-months",
          ValueType.whole(0, 240, Unit.MONTHS),
          "accrual time",
          "入组期",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.STATISTICIAN);

  public static final SettingKey<NullTail> NULL_TAIL =
      SettingKey.of(
          "design.null-tail",
          ValueType.choice(NullTail.class),
          "null hypothesis after the landmark",
          "里程碑后的零假设",
          Decider.STATISTICIAN);

  static final List<SettingKey<?>> ALL =
      List.of(
          HISTORICAL_CONTROL,
          LANDMARK_MONTHS,
          NULL_RATE_PERCENT,
          ALTERNATIVE_RATE_PERCENT,
          ALPHA,
          SIDEDNESS,
          POWER_PERCENT,
          REQUIRED,
          DROPOUT_PERCENT,
          PLANNED_ENROLMENT,
          ACCRUAL_MONTHS,
          NULL_TAIL);

  private DesignSettings() {}
}
