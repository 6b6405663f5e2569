package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.util.List;
import org.lodestar.trial.fact.Words;

/** How the endpoints are counted and analysed. */
public final class EndpointSettings {
  public static final SettingKey<TimeOrigin> PFS_ORIGIN =
      SettingKey.of(
          "endpoint.pfs-origin",
          ValueType.choice(TimeOrigin.class),
          "progression-free survival from",
          "PFS 起点",
          Decider.STATISTICIAN,
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<TimeOrigin> OS_ORIGIN =
      SettingKey.of(
          "endpoint.os-origin",
          ValueType.choice(TimeOrigin.class),
          "overall survival from",
          "OS 起点",
          Decider.STATISTICIAN,
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<Integer> LANDMARK_DAY =
      SettingKey.of(
          "endpoint.landmark-day",
          ValueType.whole(1, 8000, Unit.DAYS),
          "day of the landmark",
          "里程碑日",
          Decider.STATISTICIAN);

  public static final SettingKey<BigDecimal> MONTH_DAYS =
      SettingKey.of(
          "endpoint.month-days",
          ValueType.decimal("28", "31", Unit.DAYS),
          "length of a month",
          "每月天数",
          Decider.STATISTICIAN);

  public static final SettingKey<AnalysisMethod> PRIMARY_METHOD =
      SettingKey.of(
          "endpoint.primary-method",
          ValueType.choice(AnalysisMethod.class),
          "primary method",
          "主要分析方法",
          Decider.STATISTICIAN);

  public static final SettingKey<AnalysisSet> ANALYSIS_SET =
      SettingKey.of(
          "endpoint.analysis-set",
          ValueType.choice(AnalysisSet.class),
          "analysis set",
          "分析集",
          Decider.STATISTICIAN);

  public static final SettingKey<AnalysisTime> ANALYSIS_TIME =
      SettingKey.of(
          "endpoint.analysis-time",
          ValueType.choice(AnalysisTime.class),
          "time of the analysis",
          "分析时点",
          Decider.STATISTICIAN);

  public static final SettingKey<Words> CUT_OFF_WORDS =
      SettingKey.of(
          "endpoint.cut-off-words",
          ValueType.words(),
          "rule of the data cut",
          "数据截止规则",
          Decider.STATISTICIAN,
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<List<CensoringRule>> CENSORING_RULES =
      SettingKey.of(
          "endpoint.censoring-rules",
          ValueType.list(CensoringRule.TYPE),
          "censoring of progression-free survival",
          "PFS 删失规则",
          Decider.STATISTICIAN);

  public static final SettingKey<Integer> MISSED_ASSESSMENTS =
      SettingKey.of(
          "endpoint.missed-assessments",
          ValueType.whole(1, 10, Unit.COUNT),
          "missed assessments that break the follow-up",
          "视为随访中断的漏评次数",
          Decider.STATISTICIAN);

  public static final SettingKey<List<NewTherapy>> NEW_THERAPIES =
      SettingKey.of(
          "endpoint.new-therapies",
          ValueType.list(NewTherapy.TYPE),
          "new anti-cancer therapy",
          "新的抗肿瘤治疗",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.STATISTICIAN);

  public static final SettingKey<Integer> RESPONSE_UNTIL_MONTHS =
      SettingKey.of(
          "endpoint.response-until-months",
          ValueType.whole(1, 240, Unit.MONTHS),
          "response judged until month",
          "疗效判断截至",
          Decider.STATISTICIAN);

  public static final SettingKey<BigDecimal> CONFIDENCE_PERCENT =
      SettingKey.of(
          "endpoint.confidence-percent",
          ValueType.decimal("50", "99.99", Unit.PERCENT),
          "confidence of intervals",
          "置信水平",
          Decider.STATISTICIAN);

  static final List<SettingKey<?>> ALL =
      List.of(
          PFS_ORIGIN,
          OS_ORIGIN,
          LANDMARK_DAY,
          MONTH_DAYS,
          PRIMARY_METHOD,
          ANALYSIS_SET,
          ANALYSIS_TIME,
          CUT_OFF_WORDS,
          CENSORING_RULES,
          MISSED_ASSESSMENTS,
          NEW_THERAPIES,
          RESPONSE_UNTIL_MONTHS,
          CONFIDENCE_PERCENT);

  private EndpointSettings() {}
}
