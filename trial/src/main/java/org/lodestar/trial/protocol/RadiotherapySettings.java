package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.util.List;
import org.lodestar.trial.fact.Words;

/** Prescription, volumes and limits of the radiotherapy. */
public final class RadiotherapySettings {
  public static final SettingKey<Words> TECHNIQUE =
      SettingKey.of(
          "radiotherapy.technique",
          ValueType.words(),
          "technique",
          "技术",
          Decider.RADIATION_ONCOLOGIST,
          Decider.PHYSICIST);

  public static final SettingKey<BigDecimal> TOTAL_DOSE_GY =
      SettingKey.of(
          "radiotherapy.total-dose-gy",
          ValueType.decimal("0.1", "120", Unit.GY),
          "total dose",
          "总剂量",
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<Integer> FRACTIONS =
      SettingKey.of(
          "radiotherapy.fractions",
          ValueType.whole(1, 80, Unit.COUNT),
          "fractions",
          "分次数",
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<BigDecimal> FRACTION_DOSE_GY =
      SettingKey.of(
          "radiotherapy.fraction-dose-gy",
          ValueType.decimal("0.1", "30", Unit.GY),
          "dose per fraction",
          "分次剂量",
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<Integer> START_CYCLE =
      SettingKey.of(
          "radiotherapy.start-cycle",
          ValueType.whole(1, 20, Unit.COUNT),
          "starts with cycle",
          "起始周期",
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<Integer> START_DAY =
      SettingKey.of(
          "radiotherapy.start-day",
          ValueType.whole(1, 42, Unit.COUNT),
          "starts on day",
          "起始日",
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<Integer> START_WINDOW_DAYS =
      SettingKey.of(
          "radiotherapy.start-window-days",
          ValueType.whole(0, 30, Unit.WORKING_DAYS),
          "latest start after that day",
          "允许推迟",
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<RadiotherapySequence> SEQUENCE_IN_WORDS =
      SettingKey.of(
          "radiotherapy.sequence-in-words",
          ValueType.choice(RadiotherapySequence.class),
          "called in the text",
          "文字中称为",
          Decider.RADIATION_ONCOLOGIST,
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<DelayedCycle> DELAYED_CYCLE =
      SettingKey.of(
          "radiotherapy.delayed-cycle",
          ValueType.choice(DelayedCycle.class),
          "when the cycle is delayed",
          "周期延迟时",
          Decider.RADIATION_ONCOLOGIST,
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<Margins> CTV_MARGIN =
      SettingKey.of(
          "radiotherapy.ctv-margin",
          Margins.TYPE,
          "GTV to CTV",
          "GTV 至 CTV 外扩",
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<Margins> NODAL_CTV_MARGIN =
      SettingKey.of(
          "radiotherapy.nodal-ctv-margin",
          Margins.TYPE,
          "GTVn to CTV",
          "GTVn 至 CTV 外扩",
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<Margins> PTV_MARGIN =
      SettingKey.of(
          "radiotherapy.ptv-margin",
          Margins.TYPE,
          "CTV to PTV",
          "CTV 至 PTV 外扩",
          Decider.RADIATION_ONCOLOGIST,
          Decider.PHYSICIST);

  public static final SettingKey<PlanningImage> PLANNING_IMAGE =
      SettingKey.of(
          "radiotherapy.planning-image",
          ValueType.choice(PlanningImage.class),
          "GTV drawn on",
          "GTV 勾画依据",
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<List<DoseLimit>> ORGAN_LIMITS =
      SettingKey.of(
          "radiotherapy.organ-limits",
          ValueType.list(DoseLimit.TYPE),
          "organ limits",
          "危及器官限量",
          Decider.RADIATION_ONCOLOGIST,
          Decider.PHYSICIST);

  public static final SettingKey<List<DoseLimit>> COVERAGE =
      SettingKey.of(
          "radiotherapy.coverage",
          ValueType.list(DoseLimit.TYPE),
          "target coverage",
          "靶区覆盖",
          Decider.RADIATION_ONCOLOGIST,
          Decider.PHYSICIST);

  public static final SettingKey<BigDecimal> MARGIN_TOLERANCE_MM =
      SettingKey.of(
          "radiotherapy.margin-tolerance-mm",
          ValueType.decimal("0", "20", Unit.MM),
          "tolerance of a margin in the plane",
          "平面内外扩容差",
          Decider.RADIATION_ONCOLOGIST,
          Decider.PHYSICIST);

  public static final SettingKey<Boost> BOOST =
      SettingKey.of(
          "radiotherapy.boost",
          ValueType.choice(Boost.class),
          "boost",
          "加量",
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<Integer> FRACTIONS_PER_WEEK =
      SettingKey.of(
          "radiotherapy.fractions-per-week",
          ValueType.whole(1, 14, Unit.COUNT),
          "fractions a week",
          "每周分次",
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<Integer> FRACTIONS_PER_DAY_MAX =
      SettingKey.of(
          "radiotherapy.fractions-per-day-max",
          ValueType.whole(1, 3, Unit.COUNT),
          "most fractions on a day",
          "每日最多分次",
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<Integer> FRACTION_INTERVAL_MIN_HOURS =
      SettingKey.of(
          "radiotherapy.fraction-interval-min-hours",
          ValueType.whole(1, 48, Unit.HOURS),
          "least time between fractions",
          "分次最短间隔",
          Decider.RADIATION_ONCOLOGIST,
          Decider.PHYSICIST);

  public static final SettingKey<Words> RESUME_WORDS =
      SettingKey.of(
          "radiotherapy.resume-words",
          ValueType.words(),
          "resumes when",
          "恢复放疗条件",
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<Integer> INTERRUPTION_MAX_DAYS =
      SettingKey.of(
          "radiotherapy.interruption-max-days",
          ValueType.whole(0, 60, Unit.DAYS),
          "longest interruption",
          "最长中断",
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<Integer> OVERRUN_ACCEPTABLE_DAYS =
      SettingKey.of(
          "radiotherapy.overrun-acceptable-days",
          ValueType.whole(0, 60, Unit.DAYS),
          "overrun of overall time, acceptable",
          "总时间超出：可接受",
          Decider.RADIATION_ONCOLOGIST,
          Decider.PHYSICIST);

  public static final SettingKey<Integer> OVERRUN_VARIATION_DAYS =
      SettingKey.of(
          "radiotherapy.overrun-variation-days",
          ValueType.whole(0, 60, Unit.DAYS),
          "overrun of overall time, acceptable variation",
          "总时间超出：可接受偏差",
          Decider.RADIATION_ONCOLOGIST,
          Decider.PHYSICIST);

  public static final SettingKey<BigDecimal> ALPHA_BETA_TUMOUR_GY =
      SettingKey.of(
          "radiotherapy.alpha-beta-tumour-gy",
          ValueType.decimal("0.5", "30", Unit.GY),
          "alpha/beta of the tumour",
          "肿瘤 α/β",
          Decider.RADIATION_ONCOLOGIST,
          Decider.PHYSICIST);

  public static final SettingKey<BigDecimal> ALPHA_BETA_LATE_GY =
      SettingKey.of(
          "radiotherapy.alpha-beta-late-gy",
          ValueType.decimal("0.5", "30", Unit.GY),
          "alpha/beta of late effects",
          "晚反应组织 α/β",
          Decider.RADIATION_ONCOLOGIST,
          Decider.PHYSICIST);

  public static final SettingKey<BigDecimal> REPOPULATION_GY_PER_DAY =
      SettingKey.of(
          "radiotherapy.repopulation-gy-per-day",
          ValueType.decimal("0", "2", Unit.GY),
          "BED lost to regrowth on each day after its start",
          "再增殖开始后每日损失的 BED",
          Decider.RADIATION_ONCOLOGIST,
          Decider.PHYSICIST);

  public static final SettingKey<Integer> REPOPULATION_FROM_DAY =
      SettingKey.of(
          "radiotherapy.repopulation-from-day",
          ValueType.whole(0, 60, Unit.DAYS),
          "last day of the course without regrowth",
          "再增殖开始前的最后一天",
          Decider.RADIATION_ONCOLOGIST,
          Decider.PHYSICIST);

  public static final SettingKey<String> CALENDAR =
      SettingKey.of(
          "radiotherapy.calendar",
          ValueType.key(),
          "calendar of the machine",
          "设备日历",
          Decider.RADIATION_ONCOLOGIST,
          Decider.PHYSICIST);

  static final List<SettingKey<?>> ALL =
      List.of(
          TECHNIQUE,
          TOTAL_DOSE_GY,
          FRACTIONS,
          FRACTION_DOSE_GY,
          START_CYCLE,
          START_DAY,
          START_WINDOW_DAYS,
          SEQUENCE_IN_WORDS,
          DELAYED_CYCLE,
          CTV_MARGIN,
          NODAL_CTV_MARGIN,
          PTV_MARGIN,
          PLANNING_IMAGE,
          ORGAN_LIMITS,
          COVERAGE,
          MARGIN_TOLERANCE_MM,
          BOOST,
          FRACTIONS_PER_WEEK,
          FRACTIONS_PER_DAY_MAX,
          FRACTION_INTERVAL_MIN_HOURS,
          RESUME_WORDS,
          INTERRUPTION_MAX_DAYS,
          OVERRUN_ACCEPTABLE_DAYS,
          OVERRUN_VARIATION_DAYS,
          ALPHA_BETA_TUMOUR_GY,
          ALPHA_BETA_LATE_GY,
          REPOPULATION_GY_PER_DAY,
          REPOPULATION_FROM_DAY,
          CALENDAR);

  private RadiotherapySettings() {}
}
