package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.util.List;
import org.lodestar.trial.fact.Words;

/** Cycles, phases and rules of the treatment. */
public final class TreatmentSettings {
  public static final SettingKey<Integer> CYCLE_LENGTH_DAYS =
      SettingKey.of(
          "treatment.cycle-length-days",
          ValueType.whole(7, 84, Unit.DAYS),
          "length of a cycle",
          "周期长度",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<Integer> INDUCTION_CYCLES =
      SettingKey.of(
          "treatment.induction-cycles",
          ValueType.whole(0, 20, Unit.COUNT),
          "induction cycles",
          "诱导周期数",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<Integer> CHEMOTHERAPY_CYCLES =
      SettingKey.of(
          "treatment.chemotherapy-cycles",
          ValueType.whole(0, 50, Unit.COUNT),
          "cycles of chemotherapy",
          "化疗周期数",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<Boolean> CHEMOTHERAPY_CYCLES_INCLUDE_INDUCTION =
      SettingKey.of(
          "treatment.chemotherapy-cycles-include-induction",
          ValueType.flag(),
          "these cycles count the induction cycle",
          "该周期数包含诱导周期",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<Integer> CYCLE_WINDOW_DAYS =
      SettingKey.of(
          "treatment.cycle-window-days",
          ValueType.whole(0, 21, Unit.DAYS),
          "window of a cycle's day 1",
          "周期第 1 天窗口",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<Integer> LABORATORY_MAX_AGE_DAYS =
      SettingKey.of(
          "treatment.laboratory-max-age-days",
          ValueType.whole(0, 60, Unit.DAYS),
          "oldest laboratory values on day 1",
          "第 1 天所用化验的最长时限",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<Integer> DELAY_STEP_DAYS =
      SettingKey.of(
          "treatment.delay-step-days",
          ValueType.whole(1, 60, Unit.DAYS),
          "step of a delay",
          "延迟步长",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<Integer> DELAY_MAX_DAYS =
      SettingKey.of(
          "treatment.delay-max-days",
          ValueType.whole(1, 200, Unit.DAYS),
          "longest delay before chemotherapy ends",
          "化疗最长延迟",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<Boolean> CYCLE_AFTER_LAST_FRACTION =
      SettingKey.of(
          "treatment.cycle-after-last-fraction",
          ValueType.flag(),
          "a cycle may start after the last fraction",
          "末次放疗后可开始新周期",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST,
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<Boolean> PD_1_DURING_RADIOTHERAPY =
      SettingKey.of(
          "treatment.pd-1-during-radiotherapy",
          ValueType.flag(),
          "PD-1 inhibitor during radiotherapy",
          "放疗期间使用 PD-1 抑制剂",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<Integer> PD_1_GAP_AFTER_RADIOTHERAPY_DAYS =
      SettingKey.of(
          "treatment.pd-1-gap-after-radiotherapy-days",
          ValueType.whole(0, 200, Unit.DAYS),
          "least gap from last fraction to PD-1 inhibitor",
          "末次放疗至 PD-1 抑制剂的最短间隔",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<MaintenanceStart> MAINTENANCE_START =
      SettingKey.of(
          "treatment.maintenance-start",
          ValueType.choice(MaintenanceStart.class),
          "meaning of disease stabilization",
          "“疾病稳定”的含义",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<Words> MAINTENANCE_CONDITION_WORDS =
      SettingKey.of(
          "treatment.maintenance-condition-words",
          ValueType.words(),
          "condition of maintenance in the protocol's words",
          "维持治疗条件的方案原意",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<Integer> MAINTENANCE_MAX_MONTHS =
      SettingKey.of(
          "treatment.maintenance-max-months",
          ValueType.whole(1, 240, Unit.MONTHS),
          "longest maintenance",
          "维持治疗最长时间",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<TimeOrigin> MAINTENANCE_ORIGIN =
      SettingKey.of(
          "treatment.maintenance-origin",
          ValueType.choice(TimeOrigin.class),
          "maintenance counted from",
          "维持治疗计时起点",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<List<MaintenanceEnd>> MAINTENANCE_ENDS =
      SettingKey.of(
          "treatment.maintenance-ends",
          ValueType.list(ValueType.choice(MaintenanceEnd.class)),
          "maintenance ends at",
          "维持治疗终止于",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<List<String>> MAINTENANCE_AGENTS =
      SettingKey.of(
          "treatment.maintenance-agents",
          ValueType.list(ValueType.key()),
          "agents of maintenance",
          "维持治疗药物",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<BodySurfaceFormula> BODY_SURFACE_FORMULA =
      SettingKey.of(
          "treatment.body-surface-formula",
          ValueType.choice(BodySurfaceFormula.class),
          "formula of body surface area",
          "体表面积公式",
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<BigDecimal> BODY_SURFACE_MAX =
      SettingKey.of(
              "treatment.body-surface-max",
              ValueType.decimal("1", "3", Unit.NONE),
              "cap of body surface area (m2)",
              "体表面积上限（m2）",
              Decider.MEDICAL_ONCOLOGIST)
          .orAbsent();

  public static final SettingKey<BigDecimal> WEIGHT_CHANGE_PERCENT =
      SettingKey.of(
          "treatment.weight-change-percent",
          ValueType.decimal("1", "50", Unit.PERCENT),
          "change of weight that needs a new dose",
          "须重新计算剂量的体重变化",
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<ClearanceWeight> CLEARANCE_WEIGHT =
      SettingKey.of(
          "treatment.clearance-weight",
          ValueType.choice(ClearanceWeight.class),
          "weight in the creatinine clearance",
          "肌酐清除率所用体重",
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<BigDecimal> CLEARANCE_MAX_ML_PER_MIN =
      SettingKey.of(
          "treatment.clearance-max-ml-per-min",
          ValueType.decimal("60", "300", Unit.ML_PER_MIN),
          "cap of creatinine clearance",
          "肌酐清除率上限",
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<BigDecimal> CREATININE_MIN_MG_PER_DL =
      SettingKey.of(
          "treatment.creatinine-min-mg-per-dl",
          ValueType.decimal("0", "2", Unit.MG_PER_DL),
          "least creatinine used",
          "所用肌酐下限",
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<Integer> CLEARANCE_MAX_AGE_DAYS =
      SettingKey.of(
          "treatment.clearance-max-age-days",
          ValueType.whole(1, 60, Unit.DAYS),
          "oldest creatinine for a dose",
          "计算剂量所用肌酐的最长时限",
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<BigDecimal> ROUNDING_MAX_PERCENT =
      SettingKey.of(
          "treatment.rounding-max-percent",
          ValueType.decimal("0", "20", Unit.PERCENT),
          "largest change by rounding",
          "取整导致的最大变化",
          Decider.MEDICAL_ONCOLOGIST,
          Decider.PHYSICIST);

  public static final SettingKey<BigDecimal> DOSE_DEVIATION_PERCENT =
      SettingKey.of(
          "treatment.dose-deviation-percent",
          ValueType.decimal("0", "50", Unit.PERCENT),
          "difference of a dose that is a deviation",
          "构成偏离的剂量差异",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<List<DayOneRule>> DAY_1_RULES =
      SettingKey.of(
          "treatment.day-1-rules",
          ValueType.list(DayOneRule.TYPE),
          "conditions of treatment on day 1",
          "第 1 天治疗条件",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<List<ToxicityRule>> TOXICITY_RULES =
      SettingKey.of(
          "treatment.toxicity-rules",
          ValueType.list(ToxicityRule.TYPE),
          "holds, reductions and stops",
          "暂停、减量与停用",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<Integer> PD_1_HOLD_MAX_DAYS =
      SettingKey.of(
          "treatment.pd-1-hold-max-days",
          ValueType.whole(7, 400, Unit.DAYS),
          "longest hold of the PD-1 inhibitor",
          "PD-1 抑制剂最长暂停",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  /** Classes of the form of concomitant medication. */
  public static final SettingKey<List<String>> PROHIBITED_MEDICATION =
      SettingKey.of(
          "treatment.prohibited-medication",
          ValueType.list(ValueType.key()),
          "classes of medication prohibited during study treatment",
          "研究治疗期间禁用的药物类别",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  static final List<SettingKey<?>> ALL =
      List.of(
          CYCLE_LENGTH_DAYS,
          INDUCTION_CYCLES,
          CHEMOTHERAPY_CYCLES,
          CHEMOTHERAPY_CYCLES_INCLUDE_INDUCTION,
          CYCLE_WINDOW_DAYS,
          LABORATORY_MAX_AGE_DAYS,
          DELAY_STEP_DAYS,
          DELAY_MAX_DAYS,
          CYCLE_AFTER_LAST_FRACTION,
          PD_1_DURING_RADIOTHERAPY,
          PD_1_GAP_AFTER_RADIOTHERAPY_DAYS,
          MAINTENANCE_START,
          MAINTENANCE_CONDITION_WORDS,
          MAINTENANCE_MAX_MONTHS,
          MAINTENANCE_ORIGIN,
          MAINTENANCE_ENDS,
          MAINTENANCE_AGENTS,
          BODY_SURFACE_FORMULA,
          BODY_SURFACE_MAX,
          WEIGHT_CHANGE_PERCENT,
          CLEARANCE_WEIGHT,
          CLEARANCE_MAX_ML_PER_MIN,
          CREATININE_MIN_MG_PER_DL,
          CLEARANCE_MAX_AGE_DAYS,
          ROUNDING_MAX_PERCENT,
          DOSE_DEVIATION_PERCENT,
          DAY_1_RULES,
          TOXICITY_RULES,
          PD_1_HOLD_MAX_DAYS,
          PROHIBITED_MEDICATION);

  private TreatmentSettings() {}
}
