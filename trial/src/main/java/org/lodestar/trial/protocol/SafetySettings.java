package org.lodestar.trial.protocol;

import java.util.List;

/** Collection and grading of adverse events. */
public final class SafetySettings {
  public static final SettingKey<String> DICTIONARY =
      SettingKey.of(
          "safety.dictionary", ValueType.text(), "grading", "分级标准", Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<TimeOrigin> COLLECTION_ORIGIN =
      SettingKey.of(
          "safety.collection-origin",
          ValueType.choice(TimeOrigin.class),
          "collected from",
          "收集起点",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.SAFETY_OFFICER);

  public static final SettingKey<Integer> COLLECTION_DAYS_AFTER_LAST_DOSE =
      SettingKey.of(
          "safety.collection-days-after-last-dose",
          ValueType.whole(0, 1000, Unit.DAYS),
          "collected until, after the last dose",
          "收集至末次用药后",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.SAFETY_OFFICER);

  public static final SettingKey<Integer> IMMUNE_DAYS_AFTER_LAST_DOSE =
      SettingKey.of(
          "safety.immune-days-after-last-dose",
          ValueType.whole(0, 1000, Unit.DAYS),
          "immune-related and serious events until, after the last dose",
          "免疫相关及严重事件收集至末次用药后",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.SAFETY_OFFICER);

  public static final SettingKey<Integer> TREATMENT_EMERGENT_DAYS =
      SettingKey.of(
          "safety.treatment-emergent-days",
          ValueType.whole(0, 1000, Unit.DAYS),
          "treatment-emergent until, after the last dose",
          "治疗期间出现的不良事件截至末次用药后",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.STATISTICIAN);

  public static final SettingKey<Integer> LATE_EFFECT_DAYS =
      SettingKey.of(
          "safety.late-effect-days",
          ValueType.whole(1, 1000, Unit.DAYS),
          "radiation effect is late from",
          "放射反应视为晚期的天数",
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<LateEffectOrigin> LATE_EFFECT_ORIGIN =
      SettingKey.of(
          "safety.late-effect-origin",
          ValueType.choice(LateEffectOrigin.class),
          "days to a late radiation effect are counted from",
          "晚期放射反应的天数起算点",
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<List<Attribution>> ATTRIBUTIONS =
      SettingKey.of(
          "safety.attributions",
          ValueType.list(Attribution.TYPE),
          "attribution asked for",
          "相关性判断对象",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.SAFETY_OFFICER);

  public static final SettingKey<List<String>> SPECIAL_INTEREST =
      SettingKey.of(
          "safety.special-interest",
          ValueType.list(ValueType.text()),
          "events of special interest",
          "特别关注的不良事件",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.SAFETY_OFFICER);

  public static final SettingKey<Integer> SERIOUS_REPORT_HOURS =
      SettingKey.of(
          "safety.serious-report-hours",
          ValueType.whole(1, 240, Unit.HOURS),
          "serious event to the sponsor within",
          "严重不良事件报告申办者时限",
          Decider.SPONSOR,
          Decider.SAFETY_OFFICER);

  public static final SettingKey<Integer> SUSAR_FATAL_DAYS =
      SettingKey.of(
          "safety.susar-fatal-days",
          ValueType.whole(1, 60, Unit.DAYS),
          "SUSAR, fatal or life-threatening, within",
          "致死或危及生命 SUSAR 时限",
          Decider.SPONSOR,
          Decider.SAFETY_OFFICER);

  public static final SettingKey<Integer> SUSAR_OTHER_DAYS =
      SettingKey.of(
          "safety.susar-other-days",
          ValueType.whole(1, 60, Unit.DAYS),
          "other SUSAR within",
          "其他 SUSAR 时限",
          Decider.SPONSOR,
          Decider.SAFETY_OFFICER);

  static final List<SettingKey<?>> ALL =
      List.of(
          DICTIONARY,
          COLLECTION_ORIGIN,
          COLLECTION_DAYS_AFTER_LAST_DOSE,
          IMMUNE_DAYS_AFTER_LAST_DOSE,
          TREATMENT_EMERGENT_DAYS,
          LATE_EFFECT_DAYS,
          LATE_EFFECT_ORIGIN,
          ATTRIBUTIONS,
          SPECIAL_INTEREST,
          SERIOUS_REPORT_HOURS,
          SUSAR_FATAL_DAYS,
          SUSAR_OTHER_DAYS);

  private SafetySettings() {}
}
