package org.lodestar.trial.protocol;

import java.util.List;

/** Who may enter. Each setting beyond the first answers one open question of the record. */
public final class EligibilitySettings {
  public static final SettingKey<List<Criterion>> CRITERIA =
      SettingKey.of(
          "eligibility.criteria",
          ValueType.list(Criterion.TYPE),
          "criteria",
          "标准",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<List<Criterion>> AGE =
      SettingKey.of(
          "eligibility.age",
          ValueType.list(Criterion.TYPE),
          "age",
          "年龄",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.ETHICS_COMMITTEE);

  public static final SettingKey<List<Criterion>> PERFORMANCE =
      SettingKey.of(
          "eligibility.performance",
          ValueType.list(Criterion.TYPE),
          "performance status",
          "体能状态",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<List<Criterion>> ORGAN_FUNCTION =
      SettingKey.of(
          "eligibility.organ-function",
          ValueType.list(Criterion.TYPE),
          "organ function",
          "器官功能",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<List<Criterion>> AUTOIMMUNE_DISEASE =
      SettingKey.of(
          "eligibility.autoimmune-disease",
          ValueType.list(Criterion.TYPE),
          "autoimmune disease and immunosuppression",
          "自身免疫病与免疫抑制",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<List<Criterion>> HEPATITIS_B =
      SettingKey.of(
          "eligibility.hepatitis-b",
          ValueType.list(Criterion.TYPE),
          "hepatitis B",
          "乙型肝炎",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.MEDICAL_ONCOLOGIST);

  public static final SettingKey<List<Criterion>> FISTULA_RISK =
      SettingKey.of(
          "eligibility.fistula-risk",
          ValueType.list(Criterion.TYPE),
          "fistula and bleeding risk",
          "瘘与出血风险",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<List<Criterion>> PRIOR_TREATMENT =
      SettingKey.of(
          "eligibility.prior-treatment",
          ValueType.list(Criterion.TYPE),
          "prior radiotherapy and anti-cancer treatment",
          "既往放疗与抗肿瘤治疗",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.RADIATION_ONCOLOGIST);

  public static final SettingKey<List<Criterion>> PREGNANCY =
      SettingKey.of(
          "eligibility.pregnancy",
          ValueType.list(Criterion.TYPE),
          "pregnancy and contraception",
          "妊娠与避孕",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.ETHICS_COMMITTEE);

  public static final SettingKey<List<Criterion>> DISEASE_ASSESSABLE =
      SettingKey.of(
          "eligibility.disease-assessable",
          ValueType.list(Criterion.TYPE),
          "assessable disease at baseline",
          "基线可评价病灶",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.RADIOLOGIST);

  public static final SettingKey<String> STAGING_EDITION =
      SettingKey.of(
          "eligibility.staging-edition",
          ValueType.text("[78]"),
          "edition of AJCC/UICC staging",
          "AJCC/UICC 分期版本",
          Decider.PRINCIPAL_INVESTIGATOR);

  public static final SettingKey<NodeRegion> SUPRACLAVICULAR_NODES =
      SettingKey.of(
          "eligibility.supraclavicular-nodes",
          ValueType.choice(NodeRegion.class),
          "supraclavicular nodes in staging",
          "锁骨上淋巴结的分期归属",
          Decider.PRINCIPAL_INVESTIGATOR,
          Decider.RADIATION_ONCOLOGIST);

  static final List<SettingKey<?>> ALL =
      List.of(
          CRITERIA,
          AGE,
          PERFORMANCE,
          ORGAN_FUNCTION,
          AUTOIMMUNE_DISEASE,
          HEPATITIS_B,
          FISTULA_RISK,
          PRIOR_TREATMENT,
          PREGNANCY,
          DISEASE_ASSESSABLE,
          STAGING_EDITION,
          SUPRACLAVICULAR_NODES);

  /** The settings that together are the list of criteria. */
  static final List<SettingKey<List<Criterion>>> CRITERIA_SETTINGS =
      List.of(
          CRITERIA,
          AGE,
          PERFORMANCE,
          ORGAN_FUNCTION,
          AUTOIMMUNE_DISEASE,
          HEPATITIS_B,
          FISTULA_RISK,
          PRIOR_TREATMENT,
          PREGNANCY,
          DISEASE_ASSESSABLE);

  private EligibilitySettings() {}
}
