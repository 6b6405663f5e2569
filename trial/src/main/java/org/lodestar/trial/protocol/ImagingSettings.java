package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.util.List;
import org.lodestar.trial.fact.Words;

/** Tumour assessments and the settings of response. */
public final class ImagingSettings {
  public static final SettingKey<Words> CRITERIA =
      SettingKey.of(
          "imaging.criteria",
          ValueType.words(),
          "response criteria",
          "疗效标准",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<Integer> BASELINE_MAX_DAYS =
      SettingKey.of(
          "imaging.baseline-max-days",
          ValueType.whole(1, 90, Unit.DAYS),
          "oldest baseline before treatment",
          "基线影像最长时限",
          Decider.RADIOLOGIST,
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<List<ScanPhase>> SCHEDULE =
      SettingKey.of(
          "imaging.schedule",
          ValueType.list(ScanPhase.TYPE),
          "intervals of assessments",
          "评估间隔",
          Decider.RADIOLOGIST,
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<TimeOrigin> SCHEDULE_ORIGIN =
      SettingKey.of(
          "imaging.schedule-origin",
          ValueType.choice(TimeOrigin.class),
          "assessments counted from",
          "评估计时起点",
          Decider.RADIOLOGIST,
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<Integer> AFTER_RADIOTHERAPY_WEEKS =
      SettingKey.of(
          "imaging.after-radiotherapy-weeks",
          ValueType.whole(0, 26, Unit.WEEKS),
          "first assessment after the last fraction, weeks",
          "末次放疗后首次评估",
          Decider.RADIOLOGIST,
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<Integer> TARGET_LESIONS_MAX =
      SettingKey.of(
          "imaging.target-lesions-max",
          ValueType.whole(1, 10, Unit.COUNT),
          "most target lesions",
          "靶病灶上限",
          Decider.RADIOLOGIST);

  public static final SettingKey<Integer> TARGET_LESIONS_PER_ORGAN_MAX =
      SettingKey.of(
          "imaging.target-lesions-per-organ-max",
          ValueType.whole(1, 10, Unit.COUNT),
          "most target lesions in an organ",
          "每器官靶病灶上限",
          Decider.RADIOLOGIST);

  public static final SettingKey<Boolean> CONFIRMATION_REQUIRED =
      SettingKey.of(
          "imaging.confirmation-required",
          ValueType.flag(),
          "response must be confirmed",
          "缓解须确认",
          Decider.STATISTICIAN,
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<Integer> CONFIRMATION_MIN_DAYS =
      SettingKey.of(
          "imaging.confirmation-min-days",
          ValueType.whole(1, 90, Unit.DAYS),
          "least time to confirmation",
          "确认最短间隔",
          Decider.STATISTICIAN,
          Decider.RADIOLOGIST);

  public static final SettingKey<Integer> STABLE_MIN_DAYS =
      SettingKey.of(
          "imaging.stable-min-days",
          ValueType.whole(1, 200, Unit.DAYS),
          "least time for stable disease",
          "疾病稳定最短时间",
          Decider.STATISTICIAN,
          Decider.RADIOLOGIST);

  public static final SettingKey<Integer> NOT_EVALUABLE_BETWEEN_MAX =
      SettingKey.of(
          "imaging.not-evaluable-between-max",
          ValueType.whole(0, 5, Unit.COUNT),
          "NE visits allowed before confirmation",
          "确认前允许的 NE 次数",
          Decider.STATISTICIAN,
          Decider.RADIOLOGIST);

  public static final SettingKey<Boolean> STABLE_BETWEEN_ALLOWED =
      SettingKey.of(
          "imaging.stable-between-allowed",
          ValueType.flag(),
          "SD allowed before confirmation",
          "确认前允许 SD",
          Decider.STATISTICIAN,
          Decider.RADIOLOGIST);

  public static final SettingKey<Boolean> CONTINUING_PARTIAL_RESPONSE =
      SettingKey.of(
          "imaging.continuing-partial-response",
          ValueType.flag(),
          "PR continues until progression",
          "PR 持续至进展",
          Decider.STATISTICIAN,
          Decider.RADIOLOGIST);

  public static final SettingKey<EarlyDeath> EARLY_DEATH =
      SettingKey.of(
          "imaging.early-death",
          ValueType.choice(EarlyDeath.class),
          "death before the first assessment",
          "首次评估前死亡",
          Decider.STATISTICIAN);

  public static final SettingKey<IrradiatedLesions> IRRADIATED_LESIONS =
      SettingKey.of(
          "imaging.irradiated-lesions",
          ValueType.choice(IrradiatedLesions.class),
          "lesions irradiated on study",
          "研究中受照病灶",
          Decider.RADIOLOGIST,
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<PrimaryTumour> PRIMARY_TUMOUR =
      SettingKey.of(
          "imaging.primary-tumour",
          ValueType.choice(PrimaryTumour.class),
          "primary tumour",
          "原发灶",
          Decider.RADIOLOGIST);

  public static final SettingKey<BigDecimal> TOO_SMALL_MM =
      SettingKey.of(
          "imaging.too-small-mm",
          ValueType.decimal("0", "20", Unit.MM),
          "value of a lesion too small to measure",
          "过小无法测量时的取值",
          Decider.RADIOLOGIST);

  public static final SettingKey<Boolean> BASELINE_RESET_AFTER_INDUCTION =
      SettingKey.of(
          "imaging.baseline-reset-after-induction",
          ValueType.flag(),
          "baseline is set anew after induction",
          "诱导后重设基线",
          Decider.STATISTICIAN,
          Decider.RADIOLOGIST);

  public static final SettingKey<Boolean> BIOPSY_PROVEN_IS_PROGRESSION =
      SettingKey.of(
          "imaging.biopsy-proven-is-progression",
          ValueType.flag(),
          "biopsy-proven recurrence is progression",
          "活检证实的复发即为进展",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.RADIOLOGIST);

  public static final SettingKey<PrimaryAssessment> PRIMARY_ASSESSMENT =
      SettingKey.of(
          "imaging.primary-assessment",
          ValueType.choice(PrimaryAssessment.class),
          "assessment on which endpoints rest",
          "终点所依据的评估",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.STATISTICIAN);

  public static final SettingKey<AdjudicationTrigger> ADJUDICATION_TRIGGER =
      SettingKey.of(
          "imaging.adjudication-trigger",
          ValueType.choice(AdjudicationTrigger.class),
          "differences of two readers that are adjudicated",
          "须裁定的两位阅片者差异",
          Decider.RADIOLOGIST,
          Decider.STATISTICIAN);

  static final List<SettingKey<?>> ALL =
      List.of(
          CRITERIA,
          BASELINE_MAX_DAYS,
          SCHEDULE,
          SCHEDULE_ORIGIN,
          AFTER_RADIOTHERAPY_WEEKS,
          TARGET_LESIONS_MAX,
          TARGET_LESIONS_PER_ORGAN_MAX,
          CONFIRMATION_REQUIRED,
          CONFIRMATION_MIN_DAYS,
          STABLE_MIN_DAYS,
          NOT_EVALUABLE_BETWEEN_MAX,
          STABLE_BETWEEN_ALLOWED,
          CONTINUING_PARTIAL_RESPONSE,
          EARLY_DEATH,
          IRRADIATED_LESIONS,
          PRIMARY_TUMOUR,
          TOO_SMALL_MM,
          BASELINE_RESET_AFTER_INDUCTION,
          BIOPSY_PROVEN_IS_PROGRESSION,
          PRIMARY_ASSESSMENT,
          ADJUDICATION_TRIGGER);

  private ImagingSettings() {}
}
